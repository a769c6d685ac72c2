"""One fresh page as its file tells it: where it stands, what it answers, and what must be said of it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

PAGES = Path(__file__).resolve().parent / "pages"


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a host answers. Texts may hold the placeholders of `eval.fresh.filling`."""

    status: int = 200
    html: str = ""
    to: str = ""
    """Where a redirect leads."""
    type: str = "text/html"
    is_picture: bool = False
    is_the_page: bool = False
    """Whether it is what the page itself answers."""


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One page."""

    name: str
    """The taxonomy's id, or N with a number for honest kinds beyond it; then a word of its own."""
    owner: str
    url: str
    language: str
    title: str
    """As the report has it."""
    is_named: bool
    """Whether a report names the target; else Search Console lists the page alone."""
    says: str
    """State of the link and its reasons, separated by blanks."""
    judgement: Literal["spam", "honest", "open"]
    page: Answer
    seen: str = "visible"
    """What the link's visibility may be called."""
    product: int = 0
    target: str = ""
    """Empty: the product's photograph."""
    anchor: str = ""
    """Empty: the owner's own title of the photograph."""
    charset: str = "utf-8"
    robots: str = "User-agent: *\nDisallow:\n"
    later: Answer | None = None
    """What the page answers from its second load on."""
    others: dict[str, Answer] = {}
    """Further pages of the host by path, `*` for all unknown ones; those of other hosts begin with `//`."""
    tile: str = ""
    """How the page writes one picture or link."""
    strangers: int = 0
    """How many of them it has, ours among them."""
    pictures: tuple[tuple[str, str], ...] = ()
    """Address and title of its pictures, where they are not drawn from those of strangers."""
    words: tuple[str, ...] = ("",)
    """What its tiles say by turns."""

    @property
    def id(self) -> str:
        """Return the taxonomy's id."""
        return self.name.partition("-")[0]


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return all pages, file by file."""
    return tuple(sheet for file in sorted(PAGES.glob("*.toml")) for sheet in _read(file))


def _read(file: Path) -> list[Sheet]:
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8"))["page"], list[Sheet])
