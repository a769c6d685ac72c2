"""The rules of one style sheet that set something which can hide, each with its selectors.

turbohtml parses rules and knows specificity, in C. It passes over at-rules, so the sheet is cut at them
first: the contents of `@media` (where it holds), `@supports` and `@layer` are read in their place, other
at-rules never apply to boxes. A selector nobody knows drops its rule, as CSS says.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import turbohtml
from turbohtml.convert import css_specificity
from turbohtml.cssom import StyleDeclaration, StyleSheet

from evidence.visibility.conditions import supported
from evidence.visibility.media_queries import applies_to_desktop
from evidence.visibility.nesting import flattened
from evidence.visibility.values import SHORT, is_odd, long_hand, taken_apart

CAN_HIDE = frozenset({
    "display", "visibility", "opacity", "font-size", "text-indent", "clip", "clip-path", "transform",
    "position", "left", "top", "right", "bottom", "margin-left", "margin-top", "float",
    "overflow-x", "overflow-y", "height", "width", "max-height", "max-width",
    "padding", "padding-top", "padding-bottom",
    "translate", "scale", "filter", "content-visibility",
    "color", "background", "background-color", "background-image",
    "transition", "transition-property",
    "animation", "animation-name", "animation-fill-mode", "animation-play-state", "animation-delay",
})  # fmt: skip
"""Properties that can hide, alone or together, or show by degrees what was hidden."""
LOOKED_AT = CAN_HIDE | SHORT.keys() | {"all"}
"""The same with their short forms."""
_PLAIN_STRING = r"\"[^\"\\\n]*+\"|'[^'\\\n]*+'"
_BLOCK = rf"\{{(?:[^{{}}\"'/@\\]++|{_PLAIN_STRING}|/(?!\*))*+\}}"
_STEPS = (
    rf"/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|@[\w-]+|{_BLOCK}|[{{}};]"
    r"|[^{};\"'/@\\]++|."
)
STEP = re.compile(_STEPS, re.DOTALL)
"""What a sheet is cut into: comments, strings and plain blocks are stepped over whole."""
LEAP = re.compile(rf"(?:(?:[^{{}};\"'/@\\]++|{_PLAIN_STRING})*+{_BLOCK})++|{_STEPS}", re.DOTALL)
"""The same, but rules without anything special are stepped over together."""
RULE = re.compile(rf"([^{{}};\"'/@\\]*+)({_BLOCK})|([^{{}};\"'/@\\]++|.)", re.DOTALL)
"""A rule without anything special, its selectors and its block, or a step over something else."""
DEEPEST = 5
"""At-rules inside at-rules that are followed."""
NESTED = re.compile(r"\{[^{}]*+\{")
"""A rule inside of a rule, where there are no at-rules."""
UNLAYERED = 1_000_000
"""Number of what stands in no cascade layer: it wins over what does."""
NAMES = re.compile(r"[.#]([\w\-\x80-\U0010ffff]+)")
UNREADABLE = re.compile(r"[(\[\\]")
"""Selectors whose names need not all be on the page: negations, choices, attribute values, escapes."""
Specificity = tuple[int, int, int]
Declarations = tuple[tuple[str, str, bool], ...]
"""Name, value in lower case, whether it is important."""
Telling = Callable[[Declarations], frozenset[str]]
"""Names the properties that a block of declarations makes worth knowing."""


class Selector(NamedTuple):
    """One selector of a rule; a tuple because pages have hundreds."""

    text: str
    specificity: Specificity
    names: Sequence[str]
    """Classes and ids, in lower case, without which it cannot apply; empty when that is hard to say."""


@dataclass(frozen=True)
class Rule:
    """A rule that sets something which can hide."""

    selector: str
    declarations: Declarations
    names: frozenset[str]
    """Properties that it sets."""
    telling: frozenset[str]
    """Those that it makes worth knowing, of every element it applies to."""
    layer: int
    """Number of its cascade layer; rules outside of layers have the largest."""

    @cached_property
    def selectors(self) -> tuple[Selector, ...]:
        """Its selectors, taken apart only when asked for: most rules are about nothing that anybody asks."""
        return tuple(_selectors(self.selector))

    def on(self, names: set[str]) -> Sequence[Selector]:
        """Return the selectors that `names`, all classes and ids of a page in lower case, do not rule out."""
        if not _may_apply(self.selector, names):
            return ()
        return [selector for selector in self.selectors if names.issuperset(selector.names)]


def rules(sheet: str, names: set[str], telling: Telling, layers: dict[str, int]) -> Iterator[Rule]:
    """Yield the rules of a sheet that may matter, in their order.

    Those are the rules that `names`, all classes and ids of a page in lower case, do not rule out, and those
    under which something could be seen with one class more. `telling` judges the declarations of one rule.
    `layers` numbers the cascade layers of all sheets in the order in which they are first named.
    """
    if "<!--" in sheet:  # around a whole sheet, for browsers of long ago
        sheet = sheet.replace("<!--", " ").replace("-->", " ")
    for part, layer in _parts(sheet, layers):
        text = _sieved(part, names)
        for rule in StyleSheet(text).rules if "{" in text else ():
            if declared := declarations(rule.style):
                properties = frozenset([name for name, _, _ in declared])
                yield Rule(rule.selector_text, declared, properties, telling(declared), layer)


def _sieved(part: str, names: set[str]) -> str:
    """Leave out rules that cannot matter, as seven of ten do: their names cost less to read than they do.

    Only those go that directly follow another rule; what is anything else stays for the parser to make out.
    """
    kept, follows = [], True
    for selectors, block, other in RULE.findall(part):
        if other or not follows or _may_apply(selectors, names) or "opacity" in block.lower():
            kept.append(selectors + block + other)
        follows = not other
    return "".join(kept)


def _may_apply(selectors: str, names: set[str]) -> bool:
    """Say whether a page has the classes and ids that one of these selectors asks for, if that is plain."""
    if "(" in selectors or "[" in selectors or "\\" in selectors:
        return True
    lowered = selectors.lower()
    if "," not in lowered:
        return names.issuperset(NAMES.findall(lowered))
    return any(map(names.issuperset, map(NAMES.findall, lowered.split(","))))


def declarations(style: StyleDeclaration) -> Declarations:
    """Return what a block declares that can hide, long hand and without invalid values."""
    found: list[tuple[str, str, bool]] = []
    for name in style.properties():
        if name not in LOOKED_AT:
            continue
        value, important = style[name].lower(), style.important(name)
        if is_odd(name, value):
            return long_hand(style.text, CAN_HIDE)
        if name in SHORT:
            found += (
                (one, part, important) for one, part in taken_apart(name, value.split()) if one in CAN_HIDE
            )
        else:
            found.append((name, value, important))
    return tuple(found)


def _parts(
    sheet: str, layers: dict[str, int], layer: int = UNLAYERED, depth: int = 0
) -> Iterator[tuple[str, int]]:
    """Cut a sheet into runs of plain rules, in their order, the contents of at-rules that apply included."""
    if "@" not in sheet or depth == DEEPEST:
        yield flattened(sheet) if NESTED.search(sheet) else sheet, layer
        return
    start = nesting = body = at = 0
    rule: re.Match[str] | None = None
    while cut := (STEP if rule is not None and not nesting else LEAP).match(sheet, at):
        mark, at = cut[0], cut.end()
        if mark[0] == "@" != mark and not nesting and rule is None:
            rule = cut
        elif mark == ";" and not nesting:
            _statement(rule, cut.start(), layers)
            rule = None
        elif mark[0] == "{":
            body = body if nesting else cut.start() + 1
            nesting += len(mark) == 1
        elif mark == "}" and nesting:
            nesting -= 1
            if not nesting and rule is None and "{" in sheet[body:at]:
                yield from _parts(flattened(sheet[start:at]), layers, layer, depth + 1)
                start = at
        if mark[-1] == "}" and rule is not None and not nesting:
            yield sheet[start : rule.start()], layer
            name, prelude = rule[0].lower(), sheet[rule.end() : body - 1]
            if _holds(name, prelude):
                inner = _layer(prelude, layers) if name == "@layer" and layer == UNLAYERED else layer
                yield from _parts(sheet[body : at - 1], layers, inner, depth + 1)
            start, rule = at, None
    yield sheet[start:], layer


def _statement(rule: re.Match[str] | None, end: int, layers: dict[str, int]) -> None:
    """Read an at-rule without a block: it may say in which order layers come."""
    if rule is not None and rule[0].lower() == "@layer":
        _layer(rule.string[rule.end() : end], layers)


def _layer(names: str, layers: dict[str, int]) -> int:
    """Number the layers that are named here, or one without a name; return the last one's number."""
    found = [name.strip().partition(".")[0] for name in names.split(",")]
    return [layers.setdefault(name or f"number {len(layers)}", len(layers)) for name in found][-1]


def _holds(name: str, prelude: str) -> bool:
    if name == "@media":
        return applies_to_desktop(prelude.strip())
    return name == "@layer" or (name == "@supports" and supported(prelude))


def _selectors(selectors: str) -> Iterator[Selector]:
    """Yield the selectors of a rule; none when CSS would drop the rule."""
    try:
        weights = css_specificity(selectors)
    except (turbohtml.SelectorSyntaxError, ValueError):
        return
    parts = [part.strip() for part in selectors.split(",")]
    if len(parts) != len(weights):
        parts, weights = [selectors], [max(weights)]
    for part, weight in zip(parts, weights, strict=True):
        names = () if UNREADABLE.search(part) else NAMES.findall(part.lower())
        yield Selector(part, weight, names)
