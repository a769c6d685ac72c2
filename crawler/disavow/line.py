"""One line of a disavow file: what it disavows, and what is wrong with how it says so."""

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final

from crawler.disavow import rules
from crawler.disavow.entry import Entry
from crawler.disavow.rules import Rule
from evidence.addresses.hosts import host_of
from evidence.addresses.urls import resolve

MAX_ADDRESS: Final = 2_048
INVISIBLE: Final = (
    " \t\r\n\f\v\u0085\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""White space, and what looks like nothing at all (Unicode White_Space, and the format characters)."""
STRAY: Final = "\"'`<>[](){},;-\u2022\u2013\u2014\u2018\u2019\u201c\u201d\u00ab\u00bb"
"""Quotation marks, brackets, bullets and dashes."""
BULLET: Final = re.compile(r"[*+\u2022\u2013\u2014-]\s+")
FOREIGN_COMMENT: Final = re.compile(r"(?://|;|--|/\*|<!--|REM\b|')\s*")
GLUED_COMMENT: Final = re.compile(r"\s+#\s*|(?<=\w)#\s+")
"""A `#` after white space or before it; without any it is the fragment of an address."""
PREFIX: Final = re.compile(r"(?P<word>[a-z]+)(?P<colon>\s*[:\uff1a=]\s*)(?!//)", re.IGNORECASE)
"""Also with the colon of East Asian keyboards, or an equals sign."""
WORDS: Final = frozenset({"domain", "domains", "site", "host", "url", "link", "disavow"})
"""What people write where only `domain:` is known."""
ADDRESS_WORDS: Final = frozenset({"url", "link"})
SCHEME: Final = re.compile(r"https?:/*", re.IGNORECASE)
EXPLAINED: Final = frozenset({rules.IP_ADDRESS, rules.TOO_LONG, rules.SUB_PATH})
"""Rules that say by themselves why a line has no entry."""
HOST: Final = re.compile(r"(?:[\w-]+\.)+[\w-]*\w\.?", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Line:
    """What was understood of a line."""

    text: str
    """As it stands, without the line end."""
    entries: list[Entry] = field(default_factory=list)
    comment: str = ""
    """With its `#`; empty when the line has none."""
    flaws: list[Rule] = field(default_factory=list)
    """Each once."""

    def note(self, flaw: Rule) -> None:
        """Add a rule that the line breaks."""
        if flaw not in self.flaws:
            self.flaws.append(flaw)


def understood(text: str) -> Line:
    """Read a line the way it was meant, noting every rule that it breaks."""
    line = Line(text=text)
    rest = text.strip(INVISIBLE)
    if rest.startswith("#"):
        line.comment = rest
        if not text.startswith("#"):
            line.note(rules.WHITE_SPACE)
        return line
    if rest and rest != text:
        line.note(rules.WHITE_SPACE)
    if mark := FOREIGN_COMMENT.match(rest):
        line.note(rules.COMMENT_MARK)
        line.comment = f"# {rest[mark.end() :]}"
        return line
    if glued := GLUED_COMMENT.search(rest):
        line.note(rules.COMMENT_AFTER_ENTRY)
        line.comment = f"# {rest[glued.end() :]}"
        rest = rest[: glued.start()]
    if bullet := BULLET.match(rest):
        line.note(rules.STRAY_CHARACTERS)
        rest = rest[bullet.end() :]
    parts = _parts(rest)
    if len(parts) > 1:
        line.note(rules.SEVERAL_ENTRIES)
    for part in parts:
        _add(line, part)
    return line


def _parts(text: str) -> list[str]:
    """The entries of a line: more than one only when each of them is one."""
    parts = re.split(r"[\s,;]+(?=(?:domain|https?):)", text, flags=re.IGNORECASE)
    return [part for part in parts if part]


def _add(line: Line, part: str) -> None:
    """Understand one entry, or note that it is none."""
    text = part.strip(INVISIBLE + STRAY)
    if text != part:
        line.note(rules.STRAY_CHARACTERS)
    prefix = PREFIX.match(text)
    if prefix and prefix["word"].casefold() in WORDS:
        _note_prefix(line, prefix)
        named = text[prefix.end() :].strip(INVISIBLE + STRAY)
        entry = _address(line, named) if prefix["word"].casefold() in ADDRESS_WORDS else _domain(line, named)
    elif SCHEME.match(text):
        entry = _address(line, text)
    else:
        entry = _bare(line, text)
    if entry:
        line.entries.append(entry)
    elif EXPLAINED.isdisjoint(line.flaws):
        line.note(rules.NOT_AN_ENTRY)


def _note_prefix(line: Line, prefix: re.Match[str]) -> None:
    if prefix["word"] != "domain" or prefix["colon"].strip() != ":" or prefix["colon"][0].isspace():
        line.note(rules.PREFIX)
    elif prefix["colon"] != ":":
        line.note(rules.SPACE_AFTER_COLON)


def _domain(line: Line, text: str) -> Entry | None:
    """What follows `domain:`."""
    if scheme := SCHEME.match(text):
        line.note(rules.ADDRESS_AS_DOMAIN)
        text = text[scheme.end() :]
    host, slash, path = text.partition("/")
    if path.strip("*"):
        line.note(rules.SUB_PATH)
    elif slash and rules.ADDRESS_AS_DOMAIN not in line.flaws:
        line.note(rules.ADDRESS_AS_DOMAIN)
    return _host(line, host)


def _bare(line: Line, text: str) -> Entry | None:
    """An entry without `domain:` and without a scheme."""
    host, _, path = text.partition("/")
    if path.strip("*"):
        if not HOST.fullmatch(host):
            return None
        line.note(rules.NO_SCHEME)
        return _address(line, f"http://{text}")
    entry = _host(line, host)
    if entry:
        line.note(rules.BARE_HOST)
    return entry


def _host(line: Line, text: str) -> Entry | None:
    """A host name, in A-labels and lower case."""
    name = text.strip("*").strip(".")
    if name != text:
        line.note(rules.WILDCARD if "*" in text else rules.STRAY_CHARACTERS)
    name = re.sub(r":\d+$", "", name)
    if _is_ip(name):
        line.note(rules.IP_ADDRESS)
        return None
    if not HOST.fullmatch(name):
        return None
    host = host_of(f"http://{name}/")
    if not host or _is_ip(host):
        return None
    _note_spelling(line, name, host)
    return Entry(is_domain=True, value=host)


def _address(line: Line, text: str) -> Entry | None:
    """A page."""
    bare = SCHEME.sub("", text, count=1)
    host, path = re.match(r"([^/?#]*)(.*)", bare, re.DOTALL).groups()  # type: ignore[union-attr]  # matches all text
    host = host.rpartition("@")[2]
    if host.startswith("*") or path == "/*":
        line.note(rules.WILDCARD)
        return _host(line, host)
    if path.endswith("*"):
        line.note(rules.SUB_PATH)
        return None
    scheme = "https" if text[:5].casefold() == "https" else "http"
    url = resolve(f"{scheme}://{bare}", "http://invalid/")
    if not url or "." not in host:
        return None
    if len(url) > MAX_ADDRESS:
        line.note(rules.TOO_LONG)
        return None
    _note_spelling(line, host, host.lower())
    return Entry(is_domain=False, value=url)


def _note_spelling(line: Line, host: str, lower: str) -> None:
    if not host.isascii():
        line.note(rules.NON_ASCII_HOST)
    elif host != lower:
        line.note(rules.UPPER_CASE)


def _is_ip(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
