"""A01 to A11 and A27: scraper galleries, in all the ways in which they write a picture."""

from base64 import b64encode
from collections.abc import Callable
from html import escape
from urllib.parse import quote

from eval.renderings.scene import Rendered, Scene, slugged
from evidence.model import Level, Visibility
from tests.web.kit import Tile, captioned_tile, linked_tile, proxied_tile
from tests.web.model import (
    SPAM,
    Expectation,
    Request,
    Response,
    present,
)
from tests.web.pages import redirect
from tests.web.pictures import JPEG

Tiling = Callable[[Tile], str]


def bare(tile: Tile) -> str:
    """Return a picture over its title."""
    return f'<img src="{escape(tile.image)}" alt="{escape(tile.title)}"><p>{escape(tile.title)}</p>'


def boxed(tile: Tile) -> str:
    """Return a picture that links to its own file, as light boxes do."""
    return (
        f'<a data-lightbox="set" href="{escape(tile.image)}"><img class="card-img" '
        f'src="{escape(tile.image)}" alt="{escape(tile.title)}"></a>'
    )


def with_noscript(tile: Tile) -> str:
    """Return a picture with its twin for browsers without scripts, and a caption that names its host."""
    plain = f'<img src="{escape(tile.image)}" alt="{escape(tile.title)}"'
    return (
        f'<figure><noscript>{plain}></noscript>{plain} class="v-cover">'
        f"<figcaption>{escape(tile.title)} from {tile.host}</figcaption></figure>"
    )


def _made(
    tile: Tiling, expect: Expectation, *, prefix: str = "/", suffix: str = ".html", count: int = 8
) -> Callable[[Scene], Rendered]:
    """Return a recipe: a generator's page whose pictures are all written in one way."""

    def recipe(scene: Scene) -> Rendered:
        scene.at_generated()
        keyword = scene.any_keyword()
        return Rendered(
            page=scene.generated(keyword, [tile(one) for one in scene.tiles(count)]),
            expect=expect,
            path=f"{prefix}{slugged(keyword)}{suffix}",
            title=keyword.title(),
        )

    return recipe


def _popunder(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.any_keyword()
    script = (
        "<script>if(/google|bing/.test(document.referrer))document.body.onclick=function(){open('/?ad=1')}"
        "</script>"
    )
    body = scene.generated(keyword, [boxed(one) for one in scene.tiles()], head=script)
    return Rendered(
        page=body, expect=present("link", SPAM), path=f"/{slugged(keyword)}.html", title=keyword.title()
    )


def _shuffled(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.any_keyword()
    tiles = [bare(one) for one in scene.tiles(9)]
    without = [tile for tile in tiles if scene.product.image not in tile]
    pages = (scene.generated(keyword, without), scene.generated(keyword, tiles))

    def answer(request: Request) -> Response:
        return pages[request.load % 2]

    return Rendered(
        page=answer, expect=present("embed", SPAM), path=f"/{slugged(keyword)}.html", title=keyword.title()
    )


def _own_name(*, copies: bool) -> Callable[[Scene], Rendered]:
    """A picture under the page's own address: it redirects to ours (A08), or holds our bytes (A09)."""

    def recipe(scene: Scene) -> Rendered:
        scene.at_generated()
        keyword = scene.any_keyword()
        name = f"/dwn/3/{slugged(keyword)}.jpg" if copies else f"/{slugged(keyword)}.jpg"
        tiles = [bare(one) for one in scene.tiles() if one.image != scene.product.image]
        tiles.insert(0, f'<img src="{name}" alt="{escape(keyword)}">')
        picture = Response(status=200, headers=(("Content-Type", "image/jpeg"),), body=JPEG)
        return Rendered(
            page=scene.generated(keyword, tiles),
            others={name: picture if copies else redirect(scene.product.image, 302)},
            expect=present("embed", SPAM, Level.COPY if copies else Level.REDIRECTED),
            path=f"/{slugged(keyword)}.html",
            title=keyword.title(),
        )

    return recipe


def _download(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.keyword()
    buttons = "".join(
        f'<p><a href="/dwn-{n}/{slugged(keyword)}.html">Server {n}</a> ({scene.chance.randint(200, 500)} Downloads)</p>'
        for n in (1, 2)
    )
    tiles = [boxed(one) + buttons for one in scene.tiles(6)]
    return Rendered(
        page=scene.generated(f"download {keyword}", tiles),
        expect=present("link", SPAM),
        path=f"/dwn-1/{slugged(keyword)}.html",
        title=f"Download {keyword.title()}",
    )


def _encoded(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.keyword()
    query = "&".join(
        f"{name}={quote(b64encode(text.encode()).decode())}"
        for name, text in (("img", scene.product.image), ("key", keyword))
    )
    shown = scene.generated(
        keyword,
        [bare(one) for one in scene.tiles(5)],
        head='<script>history.replaceState({},"","/")</script>',
    )
    front = scene.front()

    def answer(request: Request) -> Response:
        return shown if request.query else front

    return Rendered(
        page=answer,
        expect=present("embed", SPAM, Level.EXACT, Level.REDIRECTED),
        path=f"/?{query}",
        title=keyword.title(),
    )


def _same_title(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = f"{scene.keyword(related=False)} {scene.chance.choice(scene.tongue.modifiers)} 2026 hot sale"
    tiles = [
        f'<div><a href="{escape(one.image)}"><img src="{escape(one.image)}" alt="{escape(keyword)}"></a>'
        f"<p>{escape(keyword)}</p></div>"
        for one in scene.tiles(10)
    ]
    return Rendered(
        page=scene.generated(keyword, tiles),
        expect=present("link", SPAM),
        path=f"/item/{slugged(keyword)}.html",
        title=keyword,
        anchor=keyword,
    )


RECIPES: dict[str, Callable[[Scene], Rendered]] = {
    "A01": _made(linked_tile, present("link", SPAM)),
    "A02": _made(captioned_tile, present("embed", SPAM), prefix="/post/"),
    "A03": _made(proxied_tile, present("embed", SPAM, Level.PROXIED, visibility=Visibility.LAZY)),
    "A04": _made(with_noscript, present("embed", SPAM), prefix="/gallery/"),
    "A05": _made(linked_tile, present("link", SPAM), count=7),
    "A06": _popunder,
    "A07": _shuffled,
    "A08": _own_name(copies=False),
    "A09": _own_name(copies=True),
    "A10": _download,
    "A11": _encoded,
    "A27": _same_title,
}
