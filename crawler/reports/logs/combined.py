r"""Logs in the line formats that descend from NCSA's: named regular expressions, one a documented format.

Named groups: client, host, time, request, referrer. A quoted field may hold escaped quotation marks; what
follows the last field named here (more fields of the owner's choice) is passed over.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from crawler.reports.logs.request import Request, Requests, told
from crawler.reports.statement import BadRow

_TIME: Final = r"\[(?P<time>\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\]"
_QUOTED: Final = r'"(?P<{}>[^"\\]*(?:\\.[^"\\]*)*)"'
_REQUEST: Final = _QUOTED.format("request") + r" (?:\d{3}|-)"
_REFERRER: Final = _QUOTED.format("referrer")

FORMATS: Final = {
    # 1.2.3.4 - - [10/Feb/2012:16:42:07 -0500] "GET / HTTP/1.0" 200 368 "http://example.com/" "Mozilla/5.0"
    "Apache and nginx, combined": rf"(?P<client>\S+) [^\s.]+ \S+ {_TIME} {_REQUEST} \S+ {_REFERRER}",
    # www.example.com:80 1.2.3.4 - - [10/Feb/2012:16:42:07 -0500] "GET / HTTP/1.0" 200 368 "-" "Mozilla/5.0"
    # and Gandi's, with the seconds it took: … -0500] (0 s) "GET / HTTP/1.1" …
    "Apache, combined with virtual host": (
        rf"(?P<host>\S+) (?P<client>\S+) \S+ \S+ {_TIME} (?:\(\d+ s\) )?{_REQUEST} \S+ {_REFERRER}"
    ),
    # 1.2.3.4 www.example.com theuser [10/Feb/2012:16:42:07 -0500] "GET / HTTP/1.1" 301 368 "-" "Mozilla/5.0"
    "OVH": rf"(?P<client>\S+) (?P<host>\S+\.\S+) \S+ {_TIME} {_REQUEST} \S+ {_REFERRER}",
    # 79a59df9 www.example.com [10/Feb/2012:16:42:07 -0500] 1.2.3.4 arn:aws:iam::1 EB35 WEBSITE.GET.OBJECT
    # index "GET /index HTTP/1.1" 200 - 368 368 10 9 "-" "Mozilla/5.0"   (S3 server access log format)
    "Amazon S3": (
        rf"\S+ (?P<host>\S+) {_TIME} (?P<client>\S+) \S+ \S+ \S+ \S+ {_REQUEST}(?: \S+){{5}} {_REFERRER}"
    ),
}
WITHOUT_REFERRER: Final = {
    "Common Log Format": r'(?:\S+ )?\S+ \S+ \S+ \[[^\]]+\] "[^"]*" (?:\d{3}|-) \S+\s*',
    # https 2020-01-01T00:55:04.127531Z app/my-alb/abcdef 1.2.3.4:2817 10.0.0.1:80 0.001 …
    "AWS load balancer": r"(?:\w+ )?\d{4}-\d\d-\d\dT\S+Z \S+ [\d.]+:\d+ [\d.]+:\d+ .*",
    # Sep 25 06:05:27 hostname haproxy[6801]: 4.3.2.1:55008 [25/Sep/2018:06:05:27.584] …
    "HAProxy": r"\w{3} +\d+ [\d:]+ \S+ haproxy\[\d+\]: .*",
}
"""Formats that no backlink can be read from."""


def format_of(lines: Iterable[str]) -> str:
    """The format that most of the lines are in; empty when it is none of `FORMATS`."""
    lines = [line for line in lines if _counts(line)]
    matches = {name: sum(bool(re.match(form, line)) for line in lines) for name, form in FORMATS.items()}
    best = max(matches, key=matches.__getitem__)
    return best if lines and matches[best] * 2 > len(lines) else ""


def without_referrer(lines: Iterable[str]) -> str:
    """The format without referrers that all of the lines are in; empty when it is none."""
    lines = [line for line in lines if _counts(line)]
    for name, form in WITHOUT_REFERRER.items():
        if lines and all(re.fullmatch(form, line.rstrip()) for line in lines):
            return name
    return ""


def requests(lines: Iterable[str], *, format: str) -> Requests:
    """The requests of a log in one of `FORMATS`."""
    match = re.compile(FORMATS[format]).match
    for number, line in enumerate(lines, start=1):
        if found := match(line):
            part = found.groupdict(default="")
            yield Request(
                line=number,
                client=part["client"],
                when=_moment(part["time"]),
                host=told(part.get("host")).partition(":")[0],
                path=_path(part["request"]),
                referrer=_unescaped(told(part["referrer"])),
            )
        elif _counts(line):
            yield BadRow(line=number, reason=f"not in the log's format ({format})", text=line[:200].strip())


def _counts(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


@lru_cache(maxsize=1024)
def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%d/%b/%Y:%H:%M:%S %z").astimezone(UTC)
    except ValueError:
        return None


def _path(request: str) -> str:
    """From `GET /path HTTP/1.1`; empty for what robots send that speak another protocol."""
    parts = request.split(" ")
    return parts[1] if len(parts) >= 2 and parts[0].isalpha() else ""


def _unescaped(text: str) -> str:
    r"""Undo `\"` and `\x22`, with which servers keep a field from ending early."""
    if "\\" not in text:
        return text
    return re.sub(
        r"\\(?:x([0-9A-Fa-f]{2})|(.))", lambda found: chr(int(found[1], 16)) if found[1] else found[2], text
    )
