"""The character encoding of a page: byte-order mark, then header, then the page's own meta (WHATWG)."""

import webencodings
from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom


def declared_encoding(body: bytes, headers_content_type: str) -> str:
    """Return the WHATWG name of the encoding that counts; empty when nothing known is declared.

    Labels outside of the WHATWG list (Python codecs such as `unicode_escape`) count as undeclared, because
    no browser would obey them (hostile cases 55 to 57).
    """
    bom = _MARKS.get(read_bom(body)[0] or "", "")
    labels = (bom, http_content_type_encoding(headers_content_type), html_body_declared_encoding(body[:4096]))
    for label in labels:
        known = webencodings.lookup(label) if label else None
        if known is not None:
            return "utf-8" if known.name.startswith("utf-16") and label != bom else known.name
    return ""


def decode(body: bytes, encoding: str) -> str:
    """Return the text; bytes that the encoding does not know become U+FFFD."""
    text, _ = webencodings.decode(body, webencodings.lookup(encoding) or webencodings.UTF8, "replace")
    return str(text)


_MARKS = {"utf-8": "utf-8", "utf-16-le": "utf-16le", "utf-16-be": "utf-16be", "utf-32-le": "utf-16le"}
"""What browsers call the encoding of a byte-order mark; they know no UTF-32."""
