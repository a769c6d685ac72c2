"""E03 to E33, machines: archives, boards, searches, lists and feeds that mean no harm."""

from collections.abc import Callable
from html import escape
from urllib.parse import quote

from eval.renderings.scene import Rendered, Scene, slugged
from evidence.model import Level
from evidence.visited import State
from tests.web.model import BENIGN, HARMLESS, Expectation, Response, present
from tests.web.pages import paragraphs
from tests.web.pictures import JPEG

Recipe = Callable[[Scene], Rendered]


def _commons(scene: Scene) -> Rendered:
    name = f"File:{scene.product.name} ({scene.owner.brand}).jpg"
    scene.site, scene.host = "Free Media Archive", f"commons-{scene.mark}-org.test"
    rows = f'<table><tr><td>Description</td><td>{escape(scene.said("{name}, {noun}, {brand}"))}</td></tr><tr><td>Source</td><td><a href="{scene.product.image}">{escape(scene.product.image)}</a></td></tr><tr><td>Licence</td><td>CC BY-SA 4.0</td></tr></table>'
    return Rendered(
        page=scene.shown(name, rows),
        expect=present("link", BENIGN),
        path=f"/wiki/{quote(name.replace(' ', '_'))}",
        title=name,
        anchor=scene.product.image,
    )


def _pin(scene: Scene) -> Rendered:
    scene.site, scene.host = "Pinboard", f"pinboard-{scene.mark}-com.test"
    body = (
        f'<img src="/i/236x/{scene.mark}.jpg" alt="{escape(scene.product.title)}"><p><a href="{scene.product.page}">{escape(scene.product.title)}</a></p>'
        + paragraphs(scene.prose(1)[0])
    )
    return Rendered(
        page=scene.shown(scene.product.title, body),
        others={
            f"/i/236x/{scene.mark}.jpg": Response(
                status=200, headers=(("Content-Type", "image/jpeg"),), body=JPEG
            )
        },
        expect=present("link embed", BENIGN, Level.TARGET_PAGE, Level.SAME_PROPERTY, Level.COPY, Level.EXACT),
        path=f"/pin/{scene.chance.randrange(10**9)}/",
        title=scene.product.title,
        target=scene.product.page,
    )


def _planet(scene: Scene) -> Rendered:
    scene.site, scene.host = "Planet", f"planet-{scene.mark}-org.test"
    prose = scene.prose()
    entries = f'<article><h2><a href="{scene.product.page}">{escape(scene.product.title)}</a></h2>{scene.image()}{paragraphs(*prose[:3])}</article><article><h2>{escape(scene.topic.title)}</h2>{paragraphs(*scene.topic.text)}</article>'
    return Rendered(
        page=scene.shown("Planet", entries), expect=present("embed", BENIGN), path="/planet/", title="Planet"
    )


def _sister(scene: Scene) -> Rendered:
    """Our own staging host: the report's row is left out (E09)."""
    scene.host = f"{('staging', 'cdn', 'blog')[scene.edition % 3]}.{scene.owner.owned.name}"
    nothing: frozenset[State] = frozenset()
    return Rendered(
        page=scene.article(scene.image()),
        expect=Expectation(states=nothing, reasons=frozenset(), judgements=HARMLESS),
        path=f"/{scene.mark}/",
        title=scene.product.title,
    )


def _search(scene: Scene) -> Rendered:
    """An image search's answer to somebody's question: many hosts, no prose of its own (E12)."""
    scene.site, scene.host = "metafind", f"metafind-{scene.mark}-org.test"
    found = "".join(
        f'<div class="result"><a href="{escape(one.image)}" rel="noreferrer nofollow"><img src="/proxy?u={quote(one.image)}" alt="{escape(one.title)}"></a><p>{escape(one.host)}</p></div>'
        for one in scene.tiles(10)
    )
    asked = scene.keyword()
    form = (
        f'<form><input name="q" value="{escape(asked)}"><button>{escape(scene.ui["search"])}</button></form>'
    )
    return Rendered(
        page=scene.shown(asked, form + found, head='<meta name="robots" content="noindex">'),
        expect=present("link", HARMLESS),
        path=f"/images?q={quote(asked)}",
        title=f"{asked} - metafind",
    )


def _listing(scene: Scene) -> Rendered:
    scene.site, scene.host = "Firmen A-Z", f"listing-{scene.mark}-{scene.tongue.country}.test"
    body = f'<img src="{scene.owner.logo}" alt="{escape(scene.owner.brand)}"><p>{escape(scene.owner.brand)}, {escape(scene.noun)}</p><p>Tel. 0{scene.chance.randrange(10**8)}</p><p><a href="{scene.owner.home}">{scene.owner.owned.name}</a></p>'
    return Rendered(
        page=scene.shown(scene.owner.brand, body),
        expect=present("embed", HARMLESS),
        path=f"/firm/{slugged(scene.owner.brand)}",
        title=scene.owner.brand,
        target=scene.owner.logo,
        anchor=scene.owner.brand,
    )


def _stock(scene: Scene) -> Rendered:
    scene.site, scene.host = "Stockbild", f"stockbild-{scene.mark}-{scene.tongue.country}.test"
    title = scene.said("{name}, {noun}")
    body = f'<a href="{scene.product.image}">{scene.image()}</a><p>{escape(scene.said("{name}, {noun}, {brand}"))}</p><p>ID {scene.chance.randrange(10**7)} · 4000 x 3000 · RF</p>'
    return Rendered(
        page=scene.shown(title, body),
        expect=present("link", BENIGN),
        path=f"/stock/{slugged(title)}-{scene.chance.randrange(10**7)}.html",
        title=title,
    )


def _feed(scene: Scene) -> Rendered:
    scene.at_journal()
    entry = f"<url><loc>https://{scene.host}/1</loc><image:image><image:loc>{scene.product.image}</image:loc></image:image></url>"
    text = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{entry}</urlset>'
    page = Response(status=200, headers=(("Content-Type", "application/xml"),), body=text.encode())
    return Rendered(
        page=page, expect=present("embed link", HARMLESS), path="/sitemap.xml", title="", anchor=""
    )


RECIPES: dict[str, Recipe] = {
    "E03": _commons,
    "E04": _pin,
    "E05": _planet,
    "E09": _sister,
    "E12": _search,
    "E21": _listing,
    "E25": _stock,
    "E33": _feed,
}
