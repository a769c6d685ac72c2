"""A12 to A26: what else generators and scrapers leave, and where."""

from collections.abc import Callable
from html import escape
from urllib.parse import quote, urlsplit

from eval.renderings.galleries import Tiling, bare, boxed, with_noscript
from eval.renderings.scene import OPEN, Rendered, Scene, slugged
from evidence.model import Level, Visibility
from tests.web.kit import linked_tile
from tests.web.model import (
    LIKELY_SPAM,
    MISMATCH,
    SPAM,
    Page,
    Request,
    Response,
    absent,
    present,
    unknown,
)
from tests.web.pages import paragraphs, redirect
from tests.web.pictures import JPEG


def _expired(scene: Scene) -> Rendered:
    """A deleted keyword leads to another one (A12), drawn anew each time."""
    scene.at_generated()
    slugs = [slugged(word) for word in scene.tongue.keywords]
    pages: dict[str, Page] = {
        f"/{slug}.html": scene.generated(word, [])
        for slug, word in zip(slugs, scene.tongue.keywords, strict=True)
    }

    def answer(request: Request) -> Response:
        return redirect(f"/{slugs[request.load % len(slugs)]}.html", 302)

    keyword = scene.keyword()
    return Rendered(
        page=answer,
        others=pages,
        unknown=answer,
        expect=absent("redirected-elsewhere", LIKELY_SPAM),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _sent_home(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.keyword()
    gone = redirect("/", scene.chance.choice((301, 302, 303, 307)))
    return Rendered(
        page=gone,
        unknown=gone,
        expect=absent("redirected-home", LIKELY_SPAM),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _on(host: str, prefix: str, tile: Tiling, reason: str) -> Callable[[Scene], Rendered]:
    """Return a recipe for a generator's output on one kind of host."""

    def recipe(scene: Scene) -> Rendered:
        keyword = scene.any_keyword()
        scene.site = keyword.title()
        scene.host = host.format(mark=scene.mark, word=slugged(keyword.split()[0]))
        return Rendered(
            page=scene.generated(keyword, [tile(one) for one in scene.tiles()]),
            expect=present(reason, SPAM),
            path=f"{prefix}{slugged(keyword)}{'/' if prefix == '/posts/' else '.html'}",
            title=keyword.title(),
        )

    return recipe


def _thumbnail(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.keyword()
    cover = f'<img src="https://tse1.mm.bing.net/th?q={quote(keyword)}" alt="{escape(keyword)}">'
    return Rendered(
        page=scene.generated(keyword, [cover]),
        expect=absent("replaced", MISMATCH),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _in_head(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.any_keyword()
    image = scene.product.image
    heads = (
        f'<script type="application/ld+json">{{"@type":"Article","image":["{image}"]}}</script>',
        f'<meta property="og:image" content="{image}">',
        f'<meta name="twitter:image" content="{image}">',
    )
    others = [bare(one) for one in scene.tiles() if one.image != image]
    return Rendered(
        page=scene.generated(keyword, others, head=heads[scene.edition % 3]),
        expect=present("embed", SPAM, visibility=Visibility.METADATA),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _broken_json(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.any_keyword()
    others = [one for one in scene.tiles() if one.image != scene.product.image]
    listed = ",".join((scene.product.image, *(one.image for one in others[:3])))
    head = f'<script type="application/ld+json">{{"@type":"Article","image":[{listed}]}}</script>'
    return Rendered(
        page=scene.generated(keyword, [bare(one) for one in others], head=head),
        expect=present("embed", SPAM, visibility=Visibility.METADATA),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _backdrop(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.any_keyword()
    others = [bare(one) for one in scene.tiles() if one.image != scene.product.image]
    others[0] += f'<div style="height:300px;background:url({scene.product.image})"></div>'
    return Rendered(
        page=scene.generated(keyword, others),
        expect=present("embed", SPAM),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _wallpapers(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.keyword()
    tiles = [
        f'<a href="{escape(one.image)}"><img src="{escape(one.image)}" alt="{escape(one.title)}"></a>'
        f'<p><a href="https://{urlsplit(one.image).hostname}/">{escape(one.title)}</a> 1920x1080</p>'
        for one in scene.tiles(12)
    ]
    return Rendered(
        page=scene.shown(keyword.title(), "".join(tiles)),
        expect=present("link", OPEN),
        path=f"/wallpaper/{slugged(keyword)}/",
        title=f"{keyword.title()} HD",
    )


def _rehosted(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.keyword()
    name = f"/png/{slugged(keyword)}.jpg"
    source = urlsplit(scene.product.page).hostname
    body = f'<img src="{name}" alt="{escape(keyword)}"><p>{escape(scene.ui["source"])}: {source}</p>'
    return Rendered(
        page=scene.shown(f"{keyword.title()} PNG", body + paragraphs(*scene.spun(keyword, 4))),
        others={name: Response(status=200, headers=(("Content-Type", "image/jpeg"),), body=JPEG)},
        expect=present("embed mention", LIKELY_SPAM, Level.COPY, Level.MENTIONED, Level.SAME_PROPERTY),
        path=f"/png/{slugged(keyword)}.html",
        title=f"{keyword.title()} PNG",
    )


def _pin_wall(scene: Scene) -> Rendered:
    scene.at_generated()
    form = '<form action="/login"><input name="user"><input type="password" name="word"><button>OK</button></form>'
    return Rendered(
        page=scene.shown("Login", paragraphs(scene.ui["login"]) + form),
        expect=unknown("login-wall"),
        path=f"/pin/{scene.chance.randint(10**8, 10**9)}/",
        title=scene.product.title,
    )


def _fluent(scene: Scene) -> Rendered:
    """A fluent article on another matter with our picture in it (A25)."""
    scene.at_generated()
    return Rendered(
        page=scene.local(scene.image(alt=scene.topic.title)),
        expect=present("embed", MISMATCH),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor=scene.topic.title,
    )


def _scraped(scene: Scene) -> Rendered:
    scene.at_generated()
    return Rendered(
        page=scene.article(scene.image()),
        expect=present("embed", OPEN),
        path=f"/{slugged(scene.review)}.html",
        title=scene.review,
    )


RECIPES: dict[str, Callable[[Scene], Rendered]] = {
    "A12": _expired,
    "A13": _sent_home,
    "A14": _on("{word}-{mark}.netlify.app", "/posts/", with_noscript, "embed"),
    "A15": _on("{word}-{mark}.blogspot.com", "/2026/12/", boxed, "link"),
    "A16": _on("{word}-{mark}-club.test", "/wp/", bare, "embed"),
    "A17": _on("{word}.jalla-{mark}.test", "/", linked_tile, "link"),
    "A18": _thumbnail,
    "A19": _in_head,
    "A20": _broken_json,
    "A21": _backdrop,
    "A22": _wallpapers,
    "A23": _rehosted,
    "A24": _pin_wall,
    "A25": _fluent,
    "A26": _scraped,
}
