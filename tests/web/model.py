"""What the demonstration web is made of: hosts that answer, cases that say what must come out.

Case ids are those of the field observations the web imitates: A scraper galleries, B hidden
content, C decay and blocking, D hacked hosts and their cousins, E honest pages.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from evidence.model import Level, Visibility
from evidence.visited import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as a host sees it."""

    method: str
    host: str
    path: str
    """Percent-encoded, without the query."""
    query: str
    load: int
    """How often this URL was asked for with GET before, from 0: pages that change do so by this number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


Page = Response | Callable[[Request], Response]


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """One site. `unknown` answers every path that is not among `pages`."""

    name: str
    pages: Mapping[str, Page]
    unknown: Page
    robots: str = "User-agent: *\nDisallow:\n"

    def answer(self, request: Request) -> Response:
        page = self.pages.get(request.path, self.unknown)
        return page if isinstance(page, Response) else page(request)


class Judgement(StrEnum):
    SPAM = "spam"
    SUSPICIOUS = "suspicious"
    BENIGN = "benign"
    UNDECIDED = "undecided"


SPAM = frozenset({Judgement.SPAM})
LIKELY_SPAM = frozenset({Judgement.SPAM, Judgement.SUSPICIOUS})
MISMATCH = frozenset({Judgement.SUSPICIOUS})
BENIGN = frozenset({Judgement.BENIGN})
HARMLESS = frozenset({Judgement.BENIGN, Judgement.UNDECIDED})
UNDECIDED = frozenset({Judgement.UNDECIDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What an honest reading of the page must end in; a set of several leaves room."""

    states: frozenset[State]
    reasons: frozenset[str]
    judgements: frozenset[Judgement]
    levels: frozenset[Level] = frozenset()
    """Empty unless the backlink is present."""
    visibilities: frozenset[Visibility] = frozenset()


def present(
    reasons: str,
    judgements: frozenset[Judgement],
    *levels: Level,
    visibility: Visibility = Visibility.VISIBLE,
) -> Expectation:
    """A page that refers to the target; `reasons` are kinds separated by spaces, nearest level first."""
    return Expectation(
        states=frozenset({State.PRESENT}),
        reasons=frozenset(reasons.split()),
        judgements=judgements,
        levels=frozenset(levels or (Level.EXACT,)),
        visibilities=frozenset({visibility}),
    )


def absent(reasons: str, judgements: frozenset[Judgement] = UNDECIDED) -> Expectation:
    """A page that was read, or is gone, and does not refer to the target."""
    return Expectation(
        states=frozenset({State.ABSENT}), reasons=frozenset(reasons.split()), judgements=judgements
    )


def unknown(reasons: str) -> Expectation:
    """A page nobody could read: it never yields a judgement."""
    return Expectation(
        states=frozenset({State.UNKNOWN}), reasons=frozenset(reasons.split()), judgements=UNDECIDED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What a vendor's crawler wrote down while the backlink was live."""

    title: str
    anchor: str
    left: str = ""
    right: str = ""
    type: str = "image"
    language: str = "en"
    status: int = 200
    platform: str = ""
    rating: int = 4
    external_links: int = 9
    nofollow: bool = False
    ugc: bool = False
    vendor_spam: bool = False
    lost_status: str = ""
    drop_reason: str = ""
    first_seen: date = date(2026, 6, 14)
    last_seen: date = date(2026, 11, 3)
    lost: date | None = None
    page_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One reported backlink of the property, and what must be said about it."""

    id: str
    host: str
    source_url: str
    target_url: str
    expect: Expectation
    note: str
    """What the case is about, for people who read a failing test."""
    reported: Reported
