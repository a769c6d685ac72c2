"""The find that answers for a backlink, and what is said of it."""

from evidence.model import Kind, Level, PageEvidence, Reference, Visibility
from evidence.property import Target

LEVELS = tuple(Level)
VERBS = {Kind.LINK: "links to", Kind.EMBED: "embeds", Kind.MENTION: "mentions"}


def nearest(evidence: PageEvidence, target: Target | None) -> Reference | None:
    """Return the find that answers the question: the nearest level, and of those one that can be seen."""

    def rank(find: Reference) -> tuple[bool, bool, int]:
        other = target is not None and find.target not in {"", target.url}
        return (is_inert(find), other, LEVELS.index(find.level))

    return min(evidence.references, key=rank, default=None)


def is_inert(find: Reference) -> bool:
    """Whether no reader of the page sees it, whatever the page's styles say."""
    return find.carrier.visibility is Visibility.INERT


def sentence(find: Reference, source: str = "") -> str:
    """Say how the page refers to the property; `source` is said beside it."""
    carrier = find.carrier
    how = f", {carrier.visibility}" if carrier.visibility is not Visibility.VISIBLE else ""
    by = f" by {carrier.hidden_by}" if carrier.visibility is Visibility.HIDDEN else ""
    words = " ".join((*carrier.left.words, f"[{carrier.anchor}]", *carrier.right.words))
    return f"{VERBS[carrier.kind]} {find.resolved} ({find.level}{how}{by}{source}): {words}"
