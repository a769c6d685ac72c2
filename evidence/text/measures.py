"""Size facts of a text for the content signals.

Source: Ntoulas et al., "Detecting spam web pages through content analysis", 2006.
"""

import zlib

MAX_BYTES = 65_536
"""Bytes of text that are compressed; repetition shows long before."""


def compression(text: str) -> float:
    """Divide the size of the text in UTF-8 by its zlib size; 0.0 for no text. Far above 4 is repetition."""
    data = text.encode("utf-8", "replace")[:MAX_BYTES]
    return len(data) / len(zlib.compress(data, 3)) if data else 0.0
