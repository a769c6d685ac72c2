"""What stands for the placeholders in a fresh page's texts: the owner's addresses, and tiles of pictures."""

import random
import re
import tomllib
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import quote, urlsplit

from eval.fresh.sheets import Sheet
from eval.renderings.owners import Owner, Product

PICTURES = Path(__file__).resolve().parent / "pictures.toml"
Picture = tuple[str, str]
"""Address and title."""


class Filling:
    """Fills in the texts of one page."""

    def __init__(self, sheet: Sheet, owner: Owner) -> None:
        """Draw the pictures; the same at every call."""
        product = owner.products[sheet.product]
        shown = [(urls.replace("{img}", product.image), title) for urls, title in sheet.pictures]
        shown = shown or _drawn(sheet, product)
        tiles = {image: _tile(sheet, number, image, title) for number, (image, title) in enumerate(shown)}
        digest = "1f" * 20
        self._values = {
            "img": product.image,
            "page": product.page,
            "quoted": quote(product.image, safe=""),
            "camo": f"https://camo.githubusercontent.com/{digest}/{product.image.encode().hex()}",
            "tiles": "\n".join(tiles.values()),
            "others": "\n".join(tile for image, tile in tiles.items() if image != product.image),
        }

    def __call__(self, text: str) -> str:
        """Return the text with everything filled in."""
        return _filled(text, self._values)


def _drawn(sheet: Sheet, product: Product) -> list[Picture]:
    """Draw strangers' pictures and put ours among them."""
    if not sheet.strangers:
        return []
    chance = random.Random(sheet.name)
    drawn = chance.sample(_strangers(), sheet.strangers - 1)
    return [*drawn[: len(drawn) // 2], (product.image, product.title), *drawn[len(drawn) // 2 :]]


@cache
def _strangers() -> list[Picture]:
    told = tomllib.loads(PICTURES.read_text(encoding="utf-8"))["pictures"]
    return [(image, title) for image, title in told]


def _tile(sheet: Sheet, number: int, image: str, title: str) -> str:
    values = {
        "src": image,
        "alt": escape(title),
        "host": str(urlsplit(image).hostname),
        "bare": image.partition("//")[2],
        "word": sheet.words[number % len(sheet.words)],
        "n": str(number + 1),
    }
    return _filled(sheet.tile, values)


def _filled(text: str, values: dict[str, str]) -> str:
    """Put values for names in braces; other braces are scripts and styles."""
    return re.sub(r"\{(" + "|".join(values) + r")\}", lambda match: values[match[1]], text)
