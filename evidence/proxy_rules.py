"""The table of proxies and redirectors: one line each, with its source and an example.

`example` is the outer URL, `carries` what it must yield; the tests run over both. Sources by number are
cases of field guide 5.2; the others name the project or standard that documents the form.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from evidence.model import Level


class Decode(StrEnum):
    """How the group `inner` of a rule becomes a URL."""

    PLAIN = "plain"
    ESCAPED = "escaped"
    BASE64 = "base64"
    HEX = "hex"
    DASHED_HOST = "dashed-host"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form in which a URL carries another URL."""

    id: str
    level: Level
    pattern: re.Pattern[str]
    """Searched in the absolute URL; its group `inner` is the carried URL."""
    decode: Decode
    source: str
    example: str
    carries: str


def _proxy(id: str, pattern: str, decode: Decode, source: str, example: str, carries: str) -> Rule:
    return Rule(id, Level.PROXIED, re.compile(pattern, re.IGNORECASE), decode, source, example, carries)


def _redirector(id: str, pattern: str, decode: Decode, source: str, example: str, carries: str) -> Rule:
    return Rule(id, Level.REDIRECTED, re.compile(pattern, re.IGNORECASE), decode, source, example, carries)


RULES = (
    _proxy("photon", r"^https?://i\d\.wp\.com/(?P<inner>[^?#]+)", Decode.PLAIN, "5.2 case 8; Jetpack Photon", "https://i2.wp.com/example.com/a/p.jpg?ssl=1&w=300", "http://example.com/a/p.jpg"),
    _redirector("parameter", r"[?&;](?:url|u|src|image|img|imgurl|uri|link|to|target|goto|redirect|dest|destination|out|q|href|file|path|media|imgrefurl|mediaurl|murl|purl)=(?P<inner>[^&#]+)", Decode.ESCAPED, "5.2 cases 9 and 23", "https://portal.example/out?url=https%3A%2F%2Fexample.com%2Fp.jpg", "https://example.com/p.jpg"),
)  # fmt: skip
