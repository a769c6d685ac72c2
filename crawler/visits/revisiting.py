"""Whether a page may be asked only for what is new, or has to be read anew."""

from datetime import datetime, timedelta

from evidence.presence import Reason
from evidence.visited import State
from store.crawls.pages import Before, DuePage

READ_ANEW_AFTER = timedelta(days=30)
"""Servers that say 304 for a changed page are believed no longer than this (hostile case 72)."""
CONDITIONAL = frozenset({Reason.REPLACED, Reason.REDIRECTED_HOME, Reason.SAME_AS_HOME, Reason.SOFT_404})
"""Absences behind which a page that answers each visitor differently may hide."""


def may_stand(page: DuePage, *, now: datetime) -> Before | None:
    """Return the visit that may still stand; None when the page is to be read anew.

    It is when it is suspected, to be looked at as other visitors, and when one of its backlinks was not
    judged by that visit, could not be judged, or is absent for a reason that looks different to other
    visitors: the server only answers for what it shows this one.
    """
    before = page.before
    if before is None or page.is_suspected or not timedelta() <= now - before.seen_at < READ_ANEW_AFTER:
        return None
    stands = all(
        link.visit_id == before.visit_id and link.state != State.UNKNOWN and link.reason not in CONDITIONAL
        for link in page.backlinks
    )
    return before if stands else None
