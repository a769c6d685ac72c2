"""From requests to backlinks: what foreign pages sent visitors to, or whose pictures they show.

A browser that shows a foreign page with our image asks for that image and names the page as its referrer: a
hotlink. A visitor who follows a link asks for a page and then for its style sheets and pictures; a robot that
only wants its address in our statistics asks for the page and for nothing else (referrer spam).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from crawler.reports.columns import is_address
from crawler.reports.logs.request import Request, Requests
from crawler.reports.statement import BadRow, LinkType, Statement

IMAGE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|ico|tiff?|jxl|heic)$", re.IGNORECASE)
ASSET: Final = re.compile(r"\.(?:css|m?js|woff2?|ttf|otf|eot|map)$", re.IGNORECASE)
MAX_PAIRS: Final = 500_000
"""Pairs of page and address kept at once; a log with more states some of them several times."""
MAX_VISITORS: Final = 1_000_000
"""Visitors remembered as such that load assets."""
MAX_OF_PAIR: Final = 16
"""Visitors remembered for each pair: enough to see whether one of them is a browser."""


@dataclass(slots=True, kw_only=True)
class _Referral:
    line: int
    hits: int = 0
    first: datetime | None = None
    last: datetime | None = None
    clients: set[int] = field(default_factory=set)


def referrals(requests: Requests, *, member: str) -> Iterator[Statement | BadRow]:
    """A statement for each referring page and address it led to, with hits, dates and kind.

    Requests without referrer, or with a page of the asked host itself, give none. A log that does not name
    the host gives the path alone as target, and the property's own pages are still among its referrers.
    """
    pairs: dict[tuple[str, str], _Referral] = {}
    browsers: set[int] = set()
    for request in requests:
        if isinstance(request, BadRow):
            yield replace(request, member=member)
            continue
        client, target = hash(request.client), _target(request)
        if _is_asset(request.path) and len(browsers) < MAX_VISITORS:
            browsers.add(client)
        if not request.referrer or not target or _host(request.referrer) == _bare(request.host):
            continue
        if not is_address(request.referrer):
            reason = "the referrer is no web address"
            yield BadRow(line=request.line, reason=reason, text=request.referrer[:200], member=member)
            continue
        if len(pairs) >= MAX_PAIRS and (request.referrer, target) not in pairs:
            yield from _stated(pairs, browsers, member=member)
            pairs.clear()
        _count(pairs.setdefault((request.referrer, target), _Referral(line=request.line)), request, client)
    yield from _stated(pairs, browsers, member=member)


def _count(referral: _Referral, request: Request, client: int) -> None:
    referral.hits += 1
    if request.when:
        referral.first = min(referral.first or request.when, request.when)
        referral.last = max(referral.last or request.when, request.when)
    if len(referral.clients) < MAX_OF_PAIR:
        referral.clients.add(client)


def _stated(
    pairs: dict[tuple[str, str], _Referral], browsers: set[int], *, member: str
) -> Iterator[Statement]:
    for (referrer, target), seen in pairs.items():
        is_image = bool(IMAGE.search(_file(target)))
        yield Statement(
            line=seen.line,
            source_url=referrer,
            target_url=target,
            type=LinkType.HOTLINK if is_image else None,
            first_seen=seen.first,
            last_seen=seen.last,
            hits=seen.hits,
            visitors_load_assets=None if is_image or not browsers else not browsers.isdisjoint(seen.clients),
            member=member,
        )


def _target(request: Request) -> str:
    """The address that was asked for; the path alone where the log does not name the host."""
    if request.path.startswith(("http://", "https://", "rtmp://")):
        return request.path
    if not request.host or not request.path:
        return request.path
    host, path = request.host, request.path
    return f"http://{path}" if path.startswith(f"{host}/") else f"http://{host}{path}"


def _is_asset(path: str) -> bool:
    return bool(ASSET.search(_file(path)) or IMAGE.search(_file(path)))


def _file(address: str) -> str:
    return address.partition("?")[0].partition("#")[0]


def _host(address: str) -> str:
    return _bare(re.split(r"[/?#]", address.partition("://")[2] or address, maxsplit=1)[0])


def _bare(host: str) -> str:
    return host.rpartition("@")[2].partition(":")[0].casefold().removeprefix("www.") or "-"
