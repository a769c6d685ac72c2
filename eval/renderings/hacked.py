"""D01 to D07: pages and links that intruders put on a host, and doorways beside them."""

from collections.abc import Callable
from html import escape

from eval.renderings.scene import Rendered, Scene, slugged
from evidence.model import Visibility
from tests.web.model import (
    LIKELY_SPAM,
    SPAM,
    Expectation,
    present,
)
from tests.web.pages import paragraphs

_JAPANESE = (
    "送料無料で人気の新作バッグを激安価格で販売しています",
    "本日限定の特別セールを開催中です",
    "正規品と同じ品質を保証いたします",
    "在庫が少なくなっておりますのでお早めにご注文ください",
    "全国どこでも翌日にお届けします",
    "口コミで評判の財布と腕時計を多数そろえました",
)


def _linked(scene: Scene, *, count: int = 6) -> str:
    return "".join(
        f'<p><a href="{escape(one.image)}"><img src="{escape(one.image)}" alt="{escape(one.title)}"></a></p>'
        for one in scene.tiles(count)
    )


def _injected(scene: Scene, title: str, body: str, path: str, expect: Expectation) -> Rendered:
    return Rendered(page=scene.shown(title, body), expect=expect, path=path, title=title)


def _japanese(scene: Scene) -> Rendered:
    lines = list(_JAPANESE)
    scene.chance.shuffle(lines)
    title = f"{lines[0][:12]} {scene.chance.randrange(1000, 9999)}"
    body = paragraphs(*lines) + _linked(scene) + paragraphs(*lines[::-1])
    folder = "".join(scene.chance.choices("abcdefghjkmnpq", k=5))
    return _injected(
        scene, title, body, f"/{folder}/{scene.chance.randrange(10**5)}.html", present("link", SPAM)
    )


def _gibberish(scene: Scene) -> Rendered:
    words = " ".join((*scene.topic.text, *scene.tongue.snippets, scene.tongue.wager)).lower().split()
    scene.chance.shuffle(words)
    keyword = scene.any_keyword()
    lines = [" ".join(words[at : at + 11]) + "." for at in range(0, len(words), 11)]
    body = paragraphs(*lines) + _linked(scene) + paragraphs(*lines[::2])
    return _injected(scene, keyword.title(), body, f"/{slugged(keyword)}.html", present("link", SPAM))


def _swapped(scene: Scene) -> Rendered:
    """The visitor gets the usual page under a wagerer's title (D03)."""
    made = scene.shown(scene.tongue.wager, paragraphs(*scene.topic.text) + _linked(scene, count=3))
    return Rendered(
        page=made,
        expect=present("link", LIKELY_SPAM),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.tongue.wager,
    )


def _wagers(scene: Scene) -> str:
    words = scene.tongue.wager.split()
    return " ".join(
        f'<a href="{escape(one.image)}" style="display: none">{escape(words[n % len(words)])} slot</a>'
        for n, one in enumerate(scene.tiles(7))
    )


def _campus(scene: Scene) -> Rendered:
    scene.host = f"{scene.topic.host}-{scene.mark}-{('ac-id', 'go-id', 'edu-pl')[scene.edition % 3]}.test"
    return Rendered(
        page=scene.local(_wagers(scene)),
        expect=present("link", SPAM, visibility=Visibility.HIDDEN),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor="slot",
        is_text=True,
    )


def _in_every_post(scene: Scene) -> Rendered:
    block = paragraphs(scene.tongue.wager) + _linked(scene)
    others = {
        f"/post-{n}/": scene.shown(f"{scene.topic.title} {n}", paragraphs(scene.topic.text[n]) + block)
        for n in range(3)
    }
    return Rendered(
        page=scene.local(block),
        others=others,
        expect=present("link", SPAM),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
    )


def _uploaded(scene: Scene) -> Rendered:
    keyword = scene.keyword()
    folders = ("/images/?i=", "/wp-content/uploads/2020/", "/wp-includes/css/")
    body = paragraphs(*scene.spun(keyword, 10)) + _linked(scene)
    scene.site = keyword.title()
    return Rendered(
        page=scene.generated(keyword, [body]),
        expect=present("link", SPAM),
        path=f"{folders[scene.edition % 3]}{slugged(keyword)}",
        title=keyword.title(),
    )


def _parasite(scene: Scene) -> Rendered:
    keyword = scene.any_keyword()
    scene.site = keyword.title()
    places = ("{}.github.io", "{}.web.app", "{}.pages.dev")
    scene.host = places[scene.edition % 3].format(f"{slugged(keyword.split()[0])}-{scene.mark}")
    return Rendered(
        page=scene.generated(keyword, [_linked(scene, count=8)]),
        expect=present("link", SPAM),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


RECIPES: dict[str, Callable[[Scene], Rendered]] = {
    "D01": _japanese,
    "D02": _gibberish,
    "D03": _swapped,
    "D04": _campus,
    "D05": _in_every_post,
    "D06": _uploaded,
    "D07": _parasite,
}
