"""The server: which address is answered by what, and who may ask."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from review import case, deciding, messages, outcome, overview, pictures, queue
from review.drafting import Drafts
from review.guarding import SESSION, Guard, new_session
from review.site import Site

View = Callable[[Request, Site], Response]
Change = Callable[[Request, FormData, Site], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


def create_app(site: Site, *, hosts: frozenset[str]) -> Starlette:
    """Return the application; `hosts` are the Host headers, with port, that it answers."""
    drafts = Drafts(site.store, site.property_name)
    copies = pictures.Copies()

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        await copies.close()

    routes = [
        Route("/", _reading(site, overview.show)),
        Route("/queue", _reading(site, queue.show)),
        Route("/domain/{domain}", _reading(site, case.show)),
        Route("/visit/{visit_id:int}/page", _reading(site, case.stored_page)),
        Route("/visit/{visit_id:int}/evidence", _reading(site, case.raw_evidence)),
        Route("/visit/{visit_id:int}/record", _reading(site, case.archive_record)),
        Route("/target/{target_id:int}/picture", _picture(site, copies)),
        Route("/decide", _changing(site, deciding.decided), methods=["POST"]),
        Route("/undo", _changing(site, deciding.undone), methods=["POST"]),
        Route("/outcome", _outcome(site, drafts), methods=["GET", "POST"]),
        Route("/outcome/disavow.txt", _download(site, drafts)),
        Route("/login", _login(site), methods=["GET", "POST"]),
        Route("/logout", _changing(site, _log_out, always=True), methods=["POST"]),
        Mount("/static", StaticFiles(packages=[("review", "static")])),
    ]

    def as_message(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return messages.answer(request, site, error)

    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts)],
        exception_handlers={HTTPException: as_message},
        lifespan=lifespan,
    )


def _may_read(site: Site, request: Request) -> bool:
    return site.logins.knows(request.cookies.get(SESSION, ""))


def _reading(site: Site, view: View) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        if not _may_read(site, request):
            return RedirectResponse("/login", status_code=303)
        return await run_in_threadpool(view, request, site)

    return endpoint


def _changing(site: Site, change: Change, *, always: bool = False) -> Endpoint:
    """Let a change through that comes with the token of its page; a read-only server lets none through."""

    async def endpoint(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=6_000)
        refusal = _refusal(site, request, form, always=always)
        return await run_in_threadpool(change, request, form, site) if refusal is None else refusal

    return endpoint


def _refusal(site: Site, request: Request, form: FormData, *, always: bool = False) -> Response | None:
    if not always and not _may_read(site, request):
        return RedirectResponse("/login", status_code=303)
    if not site.tokens.fits(request, str(form.get("token", ""))):
        raise HTTPException(
            403, "This page is older than the running server: go back, reload it and decide again."
        )
    if site.read_only and not always:
        raise HTTPException(403, "This server was started with --read-only.")
    return None


def _picture(site: Site, copies: pictures.Copies) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        if not _may_read(site, request):
            return RedirectResponse("/login", status_code=303)
        return await pictures.show(request, site, copies)

    return endpoint


def _outcome(site: Site, drafts: Drafts) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        if not _may_read(site, request):
            return RedirectResponse("/login", status_code=303)
        if request.method == "GET":
            return await outcome.show(request, site, drafts)
        async with request.form(max_files=1, max_fields=10, max_part_size=200_000) as form:
            refusal = _refusal(site, request, form, always=True)
            return await outcome.show(request, site, drafts, form) if refusal is None else refusal

    return endpoint


def _download(site: Site, drafts: Drafts) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        if not _may_read(site, request):
            return RedirectResponse("/login", status_code=303)
        return await outcome.download(request, site, drafts)

    return endpoint


def _login(site: Site) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        if request.method == "GET" or not site.logins.are_needed:
            return site.page(request, "login.html", failed=False)
        form = await request.form(max_files=0, max_fields=10)
        if not site.tokens.fits(request, str(form.get("token", ""))):
            return site.page(request, "login.html", failed=True, status=403)
        session = new_session()
        if not await run_in_threadpool(site.logins.open, session, str(form.get("password", ""))):
            return site.page(request, "login.html", failed=True, status=403)
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(SESSION, session, httponly=True, samesite="strict")
        return response

    return endpoint


def _log_out(request: Request, _form: FormData, site: Site) -> Response:
    site.logins.close(request.cookies.get(SESSION, ""))
    return RedirectResponse("/login", status_code=303)
