"""E01 to E34, articles and shops: honest pages about the product that show, link or name it in some way."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from urllib.parse import quote

from eval.renderings.scene import Rendered, Scene, slugged
from evidence.model import Level, Visibility
from evidence.visited import State
from tests.web.model import BENIGN, HARMLESS, Expectation, present
from tests.web.pages import paragraphs

Recipe = Callable[[Scene], Rendered]


def _article(
    shown: Callable[[Scene], str], expect: Expectation, *, path: str = "/{slug}/", head: str = ""
) -> Recipe:
    """Return a recipe: an honest article about the product that shows or links it in some way."""

    def recipe(scene: Scene) -> Rendered:
        scene.at_journal()
        prose = scene.prose()
        body = paragraphs(*prose[:3]) + shown(scene) + paragraphs(*prose[3:])
        filled = head.replace("{image}", scene.product.image)
        return Rendered(
            page=scene.shown(scene.review, body, head=filled),
            expect=expect,
            path=path.format(slug=slugged(scene.review)),
            title=scene.review,
            anchor=scene.product.name,
        )

    return recipe


def _figure(src: Callable[[Scene], str]) -> Callable[[Scene], str]:
    return lambda scene: f"<figure>{scene.image(src=src(scene))}{scene.credit()}</figure>"


def _image(scene: Scene) -> str:
    return scene.product.image


def _bare(scene: Scene) -> str:
    """Return the image's address without its scheme."""
    return scene.product.image.removeprefix("https://")


def _shop(shown: Callable[[Scene], str], expect: Expectation) -> Recipe:
    def recipe(scene: Scene) -> Rendered:
        scene.at_journal()
        price = f"<p>{escape(scene.ui['price'])}: {scene.chance.randrange(30, 190)},00 €</p><form><button>{escape(scene.ui['cart'])}</button></form>"
        title = f"{scene.product.name} {scene.owner.brand}"
        return Rendered(
            page=scene.shown(title, shown(scene) + price + paragraphs(*scene.prose(2))),
            expect=expect,
            path=f"/p/{slugged(title)}",
            title=title,
        )

    return recipe


def _translated(scene: Scene) -> Rendered:
    made = _article(_figure(_image), present("embed", BENIGN, Level.EXACT, Level.PROXIED))(scene)
    scene.host = f"{scene.host.replace('.', '-')}.translate.goog"
    return replace(made, path=f"{made.path}?_x_tr_sl=auto&_x_tr_tl={scene.tongue.code}")


def _archived(scene: Scene) -> Rendered:
    stamp = f"2024{scene.chance.randrange(10, 13)}01120000"
    made = _article(
        _figure(lambda one: f"/web/{stamp}im_/{one.product.image}"), present("embed", BENIGN, Level.PROXIED)
    )(scene)
    address = f"http://{scene.host}{made.path}"
    scene.host = f"web-archive-{scene.mark}-org.test"
    return replace(made, path=f"/web/{stamp}/{address}")


def _card(scene: Scene) -> str:
    return f'<p><a href="{scene.product.page}">{escape(scene.product.title)}</a></p>'


def _readme(scene: Scene) -> str:
    return f'<p><img src="https://camo.githubusercontent.com/{"0a" * 20}/{scene.product.image.encode().hex()}" alt="{escape(scene.product.name)}"></p>'


def _amp(scene: Scene) -> str:
    host, _, path = _bare(scene).partition("/")
    return f"https://{host.replace('-', '--').replace('.', '-')}.cdn.ampproject.org/i/s/{host}/{path}"


def _resizing(scene: Scene) -> str:
    return (
        f"https://{scene.host}/_next/image?url={quote(scene.product.image, safe='')}&w=640&q=75",
        f"https://{scene.host}/cdn-cgi/image/width=640,quality=80/{scene.product.image}",
        f"https://images.weserv.nl/?url={quote(_bare(scene), safe='')}&w=640",
    )[scene.edition % 3]


def _sized(scene: Scene) -> str:
    stem, _, ending = scene.product.image.rpartition(".")
    return f'<p><a href="{stem}-300x200.{ending}"><img src="{stem}-300x200.{ending}" alt="{escape(scene.product.name)}"></a></p>'


def _without(scene: Scene) -> str:
    return f'<p>{escape(scene.ui["replaced"])} <a href="{scene.product.page}">{escape(scene.product.name)}</a></p>'


def _respelt(scene: Scene) -> str:
    image = scene.product.image
    return (
        image.replace("https", "http"),
        image.replace("uploads", "%75ploads"),
        image.replace("www.", "WWW."),
    )[scene.edition % 3]


def _portal(scene: Scene) -> str:
    return f'<p><a href="/out?url={quote(scene.product.image, safe="")}">{escape(scene.product.name)}</a></p>'


def _sample(scene: Scene) -> str:
    return f"<pre><code>{escape(f'<img src={chr(34)}{scene.product.image}{chr(34)}>')}</code></pre>"


def _lazy(scene: Scene) -> str:
    return f'<figure><img class="lazyload" data-src="{scene.product.image}" alt="{escape(scene.product.name)}"><noscript>{scene.image()}</noscript>{scene.credit()}</figure>'


_EMBED = present("embed", BENIGN)
_PROXIED = present("embed", BENIGN, Level.PROXIED)
_MENTIONED = Expectation(
    states=frozenset({State.ABSENT, State.PRESENT}),
    reasons=frozenset({"inert-only", "mention", "link"}),
    judgements=HARMLESS,
)
_SHARED = '<meta property="og:image" content="{image}">'

RECIPES: dict[str, Recipe] = {
    "E01": _article(_figure(_image), _EMBED),
    "E06": _article(
        lambda scene: (
            f'<p>Anna Berg, <a href="{scene.product.page}">{escape(scene.owner.brand)}</a></p>{scene.image()}'
        ),
        _EMBED,
        path="/syndicated/{slug}",
    ),
    "E07": _shop(lambda scene: scene.image(), _EMBED),
    "E08": _shop(
        _figure(lambda scene: f"https://images.weserv.nl/?url={quote(_bare(scene), safe='')}"), _PROXIED
    ),
    "E10": _translated,
    "E11": _archived,
    "E13": _article(_card, present("embed", BENIGN, visibility=Visibility.METADATA), head=_SHARED),
    "E14": _article(_readme, _PROXIED),
    "E15": _article(
        _figure(lambda scene: f"https://i0.wp.com/{_bare(scene)}?resize=640%2C427&ssl=1"), _PROXIED
    ),
    "E16": _article(_figure(_resizing), _PROXIED),
    "E17": _article(_figure(_amp), _PROXIED),
    "E18": _article(_sized, present("link", BENIGN, Level.RESIZED)),
    "E24": _article(_figure(_image), _EMBED, path="/{slug}.html"),
    "E27": _article(
        _without, present("link mention", BENIGN, Level.TARGET_PAGE, Level.SAME_PROPERTY, Level.MENTIONED)
    ),
    "E28": _article(
        _figure(lambda scene: f"{scene.product.image}?utm_source=mail&v=3"),
        present("embed", BENIGN, Level.WITHOUT_TRACKING),
    ),
    "E29": _article(_figure(_respelt), present("embed", BENIGN, Level.EXACT, Level.NORMALISED)),
    "E30": _article(_portal, present("link", BENIGN, Level.REDIRECTED)),
    "E32": _article(_sample, _MENTIONED),
    "E34": _article(_lazy, replace(_EMBED, visibilities=frozenset({Visibility.LAZY, Visibility.VISIBLE}))),
}
