r"""Addresses in script text and odd attributes, where slashes and letters are written as escapes.

HTML, JavaScript and JSON each have escapes of their own: `&amp;`, `&#x2F;`, `\u002F`, `\x2F` and `\\/` all
stand for a character.
"""

import html
import re
from urllib.parse import unquote

MAX_URLS = 1_000
"""Addresses kept of one text."""

_ESCAPE = re.compile(r"\\(?:u\{0*([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([/\"':&]))")
_LETTER = r"(?:2[dDeE]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa])"
"""Letters, digits, hyphen and full stop in hexadecimal ASCII."""
_ESCAPED_LETTER = re.compile(rf"\\(?:u\{{0*({_LETTER})\}}|u00({_LETTER})|x({_LETTER}))")
_REFERENCED_LETTER = re.compile(
    rf"&#(?:[xX]0*{_LETTER}|0*(?:4[5-9]|5[0-9]|[6-9][0-9]|1[0-2][0-9]))(?![0-9A-Fa-f]);?|&period;"
)
_REFERENCE_IN_BYTES = re.compile(_REFERENCED_LETTER.pattern.encode())
ESCAPES_OF_LETTERS = (
    "&period;",
    "\\u{",
    *(
        f"{start}{code}"
        for number in (0x2D, 0x2E, *range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))
        for start in ("\\u00", "\\x")
        for code in dict.fromkeys((f"{number:02x}", f"{number:02X}"))
    ),
)
"""How escapes of letters, digits, hyphen and full stop begin; numeric references aside."""
_ADDRESS = re.compile(
    r"(?:https?:)?//[^\s\"'`<>\\(){}|^\[\]/?#]+\.[^\s\"'`<>\\{}|^]{1,2000}"
    r"|(?P<encoded>https?%(?:25)?3A%(?:25)?2F[^\s\"'`<>\\&]{3,2000})",
    re.IGNORECASE,
)
"""An address, or one whose marks are escaped once or twice where no other address carries it."""


def unescaped(text: str) -> str:
    """Undo JavaScript and JSON escapes, then HTML character references, once each."""
    if "\\" in text:
        text = _ESCAPE.sub(_character, text)
    return html.unescape(text) if "&" in text else text


def with_letters(text: str) -> str:
    """Undo only those escapes that stand for what host names are made of.

    Enough to look for a host, and many times faster than undoing the slashes and quotes of a page's JSON.
    """
    if "\\" in text:
        text = _ESCAPED_LETTER.sub(_character, text)
    if "&#" in text or "&period;" in text:
        text = _REFERENCED_LETTER.sub(lambda reference: html.unescape(reference[0]), text)
    return text


def is_reference_to_letter(data: bytes, at: int) -> bool:
    """Say whether the `&#` at an offset begins a reference to what host names are made of."""
    return _REFERENCE_IN_BYTES.match(data, at) is not None


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return match[4]
    number = int(code, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def urls(text: str) -> list[str]:
    """List the absolute and `//host` addresses in a text, escapes undone, at most 1,000, without repeats."""
    if "//" not in text and "\\" not in text and "%" not in text and "&#" not in text:
        return []
    readable = unescaped(text)
    found: dict[str, None] = {}
    for match in _ADDRESS.finditer(readable):
        address = match[0].rstrip(".,;:!?)]*")
        found[address if match["encoded"] is None else _decoded(address)] = None
        if len(found) >= MAX_URLS:
            break
    return list(found)


def _decoded(address: str) -> str:
    """Undo the one or two layers of escapes that its very first marks show."""
    once = unquote(address)
    return once if "://" in once[:8] else unquote(once)
