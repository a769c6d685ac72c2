"""Does the page really refer to the target? Present, absent or unknown, each with its reason.

Blocked is not absent: whatever kept us from reading the page whole is *unknown*.
"""

from enum import StrEnum
from types import MappingProxyType

from evidence.addresses.redirects import describe_redirect, is_home
from evidence.model import Kind, Level, PageEvidence, Reference, Visibility
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
LEVELS = tuple(Level)


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
    failure = _failure(fetched, evidence)
    if failure or evidence is None:
        return failure or _unknown(Reason.BROKEN_ANSWER, "the visit brought no page")
    found = _nearest(evidence, target)
    if found is not None and found.carrier.visibility is not Visibility.INERT:
        return _present(found, is_listed=LINK_LIST in evidence.limits)
    if LINK_LIST in evidence.limits:
        listed = f"the archive has a list of the page's links alone, and nothing of {property.name} is in it"
        return _unknown(Reason.NOT_ARCHIVED, listed)
    if fetched.truncated or evidence.limits:
        cut = ", ".join(evidence.limits) or "the body was cut off"
        return _unknown(Reason.CUT_OFF, f"nothing of {property.name} in the part that was read ({cut})")
    if found is not None:
        return _absent(Reason.INERT_ONLY, f"only where no reader sees it: {found.carrier.hidden_by}", found)
    return _missing(fetched, evidence, comparison or Comparison())


def needs_settling(presence: Presence, fetched: Fetched, evidence: PageEvidence | None) -> bool:
    """Say whether a home page and a random sibling can tell more about this absence."""
    doubtful = presence.reason in {Reason.REPLACED, Reason.SOFT_404, Reason.INERT_ONLY}
    return doubtful and evidence is not None and fetched.status == 200


def _failure(fetched: Fetched, evidence: PageEvidence | None) -> Presence | None:
    status = fetched.status
    if fetched.error and evidence is None:
        return _unknown(FAILURES.get(fetched.error, Reason.BROKEN_ANSWER), fetched.error.replace("_", " "))
    if status in GONE_STATUS:
        return _absent(Reason.GONE, f"the server answers {status}")
    if status in WALL_STATUS:
        return _unknown(Reason.BOT_WALL, f"the server refuses us with {status}")
    if status is not None and not 200 <= status < 300:
        wall = sighting(evidence) if evidence is not None else None
        if wall is not None and wall.wall is Wall.BOT:
            return _wall(wall)
        return _unknown(Reason.SERVER_ERROR, f"the server answers {status}")
    return None


def _nearest(evidence: PageEvidence, target: Target | None) -> Reference | None:
    """Return the find that answers the question: the nearest level, and of those one that can be seen."""

    def rank(find: Reference) -> tuple[bool, bool, int]:
        inert = find.carrier.visibility is Visibility.INERT
        other = target is not None and find.target not in {"", target.url}
        return (inert, other, LEVELS.index(find.level))

    return min(evidence.references, key=rank, default=None)


def _missing(fetched: Fetched, evidence: PageEvidence, comparison: Comparison) -> Presence:
    """Say why a page that was read whole has nothing of the property."""
    if evidence.media_type == "other":
        return _unknown(Reason.NOT_A_PAGE, "the address holds a file, not a page")
    wall = sighting(evidence)
    if wall is not None and wall.wall is not Wall.SOFT_404:
        return _wall(wall)
    is_empty = evidence.measures.words < FEWEST_WORDS and not evidence.carriers
    if wall is None and is_empty and evidence.has_scripts:
        return _unknown(Reason.NEEDS_JAVASCRIPT, f"only {evidence.measures.words} words without scripts")
    settled = _moved(fetched, evidence) or _compared(fetched, evidence, comparison)
    if settled is not None:
        return settled
    if wall is not None:
        return _wall(wall)
    return _absent(Reason.REPLACED, f"the page lives and shows something else: {_title(evidence)}")


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


def _present(find: Reference, *, is_listed: bool) -> Presence:
    carrier = find.carrier
    how = f", {carrier.visibility}" if carrier.visibility is not Visibility.VISIBLE else ""
    by = f" by {carrier.hidden_by}" if carrier.visibility is Visibility.HIDDEN else ""
    words = " ".join((*carrier.left.words, f"[{carrier.anchor}]", *carrier.right.words))
    verb = {Kind.LINK: "links to", Kind.EMBED: "embeds", Kind.MENTION: "mentions"}[carrier.kind]
    source = "; from an archive's list of links, without text" if is_listed else ""
    detail = f"{verb} {find.resolved} ({find.level}{how}{by}{source}): {words}"
    return Presence(state=State.PRESENT, reason=carrier.kind.value, detail=detail[:1000], reference=find)


def _absent(reason: Reason, detail: str, find: Reference | None = None) -> Presence:
    return Presence(state=State.ABSENT, reason=reason, detail=detail[:1000], reference=find)


def _unknown(reason: Reason, detail: str) -> Presence:
    return Presence(state=State.UNKNOWN, reason=reason, detail=detail[:1000])


def _answers(fetched: Fetched | None) -> bool:
    return fetched is not None and fetched.status == 200


def _title(evidence: PageEvidence) -> str:
    return f"“{(evidence.title or evidence.h1 or evidence.text)[:120]}”"
