"""Pictures: format, size and hash; bombs and damage cost nothing."""

import io

import pytest
from PIL import Image

from evidence.pictures.picture import Picture, picture_of


def drawn(size: tuple[int, int] = (200, 150), form: str = "PNG", *, turned: bool = False) -> bytes:
    image = Image.new("RGB", (40, 30), "white")
    image.paste("navy", (0, 0, 20, 10) if turned else (5, 12, 38, 28))
    image.paste("red", (25, 3, 35, 20))
    out = io.BytesIO()
    image.resize(size).save(out, form)
    return out.getvalue()


def seen(body: bytes) -> Picture:
    found = picture_of(body)
    assert found is not None
    return found


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_format_and_size_are_those_of_the_bytes(form: str) -> None:
    found = seen(drawn(form=form))
    assert (found.format, found.width, found.height) == (form.lower(), 200, 150)
    assert len(found.hash) == 16


def bits_between(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def test_copies_share_the_hash_and_other_pictures_do_not() -> None:
    original = seen(drawn((800, 600))).hash
    assert bits_between(original, seen(drawn((400, 300), "JPEG")).hash) <= 6
    assert bits_between(original, seen(drawn((800, 600), turned=True)).hash) > 12


def test_a_single_colour_has_no_hash() -> None:
    out = io.BytesIO()
    Image.new("RGB", (50, 50), "grey").save(out, "PNG")
    assert seen(out.getvalue()).hash == ""


@pytest.mark.parametrize("side", [8_000, 13_000])
def test_a_bomb_is_told_by_its_header_and_not_decoded(side: int) -> None:
    """Pillow itself decodes what has up to 179 million pixels and only warns (hostile case 83)."""
    out = io.BytesIO()
    image = Image.new("1", (side, side))
    image.paste(1, (0, 0, side // 2, side // 3))
    image.save(out, "PNG")
    assert len(out.getvalue()) < 50_000
    assert seen(out.getvalue()) == Picture(format="png", width=side, height=side, hash="")
    small = image.resize((80, 80))
    small.save(out := io.BytesIO(), "PNG")
    assert seen(out.getvalue()).hash, "what is small enough has one"


def test_what_pillow_itself_refuses_is_none() -> None:
    """Hostile case 84."""
    out = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    assert picture_of(out.getvalue()) is None


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", drawn()[:30], b"GIF89a"], ids=repr
)
def test_what_is_no_picture_is_none(body: bytes) -> None:
    assert picture_of(body) is None


def test_a_damaged_picture_keeps_its_size() -> None:
    found = seen(drawn()[:200])
    assert (found.width, found.hash) == (200, "")
