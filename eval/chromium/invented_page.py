"""An invented page, and every page that has one part less."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from typing import TypeVar

from eval.chromium.ingredients import VOID

Part = TypeVar("Part")


@dataclass(frozen=True)
class Box:
    """An element; its text stands between its children."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    style: tuple[str, ...] = ()
    inside: "tuple[Box | str, ...]" = ()

    def __str__(self) -> str:
        """Return its markup."""
        pairs = (*self.attributes, *((("style", ";".join(self.style)),) if self.style else ()))
        written = "".join(f' {name}="{escape(value)}"' for name, value in pairs)
        start = f"<{self.tag}{written}>"
        return start if self.tag in VOID else f"{start}{''.join(map(str, self.inside))}</{self.tag}>"


@dataclass(frozen=True)
class StyleRule:
    """A rule of the page's style element."""

    around: str
    selector: str
    declarations: tuple[str, ...]

    def __str__(self) -> str:
        """Return its source."""
        rule = f"{self.selector}{{{';'.join(self.declarations)}}}"
        return f"{self.around}{{{rule}}}" if self.around else rule


@dataclass(frozen=True)
class InventedPage:
    """A page that differs from another one by one part at least."""

    rules: tuple[StyleRule, ...]
    body: Box

    def __str__(self) -> str:
        """Return its source."""
        sheet = "\n".join(map(str, self.rules))
        style = f"<style>:root{{--none:none;--far:-9999px}}\n{sheet}</style>" if sheet else ""
        return f"<!doctype html>{style}\n{self.body}"


def smaller(page: InventedPage) -> Iterator[InventedPage]:
    """Yield every page that has one part less."""
    for at in range(len(page.rules)):
        rule = page.rules[at]
        yield replace(page, rules=page.rules[:at] + page.rules[at + 1 :])
        if rule.around:
            yield replace(page, rules=(*page.rules[:at], replace(rule, around=""), *page.rules[at + 1 :]))
        for fewer in _without_one(rule.declarations):
            if fewer:
                yield replace(
                    page, rules=(*page.rules[:at], replace(rule, declarations=fewer), *page.rules[at + 1 :])
                )
    for body in _smaller(page.body):
        yield replace(page, body=body)


def _smaller(box: Box) -> Iterator[Box]:
    for inside in _without_one(box.inside):
        yield replace(box, inside=inside)
    for attributes in _without_one(box.attributes):
        yield replace(box, attributes=attributes)
    for style in _without_one(box.style):
        yield replace(box, style=style)
    for at, child in enumerate(box.inside):
        if isinstance(child, Box):
            before, after = box.inside[:at], box.inside[at + 1 :]
            yield replace(box, inside=(*before, *child.inside, *after))
            for less in _smaller(child):
                yield replace(box, inside=(*before, less, *after))


def _without_one(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    for at in range(len(parts)):
        yield parts[:at] + parts[at + 1 :]
