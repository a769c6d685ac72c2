"""Seventeen more invented properties, some with pictures on shared hosts, some with names in other scripts."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from eval.renderings.owners import Owner, Product
from evidence.property import Property

FILE = Path(__file__).resolve().parent / "owners.toml"


@cache
def owners() -> dict[str, Owner]:
    """Return the properties by the names that the pages call them."""
    return {name: _owner(told) for name, told in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}


def _owner(told: dict[str, Any]) -> Owner:
    return Owner(
        owned=Property(
            name=told["domain"],
            domains=(told["domain"],),
            asset_prefixes=tuple(told.get("assets", ())),
            brands=(told["brand"],),
        ),
        home=told["home"],
        brand=told["brand"],
        goods="",
        journals=(),
        products=tuple(Product(words="", **product) for product in told["products"]),
    )
