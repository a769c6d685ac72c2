"""A page of the property itself: what it is about, and how it shows the images that reports name.

The words beside an image on its own page are what the words of a stranger's page are compared with (field
guide 5.3: target profile).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import turbohtml

from evidence.model import Carrier, Kind, Level, PageEvidence
from evidence.property import Property, Target

NEAR = frozenset({Level.EXACT, Level.NORMALISED, Level.WITHOUT_TRACKING, Level.RESIZED, Level.PROXIED})
"""The image itself, whatever its size and whoever resized it."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MOST_HEADINGS = 50
MOST_LINKS = 2_000
MOST_CHARACTERS = 500
"""Of a heading or a caption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a page shows an image."""

    alt: str = ""
    caption: str = ""
    """Of the figure that it stands in."""
    heading: str = ""
    """The nearest one above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """A page of the property."""

    title: str
    headings: tuple[str, ...]
    language: str
    text: str
    """Its main text, or all visible text where no part stands out."""
    shows: Mapping[str, Shown]
    """By URL of the target."""
    links: tuple[str, ...]
    """Pages of the property that it links to."""


def own_page(
    body: bytes, *, url: str, headers: Mapping[str, str], property: Property, images: Sequence[Target]
) -> OwnPage:
    """Read a page of the property and look for the images on it."""
    from evidence.extract import extract  # a crawl asks what a page has and never reads one itself

    page = extract(body, url=url, headers=headers, property=property, targets=images)
    document = turbohtml.parse(body, encoding=page.encoding or None, positions=False)
    headings = [text for element in document.find_all(list(HEADINGS)) if (text := _text(element))]
    return OwnPage(
        title=page.title,
        headings=tuple(headings[:MOST_HEADINGS]),
        language=page.language_declared or page.language_detected,
        text=" ".join((document.main_text() or page.text).split()),
        shows=_shows(page, document),
        links=tuple(islice(_links(page), MOST_LINKS)),
    )


def _shows(page: PageEvidence, document: turbohtml.Document) -> dict[str, Shown]:
    carriers: dict[str, Carrier] = {}
    for reference in page.references:
        if reference.target and reference.level in NEAR and reference.carrier.kind is Kind.EMBED:
            carriers.setdefault(reference.target, reference.carrier)
    beside = _beside(document) if carriers else {}
    return {
        target: beside.get(carrier.raw.strip(), Shown(alt=carrier.anchor))
        for target, carrier in carriers.items()
    }


def _beside(document: turbohtml.Document) -> dict[str, Shown]:
    """What stands with each image of a page, by every word of its attributes: one of them is its address."""
    found: dict[str, Shown] = {}
    heading = ""
    for element in document.find_all([*HEADINGS, "img"]):
        if element.tag != "img":
            heading = _text(element) or heading
            continue
        figure = element.closest("figure")
        caption = figure.find("figcaption") if figure else None
        shown = Shown(
            alt=" ".join((element.attr("alt") or "").split())[:MOST_CHARACTERS],
            caption=_text(caption) if caption else "",
            heading=heading,
        )
        for value in element.attrs.values():
            for word in str(value).split():
                found.setdefault(word.rstrip(","), shown)
    return found


def _links(page: PageEvidence) -> Iterator[str]:
    own = (
        reference.resolved.partition("#")[0]
        for reference in page.references
        if reference.carrier.kind is Kind.LINK and reference.carrier.element == "a"
    )
    return iter(dict.fromkeys(own))


def _text(element: turbohtml.Element) -> str:
    return " ".join(element.text.split())[:MOST_CHARACTERS]
