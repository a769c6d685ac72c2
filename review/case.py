"""The case: claims beside what was seen, windows, chain, findings with their source, the page as it was."""

from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analysis.cases.case import PageCase, VisitCase
from analysis.cases.casefile import NoSuchCaseError, domain_case
from evidence.codec import to_json, unpack
from review.pictures import MOST_PACKED, beside, has_copy
from review.pictures import PAGES as PICTURED
from review.site import Site
from review.stored_page import framed, raw_record
from store.looks.cases import domain_row
from store.looks.kept import packed_evidence
from store.looks.kept import visit as visit_row
from store.looks.standing import standing
from store.models import Visit

PAGES = 20
"""Pages of a domain that its case shows."""
GONE = "The store or the archive does not hold this any more."


def show(request: Request, site: Site) -> Response:
    """Draw the case of one domain."""
    name = request.path_params["domain"]
    try:
        case = domain_case(site.store, site.property_name, name, pages=PAGES)
    except NoSuchCaseError as error:
        raise HTTPException(404, f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    telling = {page.id: load for page in case.pages if (load := telling_load(page))}
    loads = {page.id: telling[page.id].id for page in case.pages[:PICTURED] if page.id in telling}
    with site.store.read() as session:
        row = domain_row(session, case.domain)
        place = standing(session, site.property_name, row.id) if row else None
        packed = packed_evidence(session, loads.values(), MOST_PACKED)
    return site.page(
        request,
        "case.html",
        case=case,
        domain_id=row.id if row else 0,
        standing=place,
        telling=telling,
        pictures={
            page.id: beside(page, packed.get(loads.get(page.id, 0)), site.archive)
            for page in case.pages[:PICTURED]
        },
        in_groups=in_groups,
        has_copy=lambda target: has_copy(target, site.archive),
    )


def telling_load(page: PageCase) -> VisitCase | None:
    """Return the first load of the newest visit that showed a reference, or else its first one."""
    newest = next((visit for visit in page.visits if visit.purpose == "page"), None)
    showed = {seen.visit_id for link in page.backlinks for seen in link.sightings}
    loads = (visit for visit in reversed(page.visits) if visit.id in showed and visit.purpose == "again")
    return newest if newest is None or newest.id in showed else next(loads, newest)


def in_groups(visits: Sequence[VisitCase]) -> list[list[VisitCase]]:
    """Return the visits newest first, each with its further loads after it, in the order they came."""
    groups: list[list[VisitCase]] = []
    for visit in reversed(visits):
        if visit.purpose in {"page", "unchanged"} or not groups:
            groups.append([])
        groups[-1].append(visit)
    return groups[::-1]


def stored_page(request: Request, site: Site) -> Response:
    """Show a visited page in the frame."""
    visit = _visit(request, site)
    return PlainTextResponse(GONE, status_code=404) if visit is None else framed(visit, site.archive)


def raw_evidence(request: Request, site: Site) -> Response:
    """Hand out the whole evidence of a visit."""
    visit = _visit(request, site)
    if visit is None or visit.evidence is None:
        raise HTTPException(404, GONE)
    return _file(to_json(unpack(visit.evidence)), f"visit-{visit.id}.json", "application/json")


def archive_record(request: Request, site: Site) -> Response:
    """Hand out the archived response of a visit."""
    visit = _visit(request, site)
    data = None if visit is None else raw_record(visit, site.archive)
    if visit is None or data is None:
        raise HTTPException(404, GONE)
    return _file(data, f"visit-{visit.id}.warc.gz", "application/gzip")


def _visit(request: Request, site: Site) -> Visit | None:
    with site.store.read() as session:
        visit = visit_row(session, site.property_name, request.path_params["visit_id"])
        if visit is not None:
            _ = visit.evidence  # deferred: read while the session is open
        return visit


def _file(data: bytes, name: str, kind: str) -> Response:
    return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
