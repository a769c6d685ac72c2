"""What fades in: of no opacity at first, and shown by an animation or a script.

Read without running anything, so each way to be shown must be there in full: a rule that another class would
make win, a script that could add or remove that class, an animation that runs by itself and stays at its end.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

import turbohtml
from turbohtml.cssom import StyleRule

from evidence.visibility.sheet_nodes import AtRule
from evidence.visibility.sheets import NAMES, Rule
from evidence.visibility.styles import Declared, Styles, Weight, weight

SEEN = 0.05
"""Opacity above which something is seen."""
LONGEST = 10.0
"""Seconds that a reader may have to wait: ours, many times what honest pages take."""
MOST_SCRIPT = 500_000
"""Characters of scripts that are searched."""
SHORTEST_STEM = 4
"""Letters that two class names must share to be of one thing, as `lazyload` and `lazyloaded`."""
MOST_STATES = 100
"""Classes that are tried on elements of no opacity."""
MOST_RULES = 1_000
"""Rules under which something is seen that are looked at."""
MOST_ELEMENTS = 2_000
"""Elements of no opacity that are looked at; others are hidden, and the page counts as read in part."""
LONGEST_SELECTOR = 500
"""Characters of a selector that is taken apart; longer ones prove nothing."""
NAME = re.compile(r"\.((?:[\w-]|[^\0-\x7f])+)")
SECONDS = re.compile(r"(?<![\w.-])(\d*\.?\d+)(m?s)(?![\w-])")
EMPTY = re.compile(r"(^|[\s>+~])(?=$|[\s>+~])")
REMOVED = (
    r"(?:classList\s*\.\s*(?:remove|toggle|replace)|removeClass|toggleClass)\s*\([^)]{{0,100}}[\"' ]{}[\"' ]"
)
NAMED = r"[\"'\s.]{}[\"'\s]"


@dataclass(frozen=True, slots=True)
class _State:
    """A class that would make a rule apply under which something is seen."""

    name: str
    weight: Weight
    rule: Rule
    rest: str
    """The selector without the class."""


class Fading:
    """Knows what a page's style elements and scripts could show later."""

    def __init__(self, document: turbohtml.Document, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._removed: dict[str, bool] = {}
        self._elements = 0

    def way(self, element: turbohtml.Element, attributes: Mapping[str, str], hidden: Declared) -> str:
        """Return how an element of no opacity comes to be seen; empty when nothing shows it."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            self._styles.is_cut = True
            return ""
        if hidden.where == "style" and "opacity" in attributes.get("onload", ""):
            return "shown when it is loaded"
        return self._by_animation(element) or self._by_removal(hidden) or self._by_class(element, hidden)

    def _by_animation(self, element: turbohtml.Element) -> str:
        if not self._shown_at_end:
            return ""
        asked = [self._styles.ask(element, name) for name in ANIMATED]
        words = re.split(r"[\s,]+", " ".join(asked))
        stays = "forwards" in words or "both" in words
        if not stays or "paused" in words or _seconds(" ".join(asked)) > LONGEST:
            return ""
        name = next((word for word in words if word in self._shown_at_end), "")
        return f"fades in by the animation {name}" if name else ""

    def _by_removal(self, hidden: Declared) -> str:
        for name in NAME.findall(hidden.where) if len(hidden.where) <= LONGEST_SELECTOR else ():
            if name not in self._removed:
                found = (
                    re.search(REMOVED.format(re.escape(name)), self._scripts)
                    if name in self._scripts
                    else None
                )
                self._removed[name] = found is not None
            if self._removed[name]:
                return f"shown when a script takes the class {name} away"
        return ""

    def _by_class(self, element: turbohtml.Element, hidden: Declared) -> str:
        own = (element.attr("class") or "").split()
        for state in self._states:
            wins = state.weight > hidden.weight and self._would_show(state, element, own)
            if wins and self._is_soft(element, state.rule):
                return f"fades in with the class {state.name}"
        return ""

    @cached_property
    def _states(self) -> list[_State]:
        """What could be seen with one class more than now, at most a hundred things."""
        shown = (
            (important, order, rule)
            for order, rule in self._styles.rules
            for name, value, important in rule.declarations
            if name == "opacity" and _opacity(value) > SEEN
        )
        states = (
            _State(name, weight(rule, selector, order, important=important), rule, rest)
            for important, order, rule in islice(shown, MOST_RULES)
            for selector in rule.selectors
            for name, rest in _without_a_class(selector.text)
            if self._styles.names.issuperset(NAMES.findall(rest.lower())) and self._could_be_set(name)
        )
        return list(islice(states, MOST_STATES))

    def _would_show(self, state: _State, element: turbohtml.Element, own: Sequence[str]) -> bool:
        """Say whether a rule would apply if an element, or one around it, had the class."""
        is_bound = bool(NAMES.search(state.rest)) or "[" in state.rest
        is_kin = any(len(one) >= SHORTEST_STEM and state.name.startswith(one) for one in own)
        if state.name in own or not (is_bound or is_kin):
            return False
        try:
            return element.matches(state.rest)
        except turbohtml.SelectorSyntaxError:
            return False

    def _is_soft(self, element: turbohtml.Element, shown: Rule) -> bool:
        """Say whether opacity changes by degrees, within the time that a reader waits."""
        said = (value for name, value, _ in shown.declarations if name in TRANSITIONS)
        asked = (self._styles.ask(element, name) for name in TRANSITIONS)
        return any(map(_is_soft, chain(said, asked)))

    def _could_be_set(self, name: str) -> bool:
        """Say whether a script that was not loaded may set a class, or one of the page names it."""
        if self._has_others:
            return True
        return name in self._scripts and bool(re.search(NAMED.format(re.escape(name)), self._scripts))

    @cached_property
    def _has_others(self) -> bool:
        return self._document.select_one("script[src]") is not None

    @cached_property
    def _scripts(self) -> str:
        return "\n".join(one.text for one in self._document.find_all("script"))[:MOST_SCRIPT]

    @cached_property
    def _shown_at_end(self) -> frozenset[str]:
        """Name the animations at whose end one sees what they move."""
        return frozenset(one.prelude.lower() for one in self._styles.animations if _ends_seen(one))


ENDS = frozenset({"to", "100%"})
"""How keyframes call the end of an animation."""
ANIMATED = ("animation", "animation-name", "animation-fill-mode", "animation-play-state", "animation-delay")
TRANSITIONS = ("transition", "transition-property")


def _ends_seen(animation: AtRule) -> bool:
    ends = [
        rule.style.get("opacity", "")
        for rule in animation.content()
        if isinstance(rule, StyleRule)
        and ENDS & {part.strip().lower() for part in rule.selector_text.split(",")}
    ]
    return bool(ends) and _opacity(ends[-1] or "") > SEEN


def _is_soft(transition: str) -> bool:
    of_opacity = "opacity" in transition or "all" in transition or SECONDS.match(transition) is not None
    return of_opacity and _seconds(transition) <= LONGEST


def _without_a_class(selector: str) -> Iterator[tuple[str, str]]:
    """Yield each class of a selector with what is left without it; states of the pointer are no fading in."""
    is_read = ":" not in selector and len(selector) <= LONGEST_SELECTOR
    for name in dict.fromkeys(NAME.findall(selector)) if is_read else ():
        rest = re.sub(rf"\.{re.escape(name)}(?![\w-])", "", selector)
        yield name, EMPTY.sub(r"\1*", rest).strip()


def _opacity(value: str) -> float:
    try:
        return float(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        return 0.0


def _seconds(value: str) -> float:
    """Add up the times that a transition or animation takes and waits."""
    return sum(float(number) / (1000 if unit == "ms" else 1) for number, unit in SECONDS.findall(value))
