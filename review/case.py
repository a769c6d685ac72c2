"""The case: claims beside what was seen, windows, chain, findings with their source, the page as it was."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analysis.case import VisitCase
from analysis.casefile import NoSuchCaseError, domain_case
from evidence.codec import to_json, unpack
from review.pictures import PAGES as PICTURED
from review.pictures import beside, has_copy
from review.site import Site
from review.stored_page import framed, raw_record
from store.cases import domain_row
from store.kept import visit as visit_row
from store.models import Visit

PAGES = 20
"""Pages of a domain that its case shows."""


def show(request: Request, site: Site) -> Response:
    """Draw the case of one domain."""
    name = request.path_params["domain"]
    try:
        case = domain_case(site.store, site.property_name, name, pages=PAGES)
    except NoSuchCaseError as error:
        return site.page(request, "message.html", status=404, title="No such case", message=str(error))
    with site.store.read() as session:
        row = domain_row(session, case.domain)
    return site.page(
        request,
        "case.html",
        case=case,
        domain_id=row.id if row else 0,
        pictures={page.id: beside(site, page) for page in case.pages[:PICTURED]},
        in_groups=in_groups,
        has_copy=lambda target: has_copy(target, site.archive),
    )


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
    return _gone() if visit is None else framed(visit, site.archive)


def raw_evidence(request: Request, site: Site) -> Response:
    """Hand out the whole evidence of a visit."""
    visit = _visit(request, site)
    if visit is None or visit.evidence is None:
        return _gone()
    return _file(to_json(unpack(visit.evidence)), f"visit-{visit.id}.json", "application/json")


def archive_record(request: Request, site: Site) -> Response:
    """Hand out the archived response of a visit."""
    visit = _visit(request, site)
    data = None if visit is None else raw_record(visit, site.archive)
    if visit is None or data is None:
        return _gone()
    return _file(data, f"visit-{visit.id}.warc.gz", "application/gzip")


def _visit(request: Request, site: Site) -> Visit | None:
    with site.store.read() as session:
        visit = visit_row(session, site.property_name, request.path_params["visit_id"])
        if visit is not None:
            _ = visit.evidence  # deferred: read while the session is open
        return visit


def _file(data: bytes, name: str, kind: str) -> Response:
    return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _gone() -> Response:
    return PlainTextResponse("The store or the archive does not hold this any more.", status_code=404)
