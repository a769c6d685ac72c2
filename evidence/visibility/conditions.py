"""Conditions of at-rules: brackets, `and`, `or` and `not` (Media Queries 4, CSS Conditional Rules 3)."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from evidence.visibility.values import is_odd

IN_BRACKETS = re.compile(r"\(([^()]*)\)")
FUNCTION = re.compile(r"\b([a-z][\w-]*)\([^()]*\)")
ABOUT_BROWSER = frozenset({"selector", "font-tech", "font-format"})
"""What `@supports` asks besides declarations; Chromium knows nearly all of it."""
TRUTH = {True: " true ", False: " false "}
DEEPEST = 8
"""Brackets inside brackets that are opened."""
FOREIGN = ("-moz-", "-ms-", "-o-", "-khtml-", "-webkit-touch-callout", "-webkit-overflow-scrolling")
"""Properties of other browsers."""


def holds(condition: str, answer: Callable[[str], bool], *, meant: frozenset[str] = frozenset()) -> bool:
    """Answer a condition from its inmost brackets out.

    Args:
        condition: in lower case.
        answer: what one pair of brackets comes to.
        meant: further words that are true.
    """
    for _ in range(DEEPEST):
        reduced = IN_BRACKETS.sub(lambda inside: TRUTH[_inside(inside[1], answer, meant)], condition)
        if reduced == condition:
            break
        condition = reduced
    return _truth(condition.split(), meant)


def supported(condition: str) -> bool:
    """Answer a condition of `@supports`; properties nobody here knows are taken to be known to Chromium."""
    condition = condition.lower()
    for _ in range(DEEPEST):
        condition = FUNCTION.sub(lambda call: " true " if call[1] in ABOUT_BROWSER else "x", condition)
    return holds(condition, _is_known)


def _is_known(declaration: str) -> bool:
    name, colon, value = (part.strip() for part in declaration.partition(":"))
    return bool(colon and value) and not name.startswith(FOREIGN) and not is_odd(name, value)


def _inside(condition: str, answer: Callable[[str], bool], meant: frozenset[str]) -> bool:
    words = condition.split()
    is_answered = not {"true", "false"}.isdisjoint(words)
    return _truth(words, meant) if is_answered else answer(condition)


def _truth(words: Sequence[str], meant: frozenset[str]) -> bool:
    """Answer a condition without brackets: truths, `and`, `or` and `not`, which is about all that follows."""
    start = next((at for at, word in enumerate(words) if word != "not"), len(words))
    parts = (list(group) for is_or, group in groupby(words[start:], lambda word: word == "or") if not is_or)
    found = any(all(word in {"true", "and"} or word in meant for word in part) for part in parts)
    return (found or not words) != (start % 2 == 1)
