"""Whether two visits were shown the same page (Jaccard at least 0.8 or simhash at most 3)."""

from evidence.model import PageEvidence
from evidence.text.fingerprints import NEAR, distance, resemblance

SAME = 0.8
"""Jaccard similarity of three-word shingles from which two texts are the same page."""
MAX_WORDS = 20_000
"""Words of each page that are compared."""


def same_page(one: PageEvidence, other: PageEvidence) -> str:
    """Say how alike two pages are when their text is the same, such as `93 % of the text`; else empty.

    Pages without text are never the same: nothing was compared.
    """
    if not one.simhash or not other.simhash:
        return ""
    bits = distance(one.simhash, other.simhash)
    if bits <= NEAR:
        return f"fingerprints differ in {bits} of 64 bits"
    share = resemblance(_words(one), _words(other))
    return f"{share:.0%} of the text".replace("%", " %") if share >= SAME else ""


def _words(evidence: PageEvidence) -> list[str]:
    return evidence.text.casefold().split()[:MAX_WORDS]
