"""What is given to a child that reads a body of the property's own, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidence.page.own_page import OwnPage
from evidence.property import Property, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTask:
    """A body of the property, and the images to look for in it."""

    body: bytes
    """As it came over the wire."""
    headers: Mapping[str, str]
    """Lower-case names."""
    url: str
    property: Property
    images: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRead:
    """What it is."""

    kind: str
    """`image`, `page` or `other`."""
    bytes: int
    """Decoded."""
    format: str = ""
    width: int = 0
    height: int = 0
    picture_hash: str = ""
    page: OwnPage | None = None
