"""Small copies of other people's pictures, drawn anew for people to look at.

Pictures are hostile: the caller runs this in a confined process (hostile cases 83 to 85).
"""

import io
import warnings

from PIL import Image

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "ICO")
"""What browsers show; Pillow's decoders of everything else stay shut."""
MOST_PIXELS = 50_000_000
"""Largest camera pictures on the web; decoded they take 150 MB."""
SMALL = 360
"""Pixels a side of a copy."""


def small_copy(body: bytes) -> bytes:
    """Draw a picture's first frame anew as a PNG of at most `SMALL` pixels a side; empty when that fails.

    Nothing of the bytes that came is in it: no metadata, no profile, no second meaning.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(body), formats=FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    return b""
                image.draft("RGB", (SMALL, SMALL))
                drawn = image.convert("RGBA" if image.has_transparency_data else "RGB")
        except (OSError, ValueError, SyntaxError, EOFError, IndexError, Image.DecompressionBombError):
            return b""
    drawn.thumbnail((SMALL, SMALL))
    plain = Image.new(drawn.mode, drawn.size)
    plain.paste(drawn)
    out = io.BytesIO()
    plain.save(out, "PNG")
    return out.getvalue()
