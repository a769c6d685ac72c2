"""How Semrush says of what kind a link is: one column of yes and no for each kind."""

from crawler.reports.cells.flags import flag
from crawler.reports.statement import LinkType

KINDS = ("Image", "Frame", "Form", "Text")
"""Columns in the order in which they decide: an image link is marked as text too."""


def link_type(*marked: str) -> LinkType | None:
    """The first kind that is marked, from cells in the order of `KINDS`."""
    return next(
        (LinkType(kind.casefold()) for kind, cell in zip(KINDS, marked, strict=True) if flag(cell)), None
    )
