"""The same reads for programs: JSON over HTTP, described by OpenAPI; nothing can be changed through it."""

import hmac
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from analysis.cases.casefile import NoSuchCaseError, domain_case
from analysis.cases.overview import overview_of
from evidence.codec import to_json, unpack
from review.api_description import ENUMS, MOST_KEY, MOST_ROWS, PAGE_ROWS, PATTERNS, describe
from review.api_values import CampaignValue, Page, ReportValue, Summary
from review.guarding import Guard
from review.site import Site
from store.looks.kept import visit as visit_row
from store.looks.queued import Place, Wanted, queue
from store.looks.review import campaigns, reports
from store.looks.tallies import tallies

Read = Callable[[Request, Site], object]
PAGES = 20
"""Pages of a domain that its case holds."""
MOST_CAMPAIGNS = 1_000


def create_api(site: Site, *, hosts: frozenset[str], token: str) -> Starlette:
    """Return the application; with a `token`, every request must carry it as `Authorization: Bearer`."""
    routes = [
        Route("/openapi.json", _reading(site, token, lambda _request, _site: describe(secured=bool(token)))),
        Route("/overview", _reading(site, token, overview)),
        Route("/domains", _reading(site, token, domains)),
        Route("/domains/{domain}", _reading(site, token, case)),
        Route("/visits/{visit_id}", _reading(site, token, visit)),
        Route("/campaigns", _reading(site, token, campaign_list)),
        Route("/reports", _reading(site, token, report_list)),
    ]
    guard = Middleware(Guard, hosts=hosts, refusal=problem, reads_only=True)
    return Starlette(routes=routes, middleware=[guard], exception_handlers={HTTPException: _as_problem})


def overview(_request: Request, site: Site) -> Summary:
    """Return the counts."""
    with site.store.read() as session:
        counted = tallies(session, site.property_name)
    return Summary(
        overview=overview_of(site.property_name, counted),
        months=tuple(counted.months),
        languages=tuple(counted.languages),
        counted_at=counted.counted_at,
    )


def domains(request: Request, site: Site) -> Page:
    """Return one page of the queue."""
    query = request.query_params
    wanted, limit = _wanted(query), _number(query, "limit", MOST_ROWS) or PAGE_ROWS
    with site.store.read() as session:
        rows = queue(session, site.property_name, wanted, after=_place(query), limit=limit + 1)
    last = rows[limit - 1].place if len(rows) > limit else None
    return Page(domains=tuple(rows[:limit]), next=f"{last.priority:.6f},{last.domain_id}" if last else None)


def case(request: Request, site: Site) -> object:
    """Return the case of one domain."""
    name = request.path_params["domain"]
    if not re.fullmatch(PATTERNS["domain"], name):
        raise HTTPException(404, "This is no name of a domain.")
    try:
        return domain_case(site.store, site.property_name, name, pages=PAGES)
    except NoSuchCaseError as error:
        raise HTTPException(404, str(error)) from error


def visit(request: Request, site: Site) -> msgspec.Raw:
    """Return the whole evidence of one visit."""
    text = request.path_params["visit_id"]
    with site.store.read() as session:
        row = visit_row(session, site.property_name, int(text)) if _is_key(text) else None
        packed = row.evidence if row else None
    if packed is None:
        raise HTTPException(404, "The store holds no evidence of such a visit.")
    return msgspec.Raw(to_json(unpack(packed)))


def campaign_list(_request: Request, site: Site) -> list[CampaignValue]:
    """Return the campaigns with the most domains in the queue."""
    with site.store.read() as session:
        rows = campaigns(session, site.property_name, MOST_CAMPAIGNS)
    return [
        CampaignValue(
            id=row.id,
            fingerprint=row.fingerprint,
            value=row.value,
            queued=number,
            domains=row.domains,
            spam=row.spam,
            such_as=one,
        )
        for row, number, one in rows
    ]


def report_list(_request: Request, site: Site) -> list[ReportValue]:
    """Return the imported reports, newest first."""
    with site.store.read() as session:
        rows = reports(session, site.property_name)
    return [
        ReportValue(
            id=row.id,
            file_name=row.file_name,
            tool=row.tool,
            imported_at=row.imported_at,
            rows=row.rows,
            skipped=row.skipped,
        )
        for row in rows
    ]


def problem(detail: str, status_code: int, headers: Mapping[str, str] | None = None) -> Response:
    """Return an error as RFC 9457 wants it."""
    body = msgspec.json.encode({"type": "about:blank", "status": status_code, "detail": detail})
    return Response(body, status_code, headers, media_type="application/problem+json")


def _reading(site: Site, token: str, read: Read) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        given = request.headers.get("authorization", "").encode()
        if token and not hmac.compare_digest(given, f"Bearer {token}".encode()):
            raise HTTPException(401, "This server wants its token.", {"WWW-Authenticate": "Bearer"})
        value = await run_in_threadpool(read, request, site)
        return Response(msgspec.json.encode(value), media_type="application/json")

    return endpoint


async def _as_problem(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem(error.detail, error.status_code, error.headers)


def _wanted(query: QueryParams) -> Wanted:
    texts: dict[str, Any] = {name: _text(query, name) for name in ("text", "signal", "language", "target")}
    chosen: dict[str, Any] = {name: _choice(query, name) for name in ("verdict", "state")}
    numbers: dict[str, Any] = {name: _number(query, name, MOST_KEY) for name in ("report", "campaign")}
    return Wanted(**texts, **chosen, **numbers, decided=_choice(query, "decided") or "open")


def _text(query: QueryParams, name: str) -> str:
    text = query.get(name, "")
    if len(text) > 200 or "\x00" in text:
        raise HTTPException(400, f"{name}: at most 200 characters, none of them NUL.")
    return text


def _choice(query: QueryParams, name: str) -> str:
    value = query.get(name)
    if value is not None and value not in ENUMS[name]:
        raise HTTPException(400, f"{name}: one of {', '.join(ENUMS[name])}.")
    return value or ""


def _number(query: QueryParams, name: str, most: int) -> int:
    text = query.get(name)
    if text is None:
        return 0
    if not _is_key(text) or int(text) > most:
        raise HTTPException(400, f"{name}: a whole number from 1 to {most}.")
    return int(text)


def _is_key(text: str) -> bool:
    return re.fullmatch("[0-9]{1,19}", text) is not None and 1 <= int(text) <= MOST_KEY


def _place(query: QueryParams) -> Place | None:
    text = query.get("after")
    if text is None:
        return None
    if not re.fullmatch(PATTERNS["after"], text):
        raise HTTPException(400, "after: the `next` of the page before.")
    priority, _, domain_id = text.partition(",")
    return Place(priority=float(priority), domain_id=min(int(domain_id), MOST_KEY))
