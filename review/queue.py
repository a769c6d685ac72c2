"""The queue of flagged domains: filtered, in pages, each row with the quote to decide by."""

from dataclasses import asdict, replace
from math import isfinite
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from review.site import Site
from store.review import ORDER, Place, Wanted, campaigns, queue, reports

ROWS = 50
"""Rows of one page: what an eye runs over before the next coffee."""


CAMPAIGNS = 50
"""Campaigns that can be chosen."""


def show(request: Request, site: Site) -> Response:
    """Draw one page of the queue."""
    wanted = wanted_by(request.query_params)
    after = place_in(request.query_params)
    with site.store.read() as session:
        rows = queue(session, site.property_name, wanted, after=after, limit=ROWS + 1)
        imported = reports(session, site.property_name)
        kits = campaigns(session, site.property_name, CAMPAIGNS)
    following = rows[ROWS - 1].place if len(rows) > ROWS else None
    return site.page(
        request,
        "queue.html",
        rows=rows[:ROWS],
        wanted=wanted,
        is_first=after is None,
        query=query_of(wanted),
        next_query=query_of(wanted, following) if following else "",
        verdicts=ORDER,
        reports=imported,
        campaigns=kits,
    )


def wanted_by(query: QueryParams) -> Wanted:
    """Read the filter out of an address; what makes no sense wants nothing special."""
    text = {
        name: query.get(name, "")[:200]
        for name in ("text", "verdict", "signal", "state", "language", "target")
    }
    decided = query.get("decided", "open")
    wanted = Wanted(**text, report=_key(query, "report"), campaign=_key(query, "campaign"))
    return replace(wanted, decided=decided if decided in {"open", "decided", "all"} else "open")


def place_in(query: QueryParams) -> Place | None:
    """Read where the last page ended."""
    priority, _, domain_id = query.get("after", "").partition(",")
    try:
        place = Place(priority=float(priority), domain_id=int(domain_id))
    except ValueError:
        return None
    return place if isfinite(place.priority) and abs(place.domain_id) < 2**63 else None


def _key(query: QueryParams, name: str) -> int:
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 20 else 0


def query_of(wanted: Wanted, after: Place | None = None) -> str:
    """Write a filter, and a place, as the query of an address."""
    fields: dict[str, Any] = {name: value for name, value in asdict(wanted).items() if value}
    if after is not None:
        fields["after"] = f"{after.priority!r},{after.domain_id}"
    return urlencode(fields)
