"""Which attributes of an element carry addresses, and whether they link or embed.

Sources: the attribute index of the HTML standard, Open Graph and Twitter cards, and what lazy-loading
scripts use in the wild.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from evidence.addresses.urls import is_image_url
from evidence.carriers import css_urls, escaped
from evidence.carriers.attribute_rules import (
    ADDRESS_META,
    ADDRESS_PARAMETERS,
    LAZY_EMBEDS,
    LAZY_LINKS,
    LAZY_SRCSETS,
    NATIVE,
    NEVER,
    PAINTED,
    RESOURCE_RELATIONS,
    SVG_RESOURCES,
)
from evidence.carriers.srcset import candidates
from evidence.model import Kind
from evidence.page.refresh import refresh_target

MAX_ATTRIBUTES = 1_000
"""Attributes of one element that are looked at (hostile case 60)."""

_SCRIPT = "javascript:"
_ENCODED = ("http%", "https%", "HTTP%", "HTTPS%")
"""How an address begins whose very first marks are escaped."""
NO_KINDS: Mapping[str, Kind] = {}


class Found(NamedTuple):
    """One address on an element, not yet resolved; a tuple because pages make hundreds."""

    attribute: str
    """Name of the attribute; for `<meta>` its property or name, such as `og:image`."""
    raw: str
    kind: Kind
    lazy: bool
    """Whether a script must move the address before a browser uses it."""


def url_attributes(tag: str, attributes: Mapping[str, str]) -> list[Found]:
    """Find every address that an element carries, in attribute order; names are lower case."""
    native = NATIVE.get(tag, NO_KINDS)
    found: list[Found] = []
    looked_at = attributes.items()
    for name, value in islice(looked_at, MAX_ATTRIBUTES) if len(looked_at) > MAX_ATTRIBUTES else looked_at:
        if name in NEVER or not value:
            continue
        if name in native:
            if value[:11].lower() == _SCRIPT:
                found.extend(_script(name, value))
            else:
                found.append(Found(name, value, native[name], False))
        elif name in _READERS:
            found.extend(_READERS[name](tag, name, value, attributes))
        elif "/" in value or name in LAZY_EMBEDS or name in LAZY_SRCSETS or value.startswith(_ENCODED):
            found.extend(_unusual(tag, name, value))
    return found


def _link(tag: str, name: str, value: str, attributes: Mapping[str, str]) -> Iterator[Found]:
    """Read `href` of `<link>`, whose relation decides, of SVG, and where only scripts use it."""
    if tag == "link":
        relations = set(attributes.get("rel", "").lower().split())
        yield Found(name, value, Kind.EMBED if relations & RESOURCE_RELATIONS else Kind.LINK, lazy=False)
    elif tag.lower() in SVG_RESOURCES:
        if not value.startswith("#"):
            yield Found(name, value, Kind.EMBED, lazy=False)
    elif tag != "base" and not value.startswith("#"):
        yield Found(name, value, Kind.LINK, lazy=True)


def _script(name: str, value: str) -> Iterator[Found]:
    """Read what a `javascript:` address opens, whose text a browser unescapes before it runs it."""
    for url in escaped.urls(unquote(value)):
        yield Found(name, url, Kind.LINK, lazy=True)


def _parameter(tag: str, name: str, value: str, attributes: Mapping[str, str]) -> Iterator[Found]:
    """Read `value` of a plug-in's `<param>`, which is an address where its name says so."""
    if tag == "param" and attributes.get("name", "").lower() in ADDRESS_PARAMETERS:
        yield Found(name, value, Kind.EMBED, lazy=True)


def _pings(_tag: str, name: str, value: str, _attributes: Mapping[str, str]) -> Iterator[Found]:
    for url in value.split():
        yield Found(name, url, Kind.LINK, lazy=True)


def _srcset(_tag: str, name: str, value: str, _attributes: Mapping[str, str]) -> Iterator[Found]:
    for url in candidates(value):
        yield Found(name, url, Kind.EMBED, lazy=False)


def _style(_tag: str, name: str, value: str, _attributes: Mapping[str, str]) -> Iterator[Found]:
    for url in css_urls.urls(value):
        yield Found(name, url, Kind.EMBED, lazy=False)


def _content(tag: str, _name: str, value: str, attributes: Mapping[str, str]) -> Iterator[Found]:
    if tag != "meta":
        return
    if attributes.get("http-equiv", "").strip().lower() == "refresh":
        if target := refresh_target(value):
            yield Found("content", target, Kind.LINK, lazy=False)
        return
    label = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
    if label in ADDRESS_META or value.startswith(("http://", "https://", "//")):
        yield Found(label or "content", value, Kind.EMBED, lazy=False)


_READERS = {
    "href": _link,
    "xlink:href": _link,
    "srcset": _srcset,
    "imagesrcset": _srcset,
    "style": _style,
    "content": _content,
    "ping": _pings,
    "value": _parameter,
    **dict.fromkeys(PAINTED, _style),
}


def _unusual(tag: str, name: str, value: str) -> Iterator[Found]:
    """Read attributes that no standard knows: `data-*`, `load-src`, event handlers, JSON in attributes."""
    if name in LAZY_SRCSETS:
        for url in candidates(value):
            yield Found(name, url, Kind.EMBED, lazy=True)
    elif name in LAZY_EMBEDS and not value.lstrip().startswith(("{", "[", *_ENCODED)):
        addresses = css_urls.urls(value) or [value]
        for url in addresses:
            yield Found(name, url, Kind.EMBED, lazy=True)
    elif name in LAZY_LINKS and not value.startswith(_ENCODED):
        yield Found(name, value, Kind.LINK, lazy=True)
    elif value.startswith(("http://", "https://", "//", "/", "./", "../")) and " " not in value.strip():
        yield Found(name, value, _kind(tag, name, value), lazy=True)
    else:
        for url in escaped.urls(value):
            yield Found(name, url, _kind(tag, name, url), lazy=True)


def _kind(tag: str, name: str, value: str) -> Kind:
    """A picture is embedded; an event handler or data attribute with another address leads there."""
    is_picture = is_image_url(value) or "src" in name or tag in {"img", "source", "picture", "video", "audio"}
    return Kind.EMBED if is_picture else Kind.LINK
