"""Fingerprints: which pages say nearly the same, and which were made from one template."""

import hashlib
from collections import Counter
from collections.abc import Iterable

import numpy as np

SHINGLE = 3
"""Words of one shingle."""


def simhash(words: Iterable[str]) -> int:
    """Return the 64-bit simhash of the words' shingles; near texts differ in few bits (Charikar 2002)."""
    folded = [word.casefold() for word in words]
    shingles = Counter(zip(*(folded[n:] for n in range(SHINGLE)), strict=False))
    shingles = shingles or Counter((word,) for word in folded)
    if not shingles:
        return 0
    digests = b"".join(
        hashlib.blake2b(" ".join(shingle).encode(), digest_size=8).digest() for shingle in shingles
    )
    bits = np.unpackbits(np.frombuffer(digests, dtype=np.uint8).reshape(-1, 8), axis=1).astype(np.int32)
    weights = np.fromiter(shingles.values(), dtype=np.int32)
    votes = weights @ (2 * bits - 1)
    return int.from_bytes(np.packbits(votes > 0).tobytes(), "big")


def distance(one: int, other: int) -> int:
    """Return in how many bits two simhashes differ, 0..64."""
    return (one ^ other).bit_count()


def template_hash(paths: Iterable[str]) -> str:
    """Return 16 hex digits over the set of tag paths with class names: equal for pages of one kit."""
    return hashlib.blake2b("\n".join(sorted(set(paths))).encode(), digest_size=8).hexdigest()
