"""Column names of Search Console's exports of links, which follow the language of the interface."""

from typing import Final

LINKING_PAGE: Final = (
    "linking page",
    "דף מקשר",  # Hebrew, from a public importer
)
LAST_CRAWLED: Final = (
    "last crawled",
    "נסרק לאחרונה",
)
