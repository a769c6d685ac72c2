"""Proxies and redirectors: whose URL carries another URL inside (levels L4 and L5).

A proxy is a matter of matching and never a sign of spam (field observation): good sites use them too.
"""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick

from evidence.addresses import asking_rules
from evidence.addresses.hosts import host_of
from evidence.addresses.proxy_rules import RULES, Decode, Rule
from evidence.addresses.urls import resolve
from evidence.model import Level

MAX_OUTER = 4_096
"""Characters of a URL that is unwrapped; longer ones are left alone (hostile case 43)."""
MAX_INNER = 8
"""URLs that are read out of one URL; more is an attempt to keep us busy."""

_ONE_SLASH = re.compile(r"\A(https?):/(?!/)", re.IGNORECASE)
_HOST_AND_PATH = re.compile(r"[\w-]+(?:\.[\w-]+)+[/:?]")
"""A bare host is what readers search for, not what a redirector carries."""
_NEEDLES = [
    (needle, number) for number, rule in enumerate(RULES) for needle in rule.needle.split("|") if needle
]
_ALWAYS = frozenset(number for number, rule in enumerate(RULES) if not rule.needle)
_needles = AhoCorasick([needle for needle, _ in _NEEDLES])
"""Finds which rules are worth trying: few addresses have any, and there are dozens of rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A URL found inside another one."""

    url: str
    rule: str
    level: Level


def unwrap(url: str) -> Iterator[Inner]:
    """Read the URLs that an absolute URL carries, by every rule that fits, most specific rule first.

    What only asks a service about another address carries none: nobody who follows it arrives there.
    """
    if len(url) > MAX_OUTER:
        return
    found = 0
    hits = _needles.find_matches_as_indexes(url.lower(), overlapping=True)
    tried = _ALWAYS.union([_NEEDLES[number][1] for number, start, _ in hits if start]) if hits else _ALWAYS
    for rule in [RULES[number] for number in sorted(tried)]:
        for match in rule.pattern.finditer(url):
            if not found and _only_asks(url):
                return
            for inner in _decoded(rule, match, url):
                yield Inner(url=inner, rule=rule.id, level=rule.level)
                found += 1
                if found >= MAX_INNER:
                    return


def _only_asks(url: str) -> bool:
    return any(rule.pattern.match(url) for rule in asking_rules.RULES)


def _decoded(rule: Rule, match: re.Match[str], url: str) -> Iterator[str]:
    for text in _DECODERS[rule.decode](match):
        two_slashes = _ONE_SLASH.sub(r"\1://", text, count=1)
        address = two_slashes if text.startswith("/") or _has_scheme(text) else f"http://{text}"
        inner = resolve(address, url)
        if inner and inner != url and "." in host_of(inner):
            yield inner


def _looks_like_address(text: str) -> bool:
    return _has_scheme(text) or text.startswith("/") or bool(_HOST_AND_PATH.match(text))


def _has_scheme(text: str) -> bool:
    return text[:8].lower().startswith(("http:/", "https:/"))


def _plain(match: re.Match[str]) -> Iterator[str]:
    groups = match.groupdict()
    inner = match["inner"] + (groups.get("rest") or "")
    yield f"{groups['scheme']}://{inner}" if groups.get("scheme") else inner


def _escaped(match: re.Match[str]) -> Iterator[str]:
    """Undo up to three layers of percent-escapes: doubly encoded values are common in the wild."""
    text = match["inner"]
    for _ in range(4):
        if _looks_like_address(text):
            yield text
            return
        text = unquote(text)


def _ipx(match: re.Match[str]) -> Iterator[str]:
    inner = unquote(match["inner"])
    yield inner[1:] if _has_scheme(inner[1:]) else inner


def _base64(match: re.Match[str]) -> Iterator[str]:
    text = unquote(match["inner"])
    if "joined" in match.groupdict():
        text = text.replace("/", "")
    padded = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        decoded = base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True).decode()
    except ValueError:  # not ASCII, no Base64, or no UTF-8
        return
    if _looks_like_address(decoded):
        yield decoded


def _hexadecimal(match: re.Match[str]) -> Iterator[str]:
    try:
        yield bytes.fromhex(match["inner"]).decode()
    except ValueError:
        return


def _dashed_host(match: re.Match[str]) -> Iterator[str]:
    """Undo the host form of AMP caches and translate.goog: `.` was written `-`, and `-` was `--`."""
    host = re.sub(r"--|-", lambda dash: "-" if dash[0] == "--" else ".", match["inner"])
    yield f"https://{host}{match['rest']}"


_DECODERS = {
    Decode.PLAIN: _plain,
    Decode.ESCAPED: _escaped,
    Decode.IPX: _ipx,
    Decode.BASE64: _base64,
    Decode.HEX: _hexadecimal,
    Decode.DASHED_HOST: _dashed_host,
}
