"""Fingerprints: equal or near for pages with the same text, equal for pages of the same kit.

Sources: Charikar, "Similarity estimation techniques from rounding algorithms", 2002 (simhash); Manku et
al., "Detecting near-duplicates for web crawling", 2007 (64 bits, distance 3); Broder 1997 (shingles).
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from zlib import crc32

import numpy as np

NEAR = 3
"""Bits in which the simhashes of near duplicates differ at most."""

_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_PLACES = np.arange(0, 2048, 256, dtype=np.intp)
"""Where the counts of each of the eight bytes begin: bytes are counted, because bits are eight times more."""
_BITS = np.unpackbits(np.arange(256, dtype=np.uint8).reshape(-1, 1), axis=1).astype(np.intp)
"""The bits of every byte."""


def simhash(words: Sequence[str]) -> int:
    """Hash words and their neighbours to 64 bits that differ little when the texts do; 0 without words."""
    if not words:
        return 0
    lines = "\n".join(words).encode("utf-8", "replace").split(b"\n")
    hashes = np.fromiter(map(crc32, lines), dtype=np.uint64, count=len(lines))
    pairs = _mixed(hashes[:-1] * np.uint64(3) + hashes[1:])
    features = np.sort(np.concatenate((_mixed(hashes), pairs)))
    features = features[np.concatenate(([True], features[1:] != features[:-1]))]
    places = features.astype(">u8").view(np.uint8).reshape(-1, 8) + _PLACES
    set_bits = np.bincount(places.ravel(), minlength=2048).reshape(8, 256) @ _BITS
    majority = np.packbits(set_bits.ravel() * 2 > len(features))
    return int.from_bytes(majority.tobytes(), "big")


def _mixed(
    hashes: np.ndarray[tuple[int], np.dtype[np.uint64]],
) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Spread sums of hashes over all bits, as the finaliser of SplitMix64 does."""
    spread = (hashes ^ (hashes >> np.uint64(30))) * _MIX[0]
    spread = (spread ^ (spread >> np.uint64(27))) * _MIX[1]
    return spread ^ (spread >> np.uint64(31))


def distance(first: int, second: int) -> int:
    """Count the bits in which two simhashes differ, 0..64."""
    return (first ^ second).bit_count()


def resemblance(first: Sequence[str], second: Sequence[str], *, size: int = 3) -> float:
    """Compute the Jaccard similarity of the word shingles of two texts, 0..1; two empty texts have 0."""
    one, other = _shingles(first, size), _shingles(second, size)
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def _shingles(words: Sequence[str], size: int) -> set[tuple[str, ...]]:
    if not words:
        return set()
    return {tuple(words[start : start + size]) for start in range(max(1, len(words) - size + 1))}


def template_hash(paths: Iterable[str]) -> str:
    """Hash the set of tag paths and class names to 16 hex digits: equal for pages of one kit."""
    joined = "\n".join(sorted(set(paths)))
    return blake2b(joined.encode("utf-8", "replace"), digest_size=8).hexdigest()
