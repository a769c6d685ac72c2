"""Ahrefs' words for kinds of links, in its exports and its API."""

from typing import Final

from crawler.reports.statement import LinkType

LINK_TYPES: Final = {
    "text": LinkType.TEXT,
    "href": LinkType.TEXT,  # API v2
    "image": LinkType.IMAGE,
    "redirect": LinkType.REDIRECT,
    "canonical": LinkType.CANONICAL,
    "frame": LinkType.FRAME,
    "form": LinkType.FORM,
    "rss": LinkType.FEED,
    "alternate": LinkType.FEED,  # API v2: <link rel=alternate>, feeds for the most part
}


def link_type(text: str) -> LinkType | None:
    """The kind of a link; None for a word that Ahrefs has invented since."""
    return LINK_TYPES.get(text.casefold())
