"""Tokens of CSS, with brackets as trees, by tinycss2."""

from collections.abc import Iterable, Sequence
from typing import Any

import tinycss2

Tokens = Sequence[Any]
DEEPEST = 8
"""Brackets inside brackets that honest values have."""


def tokens(source: str) -> Tokens:
    """Cut source into tokens and brackets, without white space and comments."""
    return told(tinycss2.parse_component_value_list(source, skip_comments=True))


def told(values: Iterable[Any]) -> Tokens:
    """Leave out white space."""
    return [one for one in values if one.type != "whitespace"]


def word(token: Any) -> str:
    """Return an identifier in lower case; empty for anything else."""
    return str(token.lower_value) if token.type == "ident" else ""


def inside(token: Any) -> list[Any]:
    """Return the tokens in a pair of brackets or the arguments of a function; nothing for anything else."""
    found = token.arguments if token.type == "function" else getattr(token, "content", None)
    return found if isinstance(found, list) else []


def is_sound(values: Iterable[Any]) -> bool:
    """Say whether tokens have no broken string or address, and brackets no deeper than honest ones."""
    level = list(values)
    for _ in range(DEEPEST):
        if any(one.type == "error" for one in level):
            return False
        level = [part for one in level for part in inside(one)]
    return not level


def source_of(values: Tokens) -> str:
    """Return the source of sound tokens, and nothing for others, which may be too deep to be written."""
    return str(tinycss2.serialize(values)).strip() if is_sound(values) else ""
