"""Where a redirect chain led: to the property, to the host's home page, or to another page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.addresses.hosts import host_of
from evidence.addresses.matching import Matcher
from evidence.addresses.urls import without_tracking
from evidence.model import Carrier, Kind, Level, PageEvidence, Reference
from evidence.property import Property, Target
from evidence.visited import Fetched

_HOME = re.compile(
    r"https?://[^/?#]+/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?"  # the host, a language
    r"(?:(?:index|home|default)(?:\.\w{2,5})?/?)?(?:[?#].*)?\Z",  # an index page, a query
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A redirect that left the page asked for."""

    home: bool
    """Whether it led to the home page of the same site."""
    sentence: str


def is_home(url: str) -> bool:
    """Tell whether a URL is a host's home page, an index page or its start in one language."""
    return bool(_HOME.match(url))


def describe_redirect(fetched: Fetched, evidence: PageEvidence | None) -> Move | None:
    """Say where the visit ended when that is not the page asked for; None when it is the same page.

    A refresh that the page itself asks for counts. Other spellings of the same page (scheme, `www`,
    trailing slash, tracking parameters) are no move.
    """
    end = (evidence.refresh if evidence else "") or fetched.final_url
    if _same(fetched.url, end):
        return None
    hosts = host_of(fetched.url).removeprefix("www."), host_of(end).removeprefix("www.")
    home = hosts[0] == hosts[1] and is_home(end) and not is_home(fetched.url)
    hops = f" in {len(fetched.hops)} hops" if len(fetched.hops) > 1 else ""
    return Move(
        home=home, sentence=f"The address leads{hops} to {'the home page ' if home else ''}{end[:200]}"
    )


def led_to(fetched: Fetched, matcher: Matcher) -> Reference | None:
    """Return the redirect that took the visitor to the property, as a link.

    What the property's own page shows behind it is no reference of the page that was asked for.
    """
    asked = (*(hop.url for hop in fetched.hops), fetched.final_url)
    for hop, url in zip(fetched.hops, asked[1:], strict=True):
        match = None if matcher.owns(hop.url) else matcher.match(url)
        if match is not None:
            carrier = Carrier(kind=Kind.LINK, url=url, raw=url[:2000], element="redirect", attribute=hop.how)
            level = max(match.level, Level.REDIRECTED)
            return Reference(carrier=carrier, level=level, target=match.target, resolved=match.resolved)
    return None


def led_there(fetched: Fetched, property: Property, targets: Sequence[Target]) -> Reference | None:
    """Return the same for a property and those of its targets that are looked for."""
    return led_to(fetched, Matcher(property, targets)) if fetched.hops else None


def _same(asked: str, end: str) -> bool:
    return without_tracking(asked).casefold() == without_tracking(end).casefold()
