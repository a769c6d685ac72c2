"""C01 to C07 and C19: pages that show others something else, or did."""

from collections.abc import Callable
from dataclasses import replace

from eval.renderings.scene import OPEN, Rendered, Scene, slugged
from tests.web.kit import linked_tile
from tests.web.model import (
    SPAM,
    Expectation,
    Page,
    Request,
    Response,
    absent,
    present,
    unknown,
)
from tests.web.pages import paragraphs, redirect


def _seed(scene: Scene) -> Rendered:
    """The founding story: a keyword page below a local site that shows its home page now."""
    keyword = slugged(f"{scene.product.words} {scene.owner.brand}")
    home = scene.front()
    now: Page = (redirect("/", 302), redirect("/", 301), home)[scene.edition % 3]
    return Rendered(
        page=now,
        unknown=now,
        expect=absent("redirected-home" if scene.edition % 3 < 2 else "same-as-home", SPAM),
        path=f"/{scene.chance.choice(('best', 'top', 'gallery'))}-{keyword}.html",
        title=keyword.replace("-", " ").title(),
    )


def _bots_only(scene: Scene) -> Rendered:
    """A hacked site that shows everybody but search engines its usual article."""
    keyword = scene.keyword()
    return Rendered(
        page=scene.local(),
        expect=replace(absent("replaced", SPAM), reasons=frozenset({"replaced", "same-as-home"})),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _hacked_gallery(expect: Expectation, *, head: str = "") -> Callable[[Scene], Rendered]:
    """Return a recipe: a gallery within a local site; what else it does depends on the visitor."""

    def recipe(scene: Scene) -> Rendered:
        keyword = scene.keyword()
        tiles = "".join(linked_tile(one) for one in scene.tiles())
        body = tiles + paragraphs(*scene.spun(keyword, 8))
        return Rendered(
            page=scene.shown(keyword.title(), body, head=head),
            expect=expect,
            path=f"/{slugged(keyword)}.html",
            title=keyword.title(),
        )

    return recipe


def _first_only(scene: Scene) -> Rendered:
    made = _hacked_gallery(present("link", SPAM))(scene)
    first, later = made.page, scene.local()

    def answer(request: Request) -> Response:
        assert isinstance(first, Response)
        return later if request.load else first

    return replace(made, page=answer)


def _refused_on_purpose(scene: Scene) -> Rendered:
    made = _bots_only(scene)
    status = (404, 500, 404)[scene.edition % 3]
    page = scene.shown(str(status), paragraphs(scene.ui["missing"]), status=status)
    expect = absent("gone", OPEN) if status == 404 else replace(unknown("server-error"), judgements=OPEN)
    return replace(made, page=page, expect=expect)


def _nothing_for_us(scene: Scene) -> Rendered:
    return Rendered(
        page=scene.local(),
        expect=absent("replaced", OPEN),
        path=f"/news/{scene.chance.randrange(1000)}/",
        title=scene.topic.title,
        anchor="",
    )


def _hopping(scene: Scene) -> Rendered:
    """Yesterday's sub-domain leads to today's (C19)."""
    scene.at_generated()
    keyword = scene.keyword()
    path = f"/{slugged(keyword)}.html"
    base = f"hop-{scene.mark}-top.test"
    shown = scene.generated(keyword, [linked_tile(one) for one in scene.tiles()])
    scene.host = f"d17.{base}"
    return Rendered(
        page=redirect(f"http://d18.{base}{path}", 301),
        hosts={f"d18.{base}": {path: shown}},
        expect=present("link", SPAM),
        path=path,
        title=keyword.title(),
    )


RECIPES: dict[str, Callable[[Scene], Rendered]] = {
    "C01": _seed,
    "C02": _bots_only,
    "C03": _hacked_gallery(
        present("link", SPAM),
        head="<script>if(/google|bing/.test(document.referrer))setTimeout(function(){location.replace('https://cheap-com.test/')},3000)</script>",
    ),
    "C04": _hacked_gallery(
        present("link", SPAM),
        head="<script>if(/Mobi/.test(navigator.userAgent))location='https://hop1-com.test/'</script>",
    ),
    "C05": _first_only,
    "C06": _refused_on_purpose,
    "C07": _nothing_for_us,
    "C19": _hopping,
}
