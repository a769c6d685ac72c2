"""Does the page really refer to the target? Present, absent or unknown, each with its reason.

Blocked is not absent: whatever kept us from reading the page whole is *unknown*.
"""

from enum import StrEnum
from types import MappingProxyType

from evidence.addresses.redirects import describe_redirect, is_home, led_there
from evidence.model import PageEvidence, Reference
from evidence.nearest import is_inert, nearest, sentence
from evidence.page.wall_rules import Wall
from evidence.page.walls import Sighting, sighting
from evidence.property import Property, Target
from evidence.visited import LINK_LIST, Comparison, Fetched, Presence, State


class Reason(StrEnum):
    """Why a backlink is present, absent or unknown; stable words, never reused."""

    LINK = "link"
    EMBED = "embed"
    MENTION = "mention"
    GONE = "gone"
    SOFT_404 = "soft-404"
    REDIRECTED_HOME = "redirected-home"
    REDIRECTED_ELSEWHERE = "redirected-elsewhere"
    SAME_AS_HOME = "same-as-home"
    REPLACED = "replaced"
    PARKED = "parked"
    INERT_ONLY = "inert-only"
    ROBOTS = "robots"
    BOT_WALL = "bot-wall"
    CONSENT_WALL = "consent-wall"
    LOGIN_WALL = "login-wall"
    PAY_WALL = "pay-wall"
    TIMEOUT = "timeout"
    TLS = "tls"
    SERVER_ERROR = "server-error"
    NAME_NOT_FOUND = "name-not-found"
    REFUSED_ADDRESS = "refused-address"
    BAD_ADDRESS = "bad-address"
    BROKEN_ANSWER = "broken-answer"
    REDIRECT_LOOP = "redirect-loop"
    CUT_OFF = "cut-off"
    NEEDS_JAVASCRIPT = "needs-javascript"
    NOT_A_PAGE = "not-a-page"
    NOT_ARCHIVED = "not-archived"


FAILURES = MappingProxyType({
    "blocked_address": Reason.REFUSED_ADDRESS,
    "bad_scheme": Reason.BAD_ADDRESS,
    "bad_url": Reason.BAD_ADDRESS,
    "redirect_loop": Reason.REDIRECT_LOOP,
    "too_large": Reason.CUT_OFF,
    "header_too_large": Reason.BROKEN_ANSWER,
    "decode_bomb": Reason.CUT_OFF,
    "bad_encoding": Reason.BROKEN_ANSWER,
    "connect_failed": Reason.TIMEOUT,
    "connect_timeout": Reason.TIMEOUT,
    "read_timeout": Reason.TIMEOUT,
    "deadline": Reason.TIMEOUT,
    "proto_error": Reason.BROKEN_ANSWER,
    "tls_error": Reason.TLS,
    "dns_nxdomain": Reason.NAME_NOT_FOUND,
    "dns_no_address": Reason.NAME_NOT_FOUND,
    "dns_servfail": Reason.NAME_NOT_FOUND,
    "dns_timeout": Reason.NAME_NOT_FOUND,
    "robots_denied": Reason.ROBOTS,
    "robots_unreachable": Reason.ROBOTS,
    "rate_limited": Reason.BOT_WALL,
    "parse_budget": Reason.CUT_OFF,
    "not_archived": Reason.NOT_ARCHIVED,
})  # fmt: skip
"""What can go wrong on the way to a page (hostile list, section A), and what that says: nothing."""
GONE_STATUS = frozenset({404, 410})
PARTIAL_CONTENT = 206
"""A part of a page that nobody asked for a part of (RFC 9110, 15.3.7)."""
WALL_STATUS = frozenset({401, 402, 403, 405, 406, 407, 409, 418, 423, 429, 451, 460, 999})
"""Answers with which servers refuse a visitor rather than deny a page; 999 is what some networks invented."""
FEWEST_WORDS = 15
"""Visible words below which a page without any link or image is one that scripts fill."""
WALLS = MappingProxyType({
    Wall.BOT: (State.UNKNOWN, Reason.BOT_WALL),
    Wall.CONSENT: (State.UNKNOWN, Reason.CONSENT_WALL),
    Wall.LOGIN: (State.UNKNOWN, Reason.LOGIN_WALL),
    Wall.PAY: (State.UNKNOWN, Reason.PAY_WALL),
    Wall.SCRIPT: (State.UNKNOWN, Reason.NEEDS_JAVASCRIPT),
    Wall.OUTAGE: (State.UNKNOWN, Reason.SERVER_ERROR),
    Wall.PARKED: (State.ABSENT, Reason.PARKED),
    Wall.SOFT_404: (State.ABSENT, Reason.SOFT_404),
    Wall.DEFACED: (State.ABSENT, Reason.REPLACED),
})  # fmt: skip
"""What a page in the way says about the backlink."""


def judge(
    fetched: Fetched,
    evidence: PageEvidence | None,
    *,
    target: Target | None,
    property: Property,
    comparison: Comparison | None = None,
) -> Presence:
    """Say what one visit says about one backlink.

    Args:
        fetched: how the conversation went.
        evidence: what the body showed; None when there was none.
        target: the reported target; None when the report names only the property.
        property: whose backlink it is.
        comparison: home page and random sibling, where they were fetched.
    """
    led = led_there(fetched, property, () if target is None else (target,))
    if led is not None:
        return _present(led)
    failure = _failure(fetched, evidence, target)
    if failure or evidence is None:
        return failure or _unknown(Reason.BROKEN_ANSWER, "the visit brought no page")
    return _read(fetched, evidence, target, property) or _missing(
        fetched, evidence, comparison or Comparison()
    )


def needs_settling(presence: Presence, fetched: Fetched, evidence: PageEvidence | None) -> bool:
    """Say whether a home page and a random sibling can tell more about this absence."""
    doubtful = presence.reason in {Reason.REPLACED, Reason.SOFT_404, Reason.INERT_ONLY}
    return doubtful and evidence is not None and fetched.status == 200


def _failure(fetched: Fetched, evidence: PageEvidence | None, target: Target | None) -> Presence | None:
    status = fetched.status
    if fetched.error and evidence is None:
        return _unknown(FAILURES.get(fetched.error, Reason.BROKEN_ANSWER), fetched.error.replace("_", " "))
    if status in GONE_STATUS:
        return _gone(fetched, None if evidence is None else nearest(evidence, target))
    if status in WALL_STATUS:
        return _unknown(Reason.BOT_WALL, f"the server refuses us with {status}")
    if status is not None and not 200 <= status < 300:
        wall = sighting(evidence) if evidence is not None else None
        if wall is not None and wall.wall is Wall.BOT:
            return _wall(wall)
        return _unknown(Reason.SERVER_ERROR, f"the server answers {status}")
    return None


def _gone(fetched: Fetched, found: Reference | None) -> Presence:
    answer = f"the server answers {fetched.status}"
    if fetched.truncated:
        return _unknown(Reason.CUT_OFF, f"{answer}, and the answer was cut off")
    shown = "" if found is None or is_inert(found) else f", with a page that {sentence(found)}"
    return _absent(Reason.GONE, f"{answer}{shown}")


def _read(
    fetched: Fetched, evidence: PageEvidence, target: Target | None, property: Property
) -> Presence | None:
    """Say what was found of the property, or why it may have been missed; None when it is not there."""
    found, is_listed = nearest(evidence, target), LINK_LIST in evidence.limits
    if found is not None and not is_inert(found):
        return _present(found, "; from an archive's list of links, without text" if is_listed else "")
    if is_listed:
        listed = f"the archive has a list of the page's links alone, and nothing of {property.name} is in it"
        return _unknown(Reason.NOT_ARCHIVED, listed)
    if cut := _cut(fetched, evidence):
        return _unknown(Reason.CUT_OFF, f"nothing of {property.name} in the part that was read ({cut})")
    if found is not None:
        return _absent(Reason.INERT_ONLY, f"only where no reader sees it: {found.carrier.hidden_by}", found)
    return None


def _cut(fetched: Fetched, evidence: PageEvidence) -> str:
    """Say why a page was not read whole; empty when it was."""
    if evidence.limits:
        return ", ".join(evidence.limits)
    if fetched.status == PARTIAL_CONTENT:
        return "the server sent a part of the page, 206"
    return "the body was cut off" if fetched.truncated or fetched.error else ""


def _missing(fetched: Fetched, evidence: PageEvidence, comparison: Comparison) -> Presence:
    """Say why a page that was read whole has nothing of the property."""
    if evidence.media_type == "other":
        return _unknown(Reason.NOT_A_PAGE, "the address holds a file, not a page")
    wall = sighting(evidence)
    if wall is not None and wall.wall is not Wall.SOFT_404:
        return _wall(wall)
    blank = _blank(evidence) if wall is None else None
    settled = blank or _moved(fetched, evidence) or _compared(fetched, evidence, comparison)
    if settled is not None:
        return settled
    if wall is not None:
        return _wall(wall)
    return _absent(Reason.REPLACED, f"the page lives and shows something else: {_title(evidence)}")


def _blank(evidence: PageEvidence) -> Presence | None:
    """Say why a page without a word was not seen; None for one that says something."""
    if evidence.has_scripts and evidence.measures.words < FEWEST_WORDS and not evidence.carriers:
        return _unknown(Reason.NEEDS_JAVASCRIPT, f"only {evidence.measures.words} words without scripts")
    if not (evidence.text or evidence.title or evidence.carriers or evidence.frames):
        return _unknown(Reason.BROKEN_ANSWER, "the answer has no word, link or picture")
    return None


def _compared(fetched: Fetched, evidence: PageEvidence, comparison: Comparison) -> Presence | None:
    from evidence.text.likeness import same_page  # needs numpy, and only who compares pages needs it

    home, sibling = comparison.home, comparison.sibling
    is_comparable = _answers(comparison.home_fetched) and not is_home(fetched.url)
    if home is not None and is_comparable and same_page(evidence, home):
        return _absent(Reason.SAME_AS_HOME, f"the page is the host's home page: {_title(evidence)}")
    if sibling is not None and _answers(comparison.sibling_fetched) and same_page(evidence, sibling):
        return _absent(Reason.SOFT_404, f"any address of the host shows this page: {_title(evidence)}")
    return None


def _moved(fetched: Fetched, evidence: PageEvidence) -> Presence | None:
    move = describe_redirect(fetched, evidence)
    if move is None:
        return None
    return _absent(Reason.REDIRECTED_HOME if move.home else Reason.REDIRECTED_ELSEWHERE, move.sentence)


def _wall(seen: Sighting) -> Presence:
    state, reason = WALLS[seen.wall]
    return Presence(state=state, reason=reason, detail=f"the page says “{seen.quote}” (rule {seen.rule})")


def _present(find: Reference, source: str = "") -> Presence:
    detail = sentence(find, source)[:1000]
    return Presence(state=State.PRESENT, reason=find.carrier.kind.value, detail=detail, reference=find)


def _absent(reason: Reason, detail: str, find: Reference | None = None) -> Presence:
    return Presence(state=State.ABSENT, reason=reason, detail=detail[:1000], reference=find)


def _unknown(reason: Reason, detail: str) -> Presence:
    return Presence(state=State.UNKNOWN, reason=reason, detail=detail[:1000])


def _answers(fetched: Fetched | None) -> bool:
    return fetched is not None and fetched.status == 200


def _title(evidence: PageEvidence) -> str:
    return f"“{(evidence.title or evidence.h1 or evidence.text)[:120]}”"
