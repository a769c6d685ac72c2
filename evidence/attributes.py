"""Which attributes of an element carry a URL (field guide 5.2, cases 1 to 4, 27, 39)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidence.model import Kind
from evidence.srcset import candidates

LINKS = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "form": ("action",),
    "iframe": ("src",),
    "frame": ("src",),
    "link": ("href",),
    "button": ("formaction",),
}
"""Attributes that a reader can follow, by element; `link` is decided by its `rel`."""
EMBEDS = frozenset({"src", "poster", "background", "data", "href", "xlink:href", "lowsrc"})
"""Attributes that show a resource, on any other element."""
SETS = frozenset({"srcset", "imagesrcset", "data-srcset", "data-lazy-srcset"})
MAY_HOLD_URLS = SETS | {"style", "content"}
LINK_RELATIONS = frozenset({"canonical", "alternate", "amphtml", "next", "prev", "shortlink"})
META_URLS = frozenset({
    "og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video",
    "twitter:image", "twitter:image:src", "twitter:url", "msapplication-tileimage", "thumbnail",
})  # fmt: skip
"""Names of `<meta>` whose content is a URL (Open Graph, Twitter cards)."""
CSS_URL = re.compile(r"url\(\s*([\"']?)(.*?)\1\s*\)", re.IGNORECASE)
LOOKS_LIKE_URL = re.compile(
    r"^\s*(?:https?:)?//|^\s*/[^/]|\.(?:jpe?g|png|gif|webp|avif|svg)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """One URL as an attribute carries it, not yet resolved."""

    attribute: str
    raw: str
    kind: Kind
    lazy: bool = False


def url_attributes(tag: str, attributes: Mapping[str, str]) -> Iterator[Found]:
    """Yield every URL that the element carries, in the order of its attributes."""
    links = LINKS.get(tag, ())
    for name, value in attributes.items():
        if not value:
            continue
        if name in links:
            yield Found(name, value, _link_kind(tag, attributes))
        elif name in EMBEDS:
            yield Found(name, value, Kind.EMBED)
        elif name in MAY_HOLD_URLS or name.startswith("data-"):
            yield from _inside(tag, name, value, attributes)


def _inside(tag: str, name: str, value: str, attributes: Mapping[str, str]) -> Iterator[Found]:
    """Yield the URLs of an attribute that holds other things too."""
    if name in SETS:
        yield from (Found(name, raw, Kind.EMBED, name.startswith("data-")) for raw in candidates(value))
    elif name == "style":
        yield from (Found(name, match[2], Kind.EMBED) for match in CSS_URL.finditer(value))
    elif name == "content":
        if tag == "meta" and _meta_name(attributes) in META_URLS:
            yield Found(_meta_name(attributes), value, Kind.EMBED)
    elif LOOKS_LIKE_URL.search(value):
        yield Found(name, value.strip(), Kind.EMBED, tag in {"img", "source"})


def _link_kind(tag: str, attributes: Mapping[str, str]) -> Kind:
    if tag != "link":
        return Kind.LINK
    relations = set((attributes.get("rel") or "").lower().split())
    return Kind.LINK if relations & LINK_RELATIONS else Kind.EMBED


def _meta_name(attributes: Mapping[str, str]) -> str:
    return (attributes.get("property") or attributes.get("name") or "").strip().lower()
