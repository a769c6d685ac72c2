"""Copies of pictures, made smaller and packed anew, and pictures that only look alike."""

import io
import random

import pytest
from PIL import Image, ImageDraw

from evidence.pictures.copies import is_copy
from evidence.pictures.picture import picture_of


def drawn(seed: int) -> Image.Image:
    """Draw shapes in colours on a plane, as pictures of products are: one thing before a white wall."""
    chance = random.Random(seed)
    picture = Image.new("RGB", (600, 450), "white")
    draw = ImageDraw.Draw(picture)
    for _ in range(chance.randint(4, 20)):
        x, y, size = chance.randrange(600), chance.randrange(450), chance.randrange(20, 240)
        shape = draw.ellipse if chance.random() < 0.5 else draw.rectangle
        shape((x - size, y - size, x + size, y + size), fill=tuple(chance.randrange(256) for _ in range(3)))
    return picture


def hash_of(picture: Image.Image, form: str = "PNG", quality: int = 75) -> str:
    out = io.BytesIO()
    picture.save(out, form, quality=quality)
    found = picture_of(out.getvalue())
    assert found is not None
    return found.hash


@pytest.mark.parametrize(
    ("size", "form", "quality"),
    [((600, 450), "JPEG", 30), ((300, 225), "JPEG", 75), ((150, 113), "WEBP", 60), ((900, 675), "PNG", 0)],
)
@pytest.mark.parametrize("seed", range(10))
def test_a_copy_is_told(seed: int, size: tuple[int, int], form: str, quality: int) -> None:
    original = drawn(seed)
    assert is_copy(hash_of(original), hash_of(original.resize(size), form, quality))


@pytest.mark.parametrize("seed", range(10))
def test_another_picture_is_none(seed: int) -> None:
    original = drawn(seed)
    others = (drawn(seed + 100), original.transpose(Image.Transpose.FLIP_LEFT_RIGHT), original.rotate(90))
    assert not any(is_copy(hash_of(original), hash_of(other)) for other in others)


def test_what_has_no_hash_is_a_copy_of_nothing() -> None:
    blank = Image.new("RGB", (50, 50), "white")
    assert hash_of(blank) == ""
    assert not is_copy("", "")
    assert not is_copy("", "0" * 16)
    assert not is_copy("0" * 16, "")
