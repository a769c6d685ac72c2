"""Whether two pages say the same: what tells a catch-all and a soft 404 from a page of its own."""

from evidence.fingerprints import SHINGLE, distance
from evidence.model import PageEvidence
from evidence.words import words

NEAR = 3
"""Bits in which the simhashes of near-equal texts may differ (methods 11, Manku et al. 2007)."""
ENOUGH = 50
"""Words from which a simhash is steady; shorter texts are compared by their shingles alone."""
SHARED = 0.8
"""Share of common shingles from which two texts are one (methods 12e)."""


def says_the_same(one: PageEvidence, other: PageEvidence) -> bool:
    """Say whether two pages have nearly the same visible text; two empty pages have none to compare."""
    if not one.text or not other.text:
        return False
    enough = min(one.measures.words, other.measures.words) >= ENOUGH
    if enough and distance(one.simhash, other.simhash) <= NEAR:
        return True
    first, second = _shingles(one.text), _shingles(other.text)
    return len(first & second) >= SHARED * len(first | second)


def _shingles(text: str) -> set[tuple[str, ...]]:
    folded = [word.casefold() for word in words(text)]
    return set(zip(*(folded[n:] for n in range(SHINGLE)), strict=False)) or {tuple(folded)}
