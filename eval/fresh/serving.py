"""Fresh pages as cases with hosts that answer for them, in the shape of the other labelled pages."""

from collections.abc import Mapping
from functools import cache
from html import escape
from urllib.parse import urlsplit

from eval.fresh.filling import Filling
from eval.fresh.owners import owners
from eval.fresh.sheets import Answer, Sheet, sheets
from eval.renderings.cases import Rendering
from eval.renderings.owners import Owner
from evidence.model import Visibility
from evidence.visited import State
from tests.web.model import (
    HARMLESS,
    SPAM,
    Case,
    Expectation,
    Host,
    Judgement,
    Page,
    Reported,
    Request,
    Response,
)
from tests.web.pages import html, redirect, site
from tests.web.pictures import JPEG

JUDGEMENTS = {"spam": SPAM, "honest": HARMLESS, "open": frozenset(Judgement)}
FRESH, UNNAMED = 3, 4
"""Editions: reported with a target, and by Search Console alone."""
MISSING = Answer(
    status=404, html="<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"
)


@cache
def fresh() -> tuple[Rendering, ...]:
    """Return the whole set: the same at every call and on every machine."""
    return tuple(_rendering(sheet, owners()[sheet.owner]) for sheet in sheets())


def _rendering(sheet: Sheet, owner: Owner) -> Rendering:
    return Rendering(
        case=_case(sheet, owner),
        edition=FRESH if sheet.is_named else UNNAMED,
        owner=owner,
        hosts=_hosts(sheet, Filling(sheet, owner)),
        is_secure=sheet.url.startswith("https:"),
    )


def _case(sheet: Sheet, owner: Owner) -> Case:
    product = owner.products[sheet.product]
    said = sheet.says.split()
    return Case(
        id=sheet.id,
        host=str(urlsplit(sheet.url).hostname),
        source_url=sheet.url,
        target_url=sheet.target or product.image,
        expect=Expectation(
            states=frozenset(State(word) for word in said if word in set(State)),
            reasons=frozenset(word for word in said if word not in set(State)),
            judgements=JUDGEMENTS[sheet.judgement],
            visibilities=frozenset(map(Visibility, sheet.seen.split())),
        ),
        note=sheet.name,
        reported=Reported(
            title=sheet.title,
            anchor=sheet.anchor or product.title,
            language=sheet.language,
            type="text" if sheet.words != ("",) and "<img" not in sheet.tile else "image",
        ),
    )


def _hosts(sheet: Sheet, filled: Filling) -> tuple[Host, ...]:
    parts = urlsplit(sheet.url)
    name, path = str(parts.hostname), parts.path or "/"
    page = _page(sheet, filled)
    own: dict[str, Page] = {"/": _front(sheet), path: page}
    elsewhere: dict[str, Mapping[str, Page]] = {}
    unknown: Page = _response(MISSING, filled, sheet.charset)
    for where, answer in sheet.others.items():
        given = page if answer.is_the_page else _response(answer, filled, sheet.charset)
        if where == "*":
            unknown = given
        elif where.startswith("//"):
            other = urlsplit(where)
            elsewhere[str(other.hostname)] = {other.path: given}
        else:
            own[where] = given
    return (
        site(name, own, unknown, robots=sheet.robots),
        *(site(host, pages, unknown) for host, pages in elsewhere.items()),
    )


def _page(sheet: Sheet, filled: Filling) -> Page:
    first = _response(sheet.page, filled, sheet.charset)
    if sheet.later is None:
        return first
    then = _response(sheet.later, filled, sheet.charset)

    def answer(request: Request) -> Response:
        return then if request.load else first

    return answer


def _response(answer: Answer, filled: Filling, charset: str) -> Response:
    if answer.to:
        return redirect(filled(answer.to), answer.status)
    if answer.is_picture:
        return Response(status=200, headers=(("Content-Type", "image/jpeg"),), body=JPEG)
    text = filled(answer.html)
    if answer.type != "text/html":
        return Response(status=answer.status, headers=(("Content-Type", answer.type),), body=text.encode())
    return html(text, status=answer.status, charset=charset)


def _front(sheet: Sheet) -> Response:
    """Return the plain home page of a host whose own is of no account."""
    name = str(urlsplit(sheet.url).hostname).partition(".")[0]
    return html(
        f"<html><head><title>{name}</title></head><body><h1>{name}</h1><p>News, archive, contact.</p>"
        f'<a href="{escape(sheet.url)}">{escape(sheet.title)}</a></body></html>'
    )
