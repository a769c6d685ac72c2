"""Who the visitor pretends to be, and who not.

Spam kits show their links only to visitors from a search engine, to phones, or to one language. Each
profile changes one thing; all of them name Linkwitness. None claims to be a search engine's robot: sites may
check that, and it would be a lie.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One kind of visitor."""

    name: str
    """Stored with the visit."""
    says: str
    """For people: what is different about this visitor."""
    condition: str = ""
    """For people: what a page looks at that shows this visitor something else."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """What differs from the plain visitor."""
    is_mobile: bool = False
    has_cookies: bool = False
    """Whether the visitor gives back the cookies that the plain visit was given."""


VERSION = version("linkwitness")
PLAIN = Profile(name="plain", says="a visitor who comes from nowhere")
DOUBTERS = (
    Profile(
        name="search-referrer",
        says="a visitor who comes from a search engine",
        condition="the referrer",
        headers={"Referer": "https://www.google.com/"},
    ),
    Profile(name="mobile", says="a visitor with a phone", condition="the device", is_mobile=True),
    Profile(
        name="english",
        says="a visitor whose browser asks for English",
        condition="the language",
        headers={"Accept-Language": "en-US,en;q=0.9"},
    ),
    Profile(
        name="cookies", says="a visitor who comes back with cookies", condition="cookies", has_cookies=True
    ),
)
"""Tried, in this order, when the plain visit leaves doubt or the host is suspected already."""


def user_agent(contact: str, *, is_mobile: bool = False) -> str:
    """Say who asks and where to complain."""
    product = f"Linkwitness/{VERSION} (+{contact})"
    return f"Mozilla/5.0 (Linux; Android 15; Mobile) {product}" if is_mobile else product
