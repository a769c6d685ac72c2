"""White space collapsed as CSS does it, over a whole text at once, and where places of the text move to."""

from collections.abc import Sequence
from itertools import accumulate

import numpy as np

SPACES = np.zeros(34, dtype=np.bool_)
"""What CSS collapses, by code point: tab, line feed, form feed, carriage return, space (CSS Text 3, 4.1)."""
SPACES[[9, 10, 12, 13, 32]] = True
SPACE = np.uint32(32)


def collapsed(pieces: Sequence[str], places: Sequence[int]) -> tuple[str, list[int]]:
    """Make each run of white space one space, none at either end.

    Args:
        pieces: the text.
        places: numbers of pieces, each for the place where that piece begins.

    Returns:
        The text, and where each of the places is in it.
    """
    points = np.frombuffer("".join(pieces).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    spaces = SPACES[np.minimum(points, 33)]
    kept = ~spaces
    kept[1:] |= spaces[1:] & kept[:-1]
    begins = np.fromiter(accumulate(map(len, pieces), initial=0), dtype=np.intp, count=len(pieces) + 1)
    before = np.concatenate(([0], np.cumsum(kept)))
    even = np.where(spaces, SPACE, points)[kept]
    text = even.astype("<u4", copy=False).tobytes().decode("utf-32-le", "surrogatepass")
    return text.rstrip(), before[begins[np.asarray(places, dtype=np.intp)]].tolist()
