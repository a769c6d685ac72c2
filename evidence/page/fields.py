"""The fields of a page's forms: what readers choose among, and what is written in for them."""

from dataclasses import dataclass
from itertools import islice

import turbohtml

MOST = 1_000
"""Fields of a page that are looked at."""
LONGEST = 200
"""Characters of a value; nobody asks a search engine for more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the forms of a page ask for and hold."""

    choices: int
    """Fields by which readers choose or vote."""
    filled: frozenset[str]
    """What fields are filled with."""


def fields_of(document: turbohtml.Document) -> Fields:
    """Read the `input` elements of the tree: what stands in comments and scripts is no field."""
    inputs = list(islice(document.find_all("input"), MOST))
    kinds = [(one.attr("type") or "").strip().lower() for one in inputs]
    values = (one.attr("value") or "" for one in inputs)
    return Fields(
        choices=sum(kind in {"radio", "checkbox"} for kind in kinds),
        filled=frozenset(value.strip() for value in values if len(value) <= LONGEST),
    )
