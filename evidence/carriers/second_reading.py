"""The second reading: what other parsers than a browser's would find, before a page is called absent.

Report crawlers read pages with lenient parsers or search the source as text. The page is read by
BeautifulSoup over lxml, then its source is searched with escapes undone; what only these see is told as
parser-dependent.
"""

import warnings
from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import Comment, NavigableString, PreformattedString, Tag

from evidence.addresses.matching import Matcher
from evidence.addresses.urls import resolve
from evidence.carriers import escaped
from evidence.carriers.attributes import url_attributes
from evidence.model import Carrier, Kind, Level, Place, Reference, Visibility

MAX_REFERENCES = 1_000
"""Finds kept of one page."""

_SCRIPT = frozenset({"script", "style"})
_INERT = {
    "template": "<template>",
    "code": "<code>",
    "pre": "<pre>",
    "textarea": "<textarea>",
    "xmp": "<xmp>",
}
_METADATA = frozenset({"meta", "link"})


def second_reading(body: bytes, *, encoding: str, base_url: str, matcher: Matcher) -> list[Reference]:
    """Find the property in a page once more, by a lenient tree and by plain text.

    Raises nothing: bytes that do not decode become replacement characters. What stands in a comment, a
    template, a script or a code sample is `Visibility.INERT`; so is what only the raw text has.
    """
    source = _decoded(body, encoding)
    found: dict[tuple[Kind, str, str], Reference] = {}
    for reference in _lenient(source, base_url, matcher):
        found.setdefault(_key(reference), reference)
        if len(found) >= MAX_REFERENCES:
            break
    known = {reference.resolved for reference in found.values()}
    for reference in _as_text(source, base_url, matcher):
        if reference.resolved not in known and len(found) < MAX_REFERENCES:
            found.setdefault(_key(reference), reference)
    return sorted(found.values(), key=lambda reference: reference.level)


def _decoded(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return body.decode("utf-8", "replace")


def _key(reference: Reference) -> tuple[Kind, str, str]:
    return reference.carrier.kind, reference.carrier.element, reference.resolved


def _lenient(source: str, base_url: str, matcher: Matcher) -> Iterator[Reference]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(source, "lxml", multi_valued_attributes=None)
    for node in soup.descendants:
        if isinstance(node, Tag):
            yield from _from_tag(node, base_url, matcher)
        elif isinstance(node, NavigableString):
            yield from _from_text(node, base_url, matcher)


def _from_tag(tag: Tag, base_url: str, matcher: Matcher) -> Iterator[Reference]:
    attributes = {name: value for name, value in tag.attrs.items() if isinstance(value, str)}
    for found in url_attributes(tag.name, attributes):
        url = resolve(found.raw, base_url)
        match = matcher.match(url) if url else None
        if url is None or match is None:
            continue
        hidden_by = _inert_ancestor(tag, {"template": "<template>"})
        seen = Visibility.LAZY if found.lazy else Visibility.VISIBLE
        visibility = Visibility.METADATA if tag.name in _METADATA else seen
        carrier = Carrier(
            kind=found.kind,
            url=url,
            raw=found.raw,
            element=tag.name,
            attribute=found.attribute,
            anchor=(attributes.get("alt") or " ".join(islice(tag.stripped_strings, 20)))[:200],
            rel=tuple(attributes.get("rel", "").lower().split()),
            visibility=Visibility.INERT if hidden_by else visibility,
            hidden_by=hidden_by,
            place=Place.HEAD if tag.name in _METADATA else Place.MAIN,
            path=_path(tag),
        )
        yield Reference(
            carrier=carrier,
            level=match.level,
            target=match.target,
            resolved=match.resolved,
            via=match.via,
            readings=("lenient",),
        )


def _from_text(text: NavigableString, base_url: str, matcher: Matcher) -> Iterator[Reference]:
    parent = text.parent.name if text.parent else ""
    if isinstance(text, Comment):
        yield from _written(str(text), "#comment", "a comment", base_url, matcher, "lenient")
    elif parent in _SCRIPT:
        yield from _written(str(text), parent, f"the text of a <{parent}>", base_url, matcher, "lenient")
    elif not isinstance(text, PreformattedString):
        hidden_by = _inert_ancestor(text, _INERT)
        yield from _mentions(str(text), "#text", hidden_by, matcher, "lenient")


def _as_text(source: str, base_url: str, matcher: Matcher) -> Iterator[Reference]:
    yield from _written(source, "#source", "the source text only", base_url, matcher, "text")


def _written(
    text: str, element: str, hidden_by: str, base_url: str, matcher: Matcher, reading: str
) -> Iterator[Reference]:
    """Search text that no reader sees for addresses, with escapes undone, then for names."""
    seen = False
    for raw in escaped.urls(text):
        url = resolve(raw, base_url)
        match = matcher.match(url) if url else None
        if url and match:
            seen = True
            carrier = Carrier(
                kind=Kind.MENTION,
                url=url,
                raw=raw,
                element=element,
                attribute="",
                visibility=Visibility.INERT,
                hidden_by=hidden_by,
            )
            yield Reference(
                carrier=carrier,
                level=Level.MENTIONED,
                target=match.target,
                resolved=match.resolved,
                via=match.via,
                readings=(reading,),
            )
    if not seen:
        yield from _mentions(escaped.unescaped(text), element, hidden_by, matcher, reading)


def _mentions(text: str, element: str, hidden_by: str, matcher: Matcher, reading: str) -> Iterator[Reference]:
    for mention in matcher.mentions(text):
        carrier = Carrier(
            kind=Kind.MENTION,
            url="",
            raw=mention.text,
            element=element,
            attribute="",
            anchor=mention.text,
            visibility=Visibility.INERT if hidden_by else Visibility.VISIBLE,
            hidden_by=hidden_by,
        )
        yield Reference(
            carrier=carrier,
            level=mention.level,
            target=mention.target,
            resolved=mention.text,
            readings=(reading,),
        )


def _inert_ancestor(node: Tag | NavigableString, names: dict[str, str]) -> str:
    for depth, ancestor in enumerate(node.parents):
        if ancestor.name in names:
            return names[ancestor.name]
        if depth >= 64:
            break
    return ""


def _path(tag: Tag) -> str:
    names = [tag.name]
    for depth, ancestor in enumerate(tag.parents):
        if ancestor.name == "[document]" or depth >= 64:
            break
        names.append(ancestor.name)
    return "/".join(reversed(names))[:200]
