"""Dates as tools and spreadsheets write them; always aware, in UTC, a bare date being midnight.

Tools name no time zone and mean UTC. `03/04/2026` alone can be read in two ways: another date of the same
file (`day_order`) or what is known of the tool decides; otherwise such a cell stays unread.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from crawler.reports.cells.numbers import UNTOLD

NEVER: Final = ("0000", "0001-01-01", "1970-01-01", "1900-01-00", "00/00/0000")
"""Beginnings of the zero dates of databases and spreadsheets."""
FORMS: Final = (
    "%Y-%m-%d",  # with white space around it
    "%Y-%m-%d %H:%M:%S",
    "%b %d, %Y",  # Sep 15, 2026: Search Console in English
    "%B %d, %Y",  # September 15, 2026
    "%d %b %Y",  # 15 Sep 2026: Ahrefs' own pages
    "%d %B %Y",
    "%d-%b-%Y",  # 23-Feb-2020: names of Ahrefs files
    "%d %b %Y %H:%M",
    "%d.%m.%Y",  # 15.09.2026: spreadsheets in German, Polish, Russian; never month first
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%Y/%m/%d",  # 2026/09/15: spreadsheets in Japanese
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y-%m-%d %H:%M:%S UTC",
    "%d/%b/%Y:%H:%M:%S %z",  # 10/Feb/2012:16:42:07 -0500: Common Log Format
)
"""Forms beside ISO 8601 that can be read in one way only."""
SHORT_SEPTEMBER: Final = re.compile(r"\bSept\b\.?")
SLASHED: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)?")
SERIAL: Final = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?")
"""Days since 30 December 1899: a date that lost its format in a spreadsheet (1954 to 2119)."""
EPOCH: Final = re.compile(r"1\d{9}(\d{3})?")
"""Seconds or milliseconds since 1970, from 2001 on."""


def moment(text: str, *, day_first: bool | None = None) -> datetime | None:
    """A date; None where the tool says nothing.

    Raises `ValueError` for what is no date, and for one with two readings while `day_first` is None.
    """
    if not text:
        return None
    try:
        # Nearly every date of a report has 19 characters; the zone appended, one call makes it aware.
        when = datetime.fromisoformat(text + "+00:00" if len(text) == 19 else text)
    except ValueError:
        return _other(text.strip(), day_first=day_first)
    return when if when.tzinfo is UTC and 1990 <= when.year < 2200 else _utc(when)


def is_date(text: str) -> bool:
    """Whether a cell is a date in any form, if only one knew whether its day comes first."""
    try:
        return moment(text, day_first=True) is not None
    except ValueError:
        return False


def day_order(texts: Iterable[str]) -> bool | None:
    """Whether the dates of one file put the day first; None when not one of them tells."""
    for text in texts:
        if slashed := SLASHED.fullmatch(text.strip()):
            first, second = int(slashed[1]), int(slashed[2])
            if max(first, second) > 12:
                return first > 12
    return None


@lru_cache(maxsize=4096)
def _other(text: str, *, day_first: bool | None) -> datetime | None:
    """Everything that is not ISO 8601."""
    if text.casefold() in UNTOLD or text.startswith(NEVER):
        return None
    text = SHORT_SEPTEMBER.sub("Sep", text)
    if slashed := SLASHED.fullmatch(text):
        first, second, year, hour, minute, seconds = (int(part or 0) for part in slashed.groups())
        if first > 12 or second > 12 or first == second:
            day_first = first > 12
        if day_first is None:
            raise ValueError(f"{text}: day or month first?")
        month, day = (second, first) if day_first else (first, second)
        return datetime(year, month, day, hour, minute, seconds, tzinfo=UTC)
    if EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    if SERIAL.fullmatch(text):
        return datetime(1899, 12, 30, tzinfo=UTC) + timedelta(days=float(text.replace(",", ".")))
    for form in FORMS:
        try:
            return _utc(datetime.strptime(text, form))  # noqa: DTZ007  # _utc adds the zone
        except ValueError:
            continue
    raise ValueError(f"{text!r} is no date in a known form")


def _utc(when: datetime) -> datetime | None:
    if when.year < 1990:  # there was no web to be seen: the zero date of some system
        return None
    if when.year > 2200:
        raise ValueError(f"{when.year} has not come yet")
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
