"""Conditions of at-rules: brackets, `and`, `or` and `not` (Media Queries 4, CSS Conditional Rules 3)."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from evidence.remembering import remembered
from evidence.visibility.selector_lists import is_known
from evidence.visibility.tokens import Tokens, source_of, tokens, told, word
from evidence.visibility.values import is_odd

ABOUT_FONTS = frozenset({"font-tech", "font-format"})
"""What `@supports` asks besides declarations and selectors; Chromium knows nearly all of it."""
DEEPEST = 8
"""Brackets inside brackets that are opened."""
FOREIGN = ("-moz-", "-ms-", "-o-", "-khtml-", "-webkit-touch-callout", "-webkit-overflow-scrolling")
"""Properties of other browsers."""
JOINING = frozenset({"and", "or", "not"})
"""What no condition ends with."""
Answer = bool | None
"""None when a browser would not know: `not` leaves it so, and in the end it does not hold."""


def holds(
    condition: Tokens,
    answer: Callable[[Any], Answer],
    *,
    meant: frozenset[str] = frozenset(),
    depth: int = DEEPEST,
) -> Answer:
    """Answer a condition.

    Args:
        condition: its tokens.
        answer: what brackets or a function without a condition inside come to.
        meant: words that are true; others are not.
        depth: brackets inside brackets that are opened.
    """
    if condition and word(condition[-1]) in JOINING:
        return None
    start = next((at for at, one in enumerate(condition) if word(one) != "not"), len(condition))

    def truth(one: Any) -> Answer:
        if one.type == "ident":
            return word(one) in meant
        inside = told(one.content) if one.type == "() block" else ()
        if not _is_condition(inside):
            return answer(one)
        return holds(inside, answer, depth=depth - 1) if depth else None

    kinds = groupby(condition[start:], lambda one: word(one) == "or")
    parts = [[truth(one) for one in part if word(one) != "and"] for is_or, part in kinds if not is_or]
    found = _any([_all(part) for part in parts])
    return found if found is None or start % 2 == 0 else not found


@remembered(256)
def supported(condition: str) -> bool:
    """Answer a condition of `@supports`; properties nobody here knows are taken to be known to Chromium."""
    return holds(tokens(condition), _is_known) is True


def _is_known(asked: Any) -> Answer:
    if asked.type == "function":
        is_selector = asked.lower_name == "selector"
        return is_known(source_of(asked.arguments)) if is_selector else asked.lower_name in ABOUT_FONTS
    inside = told(asked.content) if asked.type == "() block" else ()
    if len(inside) < 3 or inside[1] != ":":
        return False
    name, value = word(inside[0]), source_of(inside[2:]).lower()
    return not name.startswith(FOREIGN) and not is_odd(name, value)


def _is_condition(inside: Tokens) -> bool:
    """Say whether brackets hold further brackets to be answered, and not a feature or declaration."""
    return any(one.type in {"() block", "function"} for one in inside) and ":" not in inside


def _any(answers: Sequence[Answer]) -> Answer:
    return True if True in answers else None if None in answers else False


def _all(answers: Sequence[Answer]) -> Answer:
    return False if False in answers else None if None in answers or not answers else True
