"""C08 to C23: walls, and pages that are gone or lead elsewhere."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from eval.renderings.scene import OPEN, Rendered, Scene, slugged
from evidence.model import Level
from evidence.visited import State
from tests.web.model import (
    HARMLESS,
    LIKELY_SPAM,
    UNDECIDED,
    Expectation,
    Page,
    Response,
    absent,
    present,
    unknown,
)
from tests.web.pages import html, paragraphs
from tests.web.pictures import JPEG


def _refresh(scene: Scene) -> Rendered:
    scene.at_generated()
    head = f'<meta http-equiv="refresh" content="0;url={escape(scene.product.image)}">'
    keyword = scene.keyword()
    return Rendered(
        page=scene.shown(keyword.title(), "", head=head),
        expect=present("link", LIKELY_SPAM, Level.EXACT, Level.REDIRECTED),
        path=f"/go/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _by_script(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.keyword()
    page = html(
        f"<!DOCTYPE html><html><head><title>{escape(keyword)}</title>"
        f'<script>location.replace("{scene.product.image}")</script></head><body></body></html>'
    )
    expect = Expectation(
        states=frozenset({State.PRESENT, State.UNKNOWN}),
        reasons=frozenset({"link", "needs-javascript"}),
        judgements=OPEN,
    )
    return Rendered(page=page, expect=expect, path=f"/go/{slugged(keyword)}.html", title=keyword.title())


def _answering(
    expect: Expectation, page: Callable[[Scene], Page], **more: object
) -> Callable[[Scene], Rendered]:
    """Return a recipe: an article of an honest site that answers like this today."""

    def recipe(scene: Scene) -> Rendered:
        scene.at_journal()
        made = Rendered(
            page=page(scene),
            expect=expect,
            path=f"/{slugged(scene.review)}/",
            title=scene.review,
            anchor=scene.product.name,
        )
        return replace(made, **more)  # type: ignore[arg-type]  # field names of Rendered, checked by every run

    return recipe


def _parked(scene: Scene) -> Page:
    names = ("sedo.com/search/details", "parkingcrew.net/sale", "www.bodis.com/buy")
    return html(
        f"<!DOCTYPE html><html><head><title>{scene.host}</title></head><body><h1>{scene.host}</h1>"
        f'<p>This domain is parked and may be for sale. <a href="https://{names[scene.edition % 3]}?domain={scene.host}">'
        'Buy this domain</a></p><p>Related searches: <a href="/lander?kw=1">Insurance</a></p></body></html>'
    )


def _soft_missing(scene: Scene) -> Page:
    return scene.shown("404 Not Found", paragraphs(scene.ui["missing"]))


def _wall(scene: Scene) -> Page:
    challenge = (
        "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1>"
        '<script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1"></script></body></html>'
    )
    return (
        html(
            "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1></body></html>",
            status=403,
        ),
        html("<html><head><title>429</title></head><body>Too Many Requests</body></html>", status=429),
        html(challenge, status=403, cf_mitigated="challenge"),
    )[scene.edition % 3]


def _embedding(scene: Scene) -> str:
    return f"<figure>{scene.image()}{scene.credit()}</figure>"


def _unlisted(scene: Scene) -> Page:
    heads = (
        '<meta name="robots" content="noindex">',
        '<link rel="canonical" href="https://elsewhere-com.test/original">',
        '<meta name="robots" content="noindex,nofollow">',
    )
    body = paragraphs(*scene.prose()) + _embedding(scene)
    return scene.shown(scene.review, body, head=heads[scene.edition % 3])


def _endless(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.keyword()
    filling = "".join(f'<img src="https://host{n % 300}-com.test/i/{n}.jpg" alt="{n}">' for n in range(6_000))
    body = filling + scene.image(alt=scene.product.title)
    expect = replace(
        present("embed", OPEN),
        states=frozenset({State.PRESENT, State.UNKNOWN}),
        reasons=frozenset({"embed", "cut-off"}),
    )
    return Rendered(
        page=scene.shown(keyword.title(), body),
        expect=expect,
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _picture(_: Scene) -> Page:
    return Response(status=200, headers=(("Content-Type", "image/jpeg"),), body=JPEG)


RECIPES: dict[str, Callable[[Scene], Rendered]] = {
    "C08": _refresh,
    "C09": _by_script,
    "C10": _answering(absent("gone"), lambda scene: scene.missing()),
    "C11": _answering(unknown("name-not-found"), lambda scene: scene.missing(), is_dead=True),
    "C12": _answering(absent("parked"), _parked),
    "C13": _answering(absent("replaced", HARMLESS), lambda scene: scene.local()),
    "C14": _answering(absent("soft-404"), _soft_missing, unknown=None),
    "C15": _answering(unknown("bot-wall"), _wall),
    "C16": _answering(unknown("tls"), lambda scene: scene.local(), scheme="https"),
    "C17": _answering(
        unknown("robots"),
        lambda scene: scene.article(_embedding(scene)),
        robots="User-agent: *\nDisallow: /\n",
    ),
    "C18": _answering(present("embed", HARMLESS), _unlisted),
    "C20": _answering(present("embed", HARMLESS), lambda scene: scene.article(_embedding(scene))),
    "C21": _answering(present("embed", OPEN), lambda scene: scene.article(_embedding(scene))),
    "C22": _endless,
    "C23": _answering(replace(unknown("not-a-page"), judgements=UNDECIDED), _picture),
}
