"""The words of the renderings: one table a language, all of them our own."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

WORDS = Path(__file__).resolve().parent.parent / "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A local site that has nothing to do with any product."""

    site: str
    host: str
    nav: tuple[str, ...]
    title: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language: what honest people write in it, and what generators do."""

    code: str
    country: str
    goods: Mapping[str, str]
    """What a kind of product is called."""
    review_title: str
    praise: tuple[str, ...]
    """Sentences of honest articles, with {name}, {brand} and {noun}."""
    filler: tuple[str, ...]
    """Sentences of generators, with {keyword}."""
    snippets: tuple[str, ...]
    """Pieces of other people's pages, in lower case, as generators take them from search results."""
    intro: str
    closing: str
    modifiers: tuple[str, ...]
    keywords: tuple[str, ...]
    """Search phrases that no product of ours has to do with."""
    wager: str
    ui: Mapping[str, str]
    topics: tuple[Topic, ...]


@cache
def tongues() -> tuple[Tongue, ...]:
    """Return all languages, by code."""
    return tuple(_read(path) for path in sorted(WORDS.glob("*.toml")))


def _read(path: Path) -> Tongue:
    return msgspec.convert({**tomllib.loads(path.read_text(encoding="utf-8")), "code": path.stem}, Tongue)
