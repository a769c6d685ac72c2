"""The queue of flagged domains: filtered, in pages, each row with the quote to decide by."""

from dataclasses import asdict, replace
from math import isfinite
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from review.site import Site
from store.looks.folds import campaign_of, folds
from store.looks.queued import ORDER, Place, Wanted, queue
from store.looks.review import campaigns, decided_count, reports
from store.looks.tallies import tallies

ROWS = 50
"""Rows of one page: what an eye runs over before the next coffee."""


CAMPAIGNS = 50
"""Campaigns that can be chosen."""


def show(request: Request, site: Site) -> Response:
    """Draw one page of the queue: folded by campaign, or every domain by itself."""
    wanted = wanted_by(request.query_params)
    after = place_in(request.query_params)
    is_plain = request.query_params.get("each") == "1"
    is_folded = not (is_plain or wanted.fold or wanted.campaign)
    read = folds if is_folded else queue
    with site.store.read() as session:
        rows = read(session, site.property_name, wanted, after=after, limit=ROWS + 1)
        imported = reports(session, site.property_name)
        kits = campaigns(session, site.property_name, CAMPAIGNS)
        flagged = tallies(session, site.property_name).flagged
        decided = decided_count(session, site.property_name)
        fold = campaign_of(session, site.property_name, wanted.fold) if wanted.fold else None
    following = rows[ROWS - 1].place if len(rows) > ROWS else None
    return site.page(
        request,
        "queue.html",
        rows=rows[:ROWS],
        is_folded=is_folded,
        is_plain=is_plain,
        wanted=wanted,
        fold=fold,
        flagged=flagged,
        decided=decided,
        is_first=after is None,
        query=query_of(wanted, each=is_plain),
        other_query=query_of(replace(wanted, fold=0), each=not is_plain),
        next_query=query_of(wanted, following, each=is_plain) if following else "",
        verdicts=ORDER,
        reports=imported,
        campaigns=kits,
    )


def wanted_by(query: QueryParams) -> Wanted:
    """Read the filter out of an address; what makes no sense wants nothing special."""
    text: dict[str, Any] = {
        name: query.get(name, "")[:200]
        for name in ("text", "verdict", "signal", "state", "language", "target")
    }
    decided = query.get("decided", "open")
    keys: dict[str, Any] = {name: _key(query, name) for name in ("report", "campaign", "fold")}
    wanted = Wanted(**text, **keys)
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


def query_of(wanted: Wanted, after: Place | None = None, *, each: bool = False) -> str:
    """Write a filter, and a place, as the query of an address; `each`: every domain by itself."""
    fields: dict[str, Any] = {name: value for name, value in asdict(wanted).items() if value}
    if each:
        fields["each"] = "1"
    if after is not None:
        fields["after"] = f"{after.priority!r},{after.domain_id}"
    return urlencode(fields)
