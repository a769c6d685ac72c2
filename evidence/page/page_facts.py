"""What a page says of itself: title, language, canonical address, robots directives, refresh."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import turbohtml

from evidence.addresses.urls import resolve
from evidence.page.fields import Fields, fields_of
from evidence.page.refresh import refresh_target

ROBOTS = frozenset({"robots", "googlebot"})
"""Names of `<meta>` for all robots, and for the one whose index counts most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """The page's own statements."""

    base_url: str
    title: str
    language_declared: str
    canonical: str
    robots: tuple[str, ...]
    refresh: str
    fields: Fields


def page_facts(document: turbohtml.Document, url: str, headers: Mapping[str, str]) -> PageFacts:
    """Read the head of the page and the headers that say the same."""
    base_url = _base(document, url)
    title = document.find("title")
    return PageFacts(
        base_url=base_url,
        title=" ".join(title.text.split())[:1000] if title else "",
        language_declared=_language(document, headers),
        canonical=_canonical(document, base_url),
        robots=_robots(document, headers),
        refresh=_refresh(document, headers, base_url),
        fields=fields_of(document),
    )


def _base(document: turbohtml.Document, url: str) -> str:
    for element in document.find_all("base"):
        href = element.attr("href")
        if href is not None:
            return resolve(href, url) or url
    return url


def _language(document: turbohtml.Document, headers: Mapping[str, str]) -> str:
    root = document.find("html")
    declared = (root.attr("lang") if root else "") or headers.get("content-language", "")
    return re.split(r"[-_,;\s]", declared.strip(), maxsplit=1)[0].lower()[:8]


def _canonical(document: turbohtml.Document, base_url: str) -> str:
    for element in document.find_all("link"):
        if "canonical" in (element.attr("rel") or "").lower().split():
            return resolve(element.attr("href") or "", base_url) or ""
    return ""


def _robots(document: turbohtml.Document, headers: Mapping[str, str]) -> tuple[str, ...]:
    values = [headers.get("x-robots-tag", "")]
    values += [
        element.attr("content") or ""
        for element in document.find_all("meta")
        if (element.attr("name") or "").strip().lower() in ROBOTS
    ]
    directives = (part.strip().lower() for value in values for part in value.split(","))
    return tuple(dict.fromkeys(directive for directive in directives if directive))


def _refresh(document: turbohtml.Document, headers: Mapping[str, str], base_url: str) -> str:
    values = [headers.get("refresh", "")]
    values += [
        element.attr("content") or ""
        for element in document.find_all("meta")
        if (element.attr("http-equiv") or "").strip().lower() == "refresh"
    ]
    for value in values:
        if target := refresh_target(value):
            return resolve(target, base_url) or ""
    return ""
