"""How long a host that is overloaded wants to be left alone (RFC 9110, 10.2.3; RFC 6585, 4)."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

OVERLOADED = frozenset({429, 503})
WITHOUT_A_WORD = timedelta(minutes=10)
LONGEST = timedelta(days=1)
"""Nobody is obeyed for ten years (hostile case 80)."""


def wait_asked_for(status: int, retry_after: str, *, now: datetime) -> timedelta | None:
    """Return the time to leave the host alone; None when its answer asks for nothing of the kind."""
    if status not in OVERLOADED:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        wait = timedelta(seconds=min(int(text[:9]), LONGEST.total_seconds()))
    else:
        wait = _until(text, now) or WITHOUT_A_WORD
    return min(wait, LONGEST)


def _until(text: str, now: datetime) -> timedelta | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment - now if moment > now else None
