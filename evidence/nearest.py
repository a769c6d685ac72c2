"""Which of a page's finds says most about one target."""

from evidence.model import Kind, Level, PageEvidence, Reference, Visibility
from evidence.property import Target

_VISIBILITY_RANK = (
    Visibility.VISIBLE,
    Visibility.LAZY,
    Visibility.COLLAPSED,
    Visibility.SCREEN_READER,
    Visibility.SCRIPT_HIDDEN,
    Visibility.HIDDEN,
    Visibility.METADATA,
    Visibility.INERT,
)
_KIND_RANK = (Kind.LINK, Kind.EMBED, Kind.MENTION)


def nearest(evidence: PageEvidence, target: Target | None) -> Reference | None:
    """Choose the find that says most about a target: the same resource, seen by readers, a link.

    Finds that do nothing (comments, templates, code) are left out; what belongs to another target of the
    page counts as the same property only.
    """
    live = [ref for ref in evidence.references if ref.carrier.visibility is not Visibility.INERT]
    return min(live, key=lambda reference: rank(reference, target), default=None)


def rank(reference: Reference, target: Target | None) -> tuple[int, int, Level, int]:
    """Order finds for one target, smallest first."""
    level = reference.level
    if target and reference.target not in {"", target.url}:
        level = max(level, Level.SAME_PROPERTY)
    step = 0 if level <= Level.REDIRECTED else int(level[1:])
    visibility = _VISIBILITY_RANK.index(reference.carrier.visibility)
    return step, visibility, level, _KIND_RANK.index(reference.carrier.kind)
