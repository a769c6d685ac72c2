"""Invents pages from a seed: markup, styles and tricks of every kind, combined at random.

Every word is unique, so that a window tells exactly where it was cut; pieces of text often touch, so that a
word tells whether a line ended between them.
"""

from collections.abc import Iterator
from random import Random

from eval.chromium.ingredients import (
    ATTRIBUTES,
    BLOCKS,
    HIDES,
    INLINES,
    PARENTS,
    SHOWS,
    SPECIAL,
    TEXTS,
    VOID,
    WRAPPERS,
)
from eval.chromium.invented_page import Box, InventedPage, StyleRule


class Inventor:
    """Invents one page; the same seed gives the same page."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)
        self._words = 0
        self._links = 0

    def page(self) -> InventedPage:
        """Return the page."""
        pick = self._random
        body = Box("body", inside=tuple(self._box(3) for _ in range(pick.randint(2, 5))))
        return InventedPage(tuple(self._rule() for _ in range(pick.randint(0, 7))), body)

    def _box(self, depth: int, tags: tuple[str, ...] = ()) -> Box:
        pick = self._random
        tag = pick.choice(
            tags or pick.choices((BLOCKS, INLINES, SPECIAL, ("br", "wbr", "hr")), (6, 6, 2, 1))[0]
        )
        if tag in {"rb", "rt"}:
            return Box(tag, inside=(self._text(),))
        inside = () if tag in VOID else tuple(self._inside(tag, depth))
        return Box(tag, self._attributes(), () if tag == "ruby" else self._style(), inside)

    def _inside(self, tag: str, depth: int) -> Iterator[Box | str]:
        pick = self._random
        if tag == "details":
            yield self._box(0, ("summary",))
        for _ in range(pick.randint(1, 3)):
            if tag not in {"ul", "ol", "dl", "table", "tr", "ruby"}:
                yield self._text()
                if pick.random() < 0.4 and tag not in {"select", "textarea"}:
                    yield self._link()
            if (depth and tag not in {"select", "textarea"}) or tag == "ruby":
                yield self._box(0 if tag == "ruby" else depth - 1, PARENTS.get(tag, ()))

    def _text(self) -> str:
        shape = self._random.choice(TEXTS)
        return shape.format(*(self._word() for _ in range(shape.count("{}"))))

    def _word(self) -> str:
        self._words += 1
        return "".join("abcdefghij"[int(digit)] for digit in f"{self._words:03}")

    def _link(self) -> Box:
        self._links += 1
        url = f"http://other.test/{self._links}"
        if self._random.random() < 0.2:
            return Box("img", (("src", url), ("alt", ""), ("width", "20"), ("height", "20")), self._style())
        return Box("a", (("href", url), *self._attributes()), self._style(), (self._word(),))

    def _attributes(self) -> tuple[tuple[str, str], ...]:
        pick = self._random
        names = [("class", f"c{pick.randint(0, 5)}")] if pick.random() < 0.4 else []
        odd = [pick.choice(ATTRIBUTES)] if pick.random() < 0.07 else []
        return (*names, *odd)

    def _style(self) -> tuple[str, ...]:
        pick = self._random
        return tuple(self._declarations(pick.randint(1, 2))) if pick.random() < 0.15 else ()

    def _declarations(self, count: int) -> Iterator[str]:
        pick = self._random
        for _ in range(count):
            one = pick.choice(HIDES if pick.random() < 0.3 else SHOWS)
            yield f"{one}!important" if pick.random() < 0.08 and "!" not in one else one

    def _rule(self) -> StyleRule:
        pick = self._random
        declarations = tuple(self._declarations(pick.randint(1, 3)))
        return StyleRule(pick.choice(WRAPPERS), self._selector(), declarations)

    def _selector(self) -> str:
        pick = self._random
        one, other = (f".c{pick.randint(0, 5)}" for _ in range(2))
        tag = pick.choice((*BLOCKS, *INLINES, "a", "li", "td"))
        return pick.choice((
            one, one, one, f"{tag}{one}", f"{one} {other}", f"{one}>{tag}", f"{one}+{other}", f"{one}~{tag}", "[data-k]",
            f":is({one},{other})", f":where({one})", f"{one}:not({other})", f"{tag}:first-child", f"{one}:has(a)",
            f"{one},{other}", f"{one}:bogus,{other}", f"{one}:hover", f"{one}::before", f"{tag}:nth-child(2n)",
            f"body {one}", f"{one}:nth-of-type(1)", f"{one}:last-child", f"{one}:empty", "*", tag, f"{one}:lang(de)",
            f"&{other}",
        ))  # fmt: skip
