"""Yes and no as tools and spreadsheets write them."""

from functools import lru_cache
from typing import Final

from crawler.reports.cells.numbers import UNTOLD

YES: Final = frozenset({
    "true", "1", "yes", "y", "x", "+", "✓", "on",
    "vrai", "wahr", "verdadero", "vero", "verdadeiro", "waar", "prawda", "истина",  # Google Sheets, Excel
})  # fmt: skip
NO: Final = frozenset({
    "false", "0", "no", "n", "off",
    "faux", "falsch", "falso", "onwaar", "fałsz", "ложь",
})  # fmt: skip


@lru_cache(maxsize=256)
def flag(text: str) -> bool | None:
    """Yes or no; None where the tool says nothing. Raises `ValueError` for any other word."""
    word = text.strip().casefold()
    if word in NO:
        return False
    if word in YES:
        return True
    if word in UNTOLD:
        return None
    raise ValueError(f"{text!r} is neither yes nor no")


def mark(text: str) -> bool:
    """A mark that is set when anything but a no stands in the cell (Majestic)."""
    word = text.strip().casefold()
    return word not in NO and word not in UNTOLD
