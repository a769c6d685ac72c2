"""What Search Console's exports are known by; their column names follow the language of the interface."""

from typing import Final

from crawler.reports.cells.dates import is_date
from crawler.reports.files.table import Table

LINKING_PAGE: Final = ("linking page", "דף מקשר")
"""English and Hebrew; in another language a list of linking pages reads as a plain list."""
LATEST_LINKS: Final = ("linking page", "last crawled")


def has_dated_pages(table: Table) -> bool:
    """Whether every row is an address and a date, whatever the columns are called."""
    rows = table.sample
    return bool(rows) and all(len(row) == 2 and row[0].startswith("http") and is_date(row[1]) for row in rows)
