"""Size facts of a text (methods 10; Ntoulas et al. 2006)."""

import zlib

MOST = 200_000
"""Bytes compressed; longer texts are judged by their beginning."""


def compression(text: str) -> float:
    """Return how many times smaller zlib makes the text; far above 4 is repetition, 0.0 is no text."""
    data = text.encode("utf-8", "replace")[:MOST]
    return round(len(data) / len(zlib.compress(data)), 3) if data else 0.0
