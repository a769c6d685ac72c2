"""The second reading: what other parsers than a browser's find on the page.

Report crawlers use other parsers than browsers do. Before a page is called absent it is read again by
BeautifulSoup over lxml and searched as plain text; what only one of them has is *parser-dependent*.
"""

from bs4 import BeautifulSoup, Tag

from evidence.attributes import url_attributes
from evidence.encoding import decode
from evidence.finds import urls_in_text
from evidence.matching import Match, Matcher
from evidence.model import Carrier, Kind, Reference, Visibility
from evidence.urls import resolve

MOST_FINDS = 100


def second_reading(body: bytes, *, encoding: str, base_url: str, matcher: Matcher) -> list[Reference]:
    """Return the references that a lenient parser or a plain search finds."""
    text = decode(body, encoding)
    lenient = _lenient(text, base_url, matcher)
    seen = {reference.resolved for reference in lenient}
    plain = [reference for reference in _plain(text, base_url, matcher) if reference.resolved not in seen]
    return (lenient + plain)[:MOST_FINDS]


def _lenient(text: str, base_url: str, matcher: Matcher) -> list[Reference]:
    found = []
    for element in BeautifulSoup(text, "lxml").find_all(True):
        assert isinstance(element, Tag)
        attributes = {
            name: " ".join(value) if isinstance(value, list) else value
            for name, value in element.attrs.items()
        }
        for one in url_attributes(element.name, attributes):
            url = resolve(one.raw, base_url)
            match = matcher.match(url) if url else None
            if url and match:
                carrier = Carrier(
                    kind=one.kind,
                    url=url,
                    raw=one.raw[:2000],
                    element=element.name,
                    attribute=one.attribute,
                    anchor=" ".join(element.get_text().split())[:500],
                    visibility=Visibility.INERT,
                    hidden_by="not in a browser's tree",
                )
                found.append(_reference(carrier, match, "lenient"))
    return found


def _plain(text: str, base_url: str, matcher: Matcher) -> list[Reference]:
    found = []
    for raw in urls_in_text(text):
        url = resolve(raw, base_url)
        match = matcher.match(url) if url else None
        if url and match:
            carrier = Carrier(
                kind=Kind.MENTION,
                url=url,
                raw=raw[:2000],
                element="#text",
                attribute="",
                visibility=Visibility.INERT,
                hidden_by="in a comment, a script or a code sample",
            )
            found.append(_reference(carrier, match, "text"))
    return found


def _reference(carrier: Carrier, match: Match, reading: str) -> Reference:
    return Reference(
        carrier=carrier,
        level=match.level,
        target=match.target,
        resolved=match.resolved,
        via=match.via,
        readings=(reading,),
    )
