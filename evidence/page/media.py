"""What kind of document a response is: the header's word, checked against the first bytes."""

import re
from collections.abc import Mapping

HTML_START = re.compile(
    rb"^\s*(?:<!--|<!doctype\s+html|<(?:html|head|body|title|script|meta|div|p|a|table|h1)\b)", re.IGNORECASE
)
XML_START = re.compile(rb"^\s*<(?:\?xml|rss|feed|urlset|sitemapindex|svg)\b", re.IGNORECASE)
TEXTS = ("/json", "+json", "/javascript")
"""How the types end that are read as text; RFC 6839 for those with a plus."""
BINARY_START = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x00\x00\x01\x00",
)


def media_type(body: bytes, headers: Mapping[str, str]) -> str:
    """Return `html`, `xml`, `text` or `other`; servers often say one and send another (hostile case 49)."""
    declared = headers.get("content-type", "").partition(";")[0].strip().lower()
    start = body[:512].removeprefix(b"\xef\xbb\xbf")
    if start.startswith(BINARY_START):
        return "other"
    if "html" in declared or HTML_START.match(start):
        return "html"
    if declared.endswith(("/xml", "+xml")) or XML_START.match(start):
        return "xml"
    if declared.startswith("text/") or declared.endswith(TEXTS):
        return "text"
    return "html" if not declared and b"\x00" not in start else "other"
