"""Invents pages from a seed: markup, styles and tricks of every kind, combined at random.

Every word is unique, so that a window tells exactly where it was cut; pieces of text often touch, so that a
word tells whether a line ended between them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from random import Random
from typing import TypeVar

BLOCKS = (
    "div",
    "p",
    "section",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "article",
    "form",
    "fieldset",
    "pre",
    "h2",
    "center",
)
INLINES = (
    "span",
    "b",
    "em",
    "font",
    "label",
    "bdi",
    "q",
    "code",
    "small",
    "sub",
    "u",
    "abbr",
    "mark",
    "custom-tag",
)
PARENTS = {
    "ul": ("li",), "ol": ("li",), "dl": ("dt", "dd"), "table": ("tr", "caption"), "tr": ("td", "th"),
    "details": ("div", "p"), "ruby": ("rb", "rt"), "fieldset": ("p", "div"),
}  # fmt: skip
"""Elements with the children that belong into them."""
SPECIAL = (
    "table",
    "details",
    "dialog",
    "ruby",
    "button",
    "noscript",
    "template",
    "select",
    "textarea",
)
VOID = frozenset({"br", "wbr", "hr", "img", "input"})
ATTRIBUTES = (
    ("hidden", ""), ("hidden", "until-found"), ("inert", ""), ("open", ""), ("popover", ""), ("popover", "manual"),
    ("dir", "rtl"), ("dir", "auto"), ("aria-hidden", "true"), ("data-k", "v"), ("lang", "de"), ("contenteditable", ""),
)  # fmt: skip
HIDES = (
    "display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "opacity:1%", "opacity:calc(1 - 1)",
    "position:absolute;left:-12623px", "position:fixed;top:-99999px", "position:absolute;left:-99em",
    "position:absolute;inset:-9999px auto auto 0", "position:absolute;left:calc(-1px * 9999)",
    "display:block;text-indent:-9000px", "display:block;text-indent:-999em;overflow:hidden", "display:block;margin-left:-9999px", "display:block;margin:0 0 0 -9999px",
    "height:0;overflow:hidden", "width:0;height:0;overflow:hidden;position:absolute", "max-height:0;overflow:clip",
    "height:0;overflow-y:hidden", "width:1px;height:1px;overflow:hidden", "height:calc(0px);overflow:hidden",
    "font-size:0", "font-size:1px", "font:0/0 a", "font-size:calc(0px)",
    "transform:scale(0)", "transform:translateX(-9999px)", "transform:translate(0,-200vh)", "scale:0",
    "translate:-9999px", "clip:rect(0,0,0,0);position:absolute", "clip:rect(0 0 0 0)", "clip-path:inset(100%)",
    "clip-path:inset(50%)", "clip-path:circle(0)", "filter:opacity(0)", "content-visibility:hidden",
    "display:var(--none)", "left:var(--far);position:absolute", "display:none!important", "DISPLAY:None",
)  # fmt: skip
"""What hides, and what only seems to: some of it needs more than it says."""
SHOWS = (
    "display:block", "display:inline", "display:inline-block", "display:flex", "display:inline-flex", "display:grid",
    "display:contents", "display:list-item", "display:table-cell", "display:table", "display:flow-root", "float:left",
    "position:absolute", "position:relative", "position:static", "visibility:visible", "visibility:inherit",
    "opacity:1", "opacity:inherit", "opacity:.5", "font-size:16px", "font-size:1em", "font-size:2rem",
    "font-size:initial", "font-size:inherit", "font:16px serif", "text-indent:0", "text-indent:inherit", "left:0",
    "left:auto", "inset:0", "margin:0", "height:auto", "width:auto", "overflow:visible", "transform:none",
    "transform:translate(-9px,0)", "clip:auto", "clip-path:none", "white-space:pre", "white-space:nowrap",
    "display:revert", "display:unset", "display:initial", "visibility:unset", "all:unset",
    "all:initial", "all:revert", "display:bogus", "visibility:hiden", "opacity:", "display:none;display:block",
    "color:red", "content-visibility:auto", "display:var(--missing,block)", "display:var(--missing)",
    "order:2", "column-count:2", "left:-9999px", "height:0", "overflow:hidden", "position:sticky;top:0",
)  # fmt: skip
WRAPPERS = (
    "", "", "", "", "@media screen", "@media print", "@media (min-width:600px)", "@media (width<600px)",
    "@media not print", "@media (min-width:40em) and (max-width:99em)", "@supports (display:grid)",
    "@supports not (display:grid)", "@supports (display:bogus)", "@layer a", "@layer b", "@container (width>1px)",
    "@media (prefers-color-scheme:dark)", "@media screen,print", "@layer", ".c0", "div",
)  # fmt: skip
Part = TypeVar("Part")
TEXTS = (
    "{}",
    " {} ",
    "{} {} ",
    " {}",
    "{} ",
    "{}&shy;{}",
    "{}&#8203;{}",
    "{}&nbsp;{}",
    "{}&zwj;{}",
    "\n{}\t{}\n",
    "{}-{}",
)


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
