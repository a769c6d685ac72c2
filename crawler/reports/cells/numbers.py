"""Numbers as tools, spreadsheets and languages write them: `1,240`, `24 541`, `71,6%`, `1.5`."""

import re
from functools import lru_cache
from typing import Final

UNTOLD: Final = frozenset({"", "-", "\u2013", "\u2014", "n/a", "na", "null", "none", "nan", "unknown"})
"""What tools write where they know nothing."""
GROUPED: Final = re.compile(r"[+-]?\d{1,3}(?P<by>[,.' \u00a0\u2009\u202f\u2019])\d{3}(?:(?P=by)\d{3})*")
"""Thousands in groups of three, whatever parts them (CLDR: comma, stop, apostrophe, the four spaces)."""
GROUPS: Final = str.maketrans("", "", ",.' \u00a0\u2009\u202f\u2019")
WRITTEN: Final = re.compile(rf"(?P<whole>{GROUPED.pattern}|[+-]?\d+)(?:[.,](?P<part>\d+))?")
LARGEST: Final = 2**63 - 1
"""What a database column holds."""


@lru_cache(maxsize=4096)
def whole(text: str) -> int | None:
    """A count; None where the tool says nothing.

    Raises `ValueError` for anything that is no whole number of at most 63 bits.
    """
    try:
        number = int(text)
    except ValueError:
        text = text.strip()
        if text.casefold() in UNTOLD:
            return None
        if GROUPED.fullmatch(text):
            number = int(text.translate(GROUPS))
        else:
            measured = decimal(text)
            number = int(measured or 0)
            if measured != number:
                raise
    if abs(number) > LARGEST:
        raise ValueError(f"{text} is larger than any count")
    return number


def http_status(text: str) -> int | None:
    """A status code; None also for 0, which tools write when nothing answered."""
    return whole(text) or None


def is_whole(text: str) -> bool:
    """Whether a cell is a count."""
    try:
        return whole(text) is not None
    except ValueError:
        return False


@lru_cache(maxsize=4096)
def decimal(text: str) -> float | None:
    """A rating, share or percentage (`71,6%` is 71.6); None where the tool says nothing.

    A comma is a decimal one unless three digits follow. Raises `ValueError` for what is no number.
    """
    try:
        number = float(text)
    except ValueError:
        text = text.strip().removesuffix("%").rstrip()
        if text.casefold() in UNTOLD:
            return None
        if not (found := WRITTEN.fullmatch(text)):
            raise
        number = float(f"{found['whole'].translate(GROUPS)}.{found['part'] or 0}")
    if not abs(number) < LARGEST:
        raise ValueError(f"{text} is not a finite number")
    return number
