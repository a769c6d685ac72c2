"""References in a frame of a page's own site, said of the page: a hidden frame hides what it shows (B16)."""

from dataclasses import replace

from evidence.model import Carrier, Reference, Visibility
from evidence.visited import Presence
from store.crawls.sights import Sight

SEEN = frozenset({Visibility.VISIBLE, Visibility.LAZY})


def framed(sight: Sight, frame: Carrier) -> Sight:
    """Return a look into a frame as a part of the page that has the frame."""
    reading = sight.reading
    if reading is None:
        return sight
    references = tuple(_within(reference, frame) for reference in reading.references)
    return replace(
        sight,
        reading=replace(reading, references=references),
        presences={id: _said(presence, frame) for id, presence in sight.presences.items()},
    )


def _within(reference: Reference, frame: Carrier) -> Reference:
    if frame.visibility in SEEN or reference.carrier.visibility not in SEEN:
        return reference
    hidden_by = f"in a frame: {frame.hidden_by}"
    return replace(
        reference, carrier=replace(reference.carrier, visibility=frame.visibility, hidden_by=hidden_by)
    )


def _said(presence: Presence, frame: Carrier) -> Presence:
    if presence.reference is None:
        return presence
    hidden = f", hidden by {frame.hidden_by}" if frame.visibility not in SEEN else ""
    return replace(
        presence,
        detail=f"in the frame {frame.url[:200]}{hidden}: {presence.detail}"[:1000],
        reference=_within(presence.reference, frame),
    )
