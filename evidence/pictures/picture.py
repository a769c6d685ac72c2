"""What a picture is: format, size, and a hash that copies of it share (level L8 of the match ladder).

The hash is pHash (Zauner 2010: the signs of the 64 lowest frequencies), as the ImageHash library computes it.
Pictures are hostile: the caller runs this in a confined process, and only what the header promises to be
small is decoded (hostile cases 83 to 85).
"""

import io
import warnings
from dataclasses import dataclass

import imagehash
from PIL import Image

from evidence.pictures.picture_copy import FORMATS, MOST_PIXELS

COARSE = 512
"""Pixels a side that a JPEG is decoded to at least: the hash looks at 32."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as its bytes say."""

    format: str
    """In Pillow's words, lower case: `jpeg`, `png`, ..."""
    width: int
    """Pixels, as height."""
    height: int
    hash: str
    """16 hexadecimal digits; empty for one that is too large to decode, damaged, or of a single colour."""


def picture_of(body: bytes) -> Picture | None:
    """Look at a picture; None for bytes that are none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow says of odd metadata
        try:
            image = Image.open(io.BytesIO(body), formats=FORMATS)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None
        with image:
            width, height = image.size
            shown = _hash(image) if width * height <= MOST_PIXELS else ""
        return Picture(format=(image.format or "").lower(), width=width, height=height, hash=shown)


def _hash(image: Image.Image) -> str:
    try:
        image.draft("L", (COARSE, COARSE))
        grey = image.convert("L")
        low, high = grey.getextrema()
        return "" if low == high else str(imagehash.phash(grey))
    except (OSError, ValueError, SyntaxError, EOFError, IndexError):
        return ""
