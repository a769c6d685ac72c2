"""E01 to E36: honest pages that look like spam to a careless eye."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from urllib.parse import quote, urlsplit

from eval.renderings.scene import Rendered, Scene, slugged
from evidence.model import Level, Visibility
from evidence.visited import State
from tests.web.model import BENIGN, HARMLESS, Expectation, Response, present
from tests.web.pages import paragraphs
from tests.web.pictures import JPEG

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


def _hobby(scene: Scene) -> Rendered:
    scene.at_journal()
    return Rendered(
        page=scene.shown(scene.product.name, scene.image()),
        expect=present("embed", HARMLESS),
        path=f"/{scene.product.name.split()[0].lower()}.htm",
        title=scene.product.name,
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


def _sample(scene: Scene) -> str:
    return f"<pre><code>{escape(f'<img src={chr(34)}{scene.product.image}{chr(34)}>')}</code></pre>"


def _feed(scene: Scene) -> Rendered:
    scene.at_journal()
    entry = f"<url><loc>https://{scene.host}/1</loc><image:image><image:loc>{scene.product.image}</image:loc></image:image></url>"
    text = f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{entry}</urlset>'
    page = Response(status=200, headers=(("Content-Type", "application/xml"),), body=text.encode())
    return Rendered(
        page=page, expect=present("embed link", HARMLESS), path="/sitemap.xml", title="", anchor=""
    )


def _lazy(scene: Scene) -> str:
    return f'<figure><img class="lazyload" data-src="{scene.product.image}" alt="{escape(scene.product.name)}"><noscript>{scene.image()}</noscript>{scene.credit()}</figure>'


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
    "E02": _thread(on_topic=True),
    "E03": _commons,
    "E04": _pin,
    "E05": _planet,
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
    "E09": _sister,
    "E10": _translated,
    "E11": _archived,
    "E12": _search,
    "E13": _article(_card, present("embed", BENIGN, visibility=Visibility.METADATA), head=_SHARED),
    "E14": _article(_readme, _PROXIED),
    "E15": _article(
        _figure(lambda scene: f"https://i0.wp.com/{_bare(scene)}?resize=640%2C427&ssl=1"), _PROXIED
    ),
    "E16": _article(_figure(_resizing), _PROXIED),
    "E17": _article(_figure(_amp), _PROXIED),
    "E18": _article(_sized, present("link", BENIGN, Level.RESIZED)),
    "E19": _roundup,
    "E20": _sponsored(thanks=False),
    "E21": _listing,
    "E22": _thread(on_topic=False),
    "E23": _hobby,
    "E24": _article(_figure(_image), _EMBED, path="/{slug}.html"),
    "E25": _stock,
    "E26": _portfolio,
    "E27": _article(
        _without, present("link mention", BENIGN, Level.TARGET_PAGE, Level.SAME_PROPERTY, Level.MENTIONED)
    ),
    "E28": _article(
        _figure(lambda scene: f"{scene.product.image}?utm_source=mail&v=3"),
        present("embed", BENIGN, Level.WITHOUT_TRACKING),
    ),
    "E29": _article(_figure(_respelt), present("embed", BENIGN, Level.EXACT, Level.NORMALISED)),
    "E30": _article(_portal, present("link", BENIGN, Level.REDIRECTED)),
    "E31": _paywalled,
    "E32": _article(_sample, _MENTIONED),
    "E33": _feed,
    "E34": _article(_lazy, replace(_EMBED, visibilities=frozenset({Visibility.LAZY, Visibility.VISIBLE}))),
    "E35": _mailing_list,
    "E36": _sponsored(thanks=True),
}
