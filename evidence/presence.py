"""Does the page really refer to the target? Present, absent or unknown, each with a reason and a quote.

Source: design, section 4; field guide 5.2 cases 22 and 32 to 35; methods 12e. Blocked is not absent, and a
visit that failed or was cut off never says *absent*.
"""

from collections.abc import Iterator
from datetime import timedelta

from evidence.likeness import same_page
from evidence.model import Comparison, Fetched, PageEvidence, Presence, Reference, State
from evidence.nearest import nearest, rank
from evidence.property import Property, Target
from evidence.reasons import FAILURES, Reason
from evidence.redirects import describe_redirect, is_home
from evidence.wall_rules import Wall
from evidence.walls import sighting

__all__ = ["FAILURES", "Reason", "judge", "nearest", "needs_settling"]

NAME_MISSING_LONG_ENOUGH = timedelta(hours=24)
"""A name missing at two visits this far apart does not exist."""

_REFUSALS = frozenset(
    {401, 402, 403, 405, 406, 407, 412, 418, 421, 425, 428, 429, 430, 444, 451, 498, 499, 999}
)
_WALL_REASONS = {
    Wall.BOT: Reason.BOT_WALL,
    Wall.CONSENT: Reason.CONSENT_WALL,
    Wall.LOGIN: Reason.LOGIN_WALL,
    Wall.PAY: Reason.PAY_WALL,
    Wall.SCRIPT: Reason.NEEDS_JAVASCRIPT,
}
_DOUBTFUL = frozenset(
    {
        Reason.REPLACED,
        Reason.SOFT_404,
        Reason.REDIRECTED_HOME,
        Reason.REDIRECTED_ELSEWHERE,
        Reason.INERT_ONLY,
    }
)


def judge(
    fetched: Fetched,
    evidence: PageEvidence | None,
    *,
    target: Target | None,
    property: Property,
    comparison: Comparison | None = None,
    name_missing_for: timedelta = timedelta(0),
) -> Presence:
    """Say what one visit says about one backlink.

    `evidence` is None where the visit brought no body; `target` is None where the report names none.
    `name_missing_for` is the time since the first visit of an unbroken series at which the name did not
    exist: from a day on, the page is gone.
    """
    found = nearest(evidence, target) if evidence else None
    if found and not _is_gone(fetched):
        return _present(found)
    for presence in (
        _failure(fetched, name_missing_for),
        _status(fetched),
        _unreadable(fetched, evidence),
        _behind_wall(evidence),
        _inert(evidence, target),
        _moved(fetched, evidence, comparison),
        _same_as_others(fetched, evidence, comparison),
        _empty(evidence),
    ):
        if presence:
            return presence
    return _absent(
        Reason.REPLACED, f"The page lives{_titled(evidence)}, with nothing of {property.name} on it."
    )


def needs_settling(presence: Presence, fetched: Fetched, evidence: PageEvidence | None) -> bool:
    """Tell whether the home page and a random sibling should be fetched before this absence is believed."""
    if presence.state is not State.ABSENT or evidence is None or _is_gone(fetched):
        return False
    return presence.reason in _DOUBTFUL and not is_home(fetched.url)


def _present(reference: Reference) -> Presence:
    carrier = reference.carrier
    shown = (
        carrier.visibility.value
        if not carrier.hidden_by
        else f"{carrier.visibility.value} ({carrier.hidden_by})"
    )
    through = f" through {reference.via}" if reference.via else ""
    quote = carrier.anchor or reference.resolved
    where = f"{carrier.element}[{carrier.attribute}]" if carrier.attribute else carrier.element
    kind = carrier.kind.value
    return Presence(
        state=State.PRESENT,
        reason=kind,
        detail=f"{kind.capitalize()} in {where}{through}, {shown}, {reference.level.value}: “{quote[:120]}”.",
        reference=reference,
    )


def _absent(reason: Reason, detail: str) -> Presence:
    return Presence(state=State.ABSENT, reason=reason.value, detail=detail)


def _unknown(reason: Reason, detail: str) -> Presence:
    return Presence(state=State.UNKNOWN, reason=reason.value, detail=detail)


def _titled(evidence: PageEvidence | None) -> str:
    return f" (“{evidence.title[:80]}”)" if evidence and evidence.title else ""


def _is_gone(fetched: Fetched) -> bool:
    return fetched.status in {404, 410} and not fetched.error


def _failure(fetched: Fetched, name_missing_for: timedelta) -> Presence | None:
    if not fetched.error and fetched.status is not None:
        return None
    if fetched.error == Reason.NAME_NOT_FOUND and name_missing_for >= NAME_MISSING_LONG_ENOUGH:
        hours = name_missing_for // timedelta(hours=1)
        return _absent(Reason.GONE, f"The host name has not existed for {hours} hours.")
    sentences: dict[str, str] = {reason.value: text for reason, text in FAILURES.items()}
    reason = fetched.error if fetched.error in sentences else Reason.CONNECTION
    return _unknown(Reason(reason), f"{sentences[reason]}; the page was not seen.")


def _status(fetched: Fetched) -> Presence | None:
    status = fetched.status or 0
    if 200 <= status < 300:
        return None
    if status in {404, 410}:
        return _absent(Reason.GONE, f"The server answered {status}: there is no such page.")
    if status in _REFUSALS:
        return _unknown(
            Reason.BOT_WALL, f"The server refused the visit with {status}; the page was not seen."
        )
    if 300 <= status < 400:
        return _unknown(Reason.REDIRECT_LOOP, f"The last answer is a redirect ({status}) that leads nowhere.")
    reason = Reason.TIMEOUT if status in {408, 504} else Reason.SERVER_ERROR
    return _unknown(reason, f"The server answered {status}; the page was not seen.")


def _unreadable(fetched: Fetched, evidence: PageEvidence | None) -> Presence | None:
    if evidence is None:
        return _unknown(Reason.CONNECTION, "The answer had no body that could be read.")
    if evidence.media_type == "other":
        return _unknown(Reason.NOT_A_PAGE, "The answer is a file without text that we read.")
    if fetched.truncated or evidence.limits:
        cut = ", ".join(evidence.limits) or "truncated"
        return _unknown(Reason.TRUNCATED, f"The page was read in part only ({cut}); the rest was not seen.")
    return None


def _behind_wall(evidence: PageEvidence | None) -> Presence | None:
    wall = sighting(evidence) if evidence else None
    if wall is None:
        return None
    if wall.wall is Wall.PARKED:
        return _absent(Reason.PARKED, f"The domain is parked: “{wall.quote}”.")
    if wall.wall is Wall.SOFT_404:
        return _absent(Reason.SOFT_404, f"The page says that it does not exist: “{wall.quote}”.")
    return _unknown(_WALL_REASONS[wall.wall], f"Something stands in front of the page: “{wall.quote}”.")


def _inert(evidence: PageEvidence | None, target: Target | None) -> Presence | None:
    inert = min(evidence.references, key=lambda ref: rank(ref, target), default=None) if evidence else None
    if inert is None:
        return None
    where = inert.carrier.hidden_by or inert.carrier.element
    return Presence(
        state=State.ABSENT,
        reason=Reason.INERT_ONLY.value,
        detail=f"Only in {where}, where it does nothing: “{inert.resolved[:120]}”.",
        reference=inert,
    )


def _moved(fetched: Fetched, evidence: PageEvidence | None, comparison: Comparison | None) -> Presence | None:
    moved = describe_redirect(fetched, evidence)
    if moved is None:
        return None
    sibling = comparison.sibling_fetched if comparison else None
    also = (
        "; a random address beside it does the same"
        if sibling and sibling.final_url == fetched.final_url
        else ""
    )
    reason = Reason.REDIRECTED_HOME if moved.home else Reason.REDIRECTED_ELSEWHERE
    return _absent(reason, f"{moved.sentence}{also}{_titled(evidence)}.")


def _same_as_others(
    fetched: Fetched, evidence: PageEvidence | None, comparison: Comparison | None
) -> Presence | None:
    for name, other in _others(comparison):
        likeness = same_page(evidence, other) if evidence and not is_home(fetched.url) else ""
        if likeness:
            return _absent(
                Reason.SOFT_404, f"The page shows the same text as {name} ({likeness}){_titled(evidence)}."
            )
    return None


def _others(comparison: Comparison | None) -> Iterator[tuple[str, PageEvidence]]:
    """Name the compared pages that were really served: an honest 404 is no page to compare with."""
    if comparison is None:
        return
    for name, page, fetched in (
        ("the host's home page", comparison.home, comparison.home_fetched),
        ("a random address beside it", comparison.sibling, comparison.sibling_fetched),
    ):
        if page and fetched and fetched.status and 200 <= fetched.status < 300:
            yield name, page


def _empty(evidence: PageEvidence | None) -> Presence | None:
    """A page of a handful of words and links is the shell of one that scripts write."""
    if evidence and evidence.measures.words < 20 and evidence.measures.links + evidence.measures.embeds <= 3:
        return _unknown(
            Reason.NEEDS_JAVASCRIPT, f"The page has {evidence.measures.words} words before its scripts run."
        )
    return None
