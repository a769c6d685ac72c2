"""What can be wrong with a disavow file; each rule with a line like those seen in real files."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The file or line is refused, ignored, or would do harm."""
    WARNING = "warning"
    """It may be read in another way than it was meant."""
    NOTE = "note"
    """It is right, but does less than it seems to, or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of problem."""

    id: str
    """Stable, kebab-case."""
    severity: Severity
    says: str
    """What is wrong and what to do, for people."""


def _error(id: str, says: str) -> Rule:
    return Rule(id=id, severity=Severity.ERROR, says=says)


def _warning(id: str, says: str) -> Rule:
    return Rule(id=id, severity=Severity.WARNING, says=says)


def _note(id: str, says: str) -> Rule:
    return Rule(id=id, severity=Severity.NOTE, says=says)


# The file as a whole (Google Search Console Help, "Disavow links to your site").
ENCODING = _error("encoding", "the file is not in UTF-8; save it as UTF-8")
BYTE_ORDER_MARK = _warning("byte-order-mark", "the file begins with a byte order mark; save it without")
LINE_ENDS = _error(
    "line-ends", "a carriage return alone ends a line only on very old systems; use line feeds"
)
TOO_LARGE = _error("too-large", "the file has more than 2 MB; replace addresses by `domain:` lines")
TOO_MANY_LINES = _error("too-many-lines", "more than 100,000 lines; comments and blank lines count")
NO_ENTRY = _error(
    "no-entry", "the file names nothing; uploading it would take back everything disavowed before"
)

# How an entry is written.
WHITE_SPACE = _warning(
    "white-space", "spaces or invisible characters around the entry"
)  # "domain:a.example "
COMMENT_MARK = _error("comment-mark", "a comment begins with `#`")  # "// contacted in May"
COMMENT_AFTER_ENTRY = _error(
    "comment-after-entry", "a comment needs a line of its own"
)  # "domain:a.example # spam"
SEVERAL_ENTRIES = _error("several-entries", "one entry a line")  # "domain:a.example, domain:b.example"
STRAY_CHARACTERS = _error(
    "stray-characters", "quotation marks, bullets or punctuation around the entry"
)  # '"a.example",'
SPACE_AFTER_COLON = _error("space-after-colon", "no space may follow `domain:`")  # "domain: a.example"
PREFIX = _error(
    "prefix", "the only prefix is `domain:`, in lower case"
)  # "Domain:a.example", "site:a.example"
BARE_HOST = _error("bare-host", "a host name needs `domain:` before it")  # "a.example"
NO_SCHEME = _error("no-scheme", "an address needs `http://` or `https://`")  # "a.example/page.html"
ADDRESS_AS_DOMAIN = _error(
    "address-as-domain", "`domain:` takes a host name alone"
)  # "domain:http://a.example/"
SUB_PATH = _error(
    "sub-path", "`domain:` takes no path, and a part of a site cannot be disavowed"
)  # "domain:a.example/en/"
WILDCARD = _error(
    "wildcard", "there are no wildcards; `domain:` covers every sub-domain"
)  # "domain:*.a.example"
UPPER_CASE = _warning("upper-case", "host names are written in lower case")  # "domain:A.Example"
NON_ASCII_HOST = _error("non-ascii-host", "host names are written in ASCII (Punycode)")  # "domain:한국.kr"
TOO_LONG = _error("too-long", "an address has at most 2,048 characters")
NOT_AN_ENTRY = _error(
    "not-an-entry", "neither an address nor `domain:` with a host name"
)  # "domain:DomainStatsBot"

# What an entry would do.
IP_ADDRESS = _error(
    "ip-address", "an IP address cannot be disavowed as a domain; name the host"
)  # "domain:192.0.2.7"
OWN_DOMAIN = _error("own-domain", "this is your own site; its links would be disavowed")
PUBLIC_SUFFIX = _error(
    "public-suffix", "thousands of strangers share this name; name one host below it"
)  # "domain:org.br"
HOME_PAGE_ONLY = _note(
    "home-page-only", "covers links on the home page alone; did you mean `domain:`?"
)  # "http://a.example/"
WWW_ONLY = _note("www-only", "covers the host www alone; did you mean the domain?")  # "domain:www.a.example"
DUPLICATE = _note("duplicate", "the same entry stands on an earlier line")
COVERED = _note("covered", "a `domain:` line covers this entry already")
