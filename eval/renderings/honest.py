"""E02 to E36, people: threads, round-ups, sponsors and hobby pages that look like spam to a careless eye."""

from collections.abc import Callable
from html import escape
from urllib.parse import urlsplit

from eval.renderings.scene import Rendered, Scene, slugged
from evidence.visited import State
from tests.web.model import BENIGN, HARMLESS, Expectation, present
from tests.web.pages import paragraphs

Recipe = Callable[[Scene], Rendered]


def _talk(posts: list[str]) -> str:
    names = ("anna", "jo", "kasia", "luc", "bea", "tim")
    return "".join(
        f'<article class="post"><p class="author">{names[n]} · {9 + n}:15</p>{post}</article>'
        for n, post in enumerate(posts)
    )


def _thread(*, on_topic: bool) -> Recipe:
    """A forum thread with a hotlink; off topic (E22) it is a joke between regulars."""

    def recipe(scene: Scene) -> Rendered:
        prose = scene.prose()
        title = scene.review if on_topic else scene.topic.title
        scene.site, scene.host = f"Forum {scene.topic.site}", f"forum-{scene.host}"
        picture = f'<p><img class="bbc_img" src="{scene.product.image}" alt=""></p>'
        around = prose if on_topic else list(scene.topic.text)
        body = _talk([paragraphs(around[0]), paragraphs(around[1]) + picture, paragraphs(*around[2:4])])
        return Rendered(
            page=scene.shown(title, body),
            expect=present("embed", BENIGN if on_topic else HARMLESS),
            path=f"/viewtopic/{scene.chance.randrange(9000)}",
            title=title,
            anchor="",
        )

    return recipe


def _roundup(scene: Scene) -> Rendered:
    scene.at_journal()
    title = scene.said("10 × {noun}")
    items = "".join(
        f'<h2>{n}. {escape(one.title)}</h2><img src="{escape(one.image)}" alt="{escape(one.title)}">{paragraphs(text)}<p>{escape(scene.ui["photo"])}: <a href="https://{urlsplit(one.image).hostname}/">{escape(one.host)}</a></p>'
        for n, (one, text) in enumerate(zip(scene.tiles(5), scene.prose(), strict=True), start=1)
    )
    return Rendered(
        page=scene.shown(title, f"<p>Anna Berg · 12.10.2026</p>{items}"),
        expect=present("embed", BENIGN),
        path=f"/{slugged(title)}/",
        title=title,
    )


def _logo_wall(scene: Scene) -> str:
    others = "".join(f'<img src="/logos/{n}.png" alt="Partner {n}">' for n in range(1, 5))
    return f'<section class="partners"><h2>{escape(scene.ui["sponsors"])}</h2>{others}<a href="{scene.owner.home}"><img src="{scene.owner.logo}" alt="{escape(scene.owner.brand)}"></a></section>'


def _sponsored(*, thanks: bool) -> Recipe:
    """A local site with a logo wall (E20), or with words of thanks to a true sponsor (E36)."""

    def recipe(scene: Scene) -> Rendered:
        said = paragraphs(scene.said(scene.ui["thanks"])) if thanks else ""
        path = f"/{slugged(scene.ui['sponsors'])}/"
        return Rendered(
            page=scene.local(said + _logo_wall(scene)),
            expect=present("embed", BENIGN),
            path=path,
            title=f"{scene.ui['sponsors']} - {scene.site}",
            target=scene.owner.logo,
            anchor=scene.owner.brand,
        )

    return recipe


def _hobby(scene: Scene) -> Rendered:
    scene.at_journal()
    return Rendered(
        page=scene.shown(scene.product.name, scene.image()),
        expect=present("embed", HARMLESS),
        path=f"/{scene.product.name.split()[0].lower()}.htm",
        title=scene.product.name,
    )


def _portfolio(scene: Scene) -> Rendered:
    scene.site, scene.host = "Mira Solberg", f"solberg-{scene.mark}-photo.test"
    shown = "".join(
        f'<a href="{one.image}"><img src="{one.image}" alt="{escape(one.name)}"></a>'
        for one in scene.owner.products
    )
    own = "".join(f'<img src="/work/{n}.jpg" alt="{escape(scene.noun)} {n}">' for n in range(1, 9))
    title = f"{scene.owner.brand} - Mira Solberg"
    return Rendered(
        page=scene.shown(title, paragraphs(scene.said("{brand}: {name}, {noun}")) + shown + own),
        expect=present("link", BENIGN),
        path=f"/work/{slugged(scene.owner.brand)}/",
        title=title,
    )


def _paywalled(scene: Scene) -> Rendered:
    scene.at_journal()
    wall = f'<div class="paywall"><p>{escape(scene.ui["paywall"])}</p><form action="/subscribe"><button>OK</button></form></div>'
    marked = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    return Rendered(
        page=scene.shown(scene.review, paragraphs(scene.prose()[0][:60] + " …") + wall, head=marked),
        expect=Expectation(
            states=frozenset({State.UNKNOWN, State.PRESENT}),
            reasons=frozenset({"pay-wall", "consent-wall", "mention"}),
            judgements=HARMLESS,
        ),
        path=f"/{slugged(scene.review)}.html",
        title=scene.review,
    )


def _mailing_list(scene: Scene) -> Rendered:
    scene.site, scene.host = "Lists", f"lists-{scene.mark}-org.test"
    body = (
        paragraphs(*scene.topic.text)
        + f'<p>-- <br>Anna, {escape(scene.owner.brand)}<br><img src="{scene.owner.logo}" alt="{escape(scene.owner.brand)}"></p>'
    )
    return Rendered(
        page=scene.shown(f"[list] {scene.topic.title}", body),
        expect=present("embed", BENIGN),
        path=f"/archive/2026-10/{scene.chance.randrange(10**5)}.html",
        title=f"[list] {scene.topic.title}",
        target=scene.owner.logo,
        anchor=scene.owner.brand,
    )


RECIPES: dict[str, Recipe] = {
    "E02": _thread(on_topic=True),
    "E19": _roundup,
    "E20": _sponsored(thanks=False),
    "E22": _thread(on_topic=False),
    "E23": _hobby,
    "E26": _portfolio,
    "E31": _paywalled,
    "E35": _mailing_list,
    "E36": _sponsored(thanks=True),
}
