"""Forums, pin boards and image search: other people's pictures by nature (E02, E04, E12, E22)."""

from html import escape

from evidence.model import Level
from tests.web.kit import STRANGERS, Tile
from tests.web.model import BENIGN, HARMLESS, Case, Host, Reported, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import COFFRET, FIGUE, IRIS, SAFRAN


def _post(user: str, when: str, body: str) -> str:
    return f'<article class="post"><p class="author"><b>{user}</b> · <time>{when}</time></p><div class="message">{body}</div></article>'


_FORO = Skin(
    site="Foro Aromas",
    language="es",
    mark="fa",
    nav=(("Índice", "/"), ("Nicho", "/nicho"), ("Compraventa", "/compraventa"), ("Normas", "/normas")),
    aside="<p>Conectados: 14 usuarios y 3 invitados</p>",
    footer="<p>Funciona con phpBB</p>",
    accent="#8b3a3a",
    charset="windows-1252",
    shape="classic",
)
_FORO_THREAD = page(
    _FORO,
    "¿Alguien ha probado el del bandoneón? - Foro Aromas",
    "<h1>¿Alguien ha probado el del bandoneón?</h1>"
    + _post(
        "Nardo82",
        "3 feb 2026, 22:14",
        paragraphs("Lo vi en Grasse este verano y me quedé con las ganas. ¿Merece la pena a ciegas?"),
    )
    + _post(
        "violetera",
        "4 feb 2026, 09:02",
        f'<p>Este es, lo compré en enero:</p><p><img src="{SAFRAN.image}" alt="Imagen"></p><p>Azafrán muy seco al principio, luego cuero viejo. En verano no me lo pondría ni loca.</p>',
    )
    + _post(
        "Nardo82",
        "4 feb 2026, 13:40",
        paragraphs("Gracias, pediré la muestra de L'Orchestre Parfum primero. ¡Qué frasco tan bonito!"),
    ),
)

_AUTO = Skin(
    site="Kombi-Forum",
    language="de",
    mark="kf",
    nav=(("Foren", "/"), ("Technik", "/technik"), ("Treffen", "/treffen"), ("Plauderecke", "/plauderecke")),
    aside="<p>Neue Themen: Zahnriemen, Standheizung, Rost am Radlauf</p>",
    footer="<p>Community-Software: WoltLab</p>",
    accent="#294c60",
)
_AUTO_THREAD = page(
    _AUTO,
    "Standheizung stinkt nach Diesel - Kombi-Forum",
    "<h1>Standheizung stinkt nach Diesel</h1>"
    + _post(
        "passat_paul",
        "17. Januar 2026",
        paragraphs(
            "Seit dem letzten Frost riecht es beim Einschalten im Innenraum nach Diesel. Leitung ist trocken, Dichtung neu."
        ),
    )
    + _post(
        "Schrauber-Uwe",
        "17. Januar 2026",
        f'<blockquote>riecht es im Innenraum nach Diesel</blockquote><p>Da hilft nur eins 😂</p><p><img src="{FIGUE.image}" alt="" width="200"></p><p>Im Ernst: schau dir die Brennkammer an, bei mir war die Glühkerze verkokt.</p>',
    )
    + _post("passat_paul", "19. Januar 2026", paragraphs("Volltreffer, Glühkerze war hin. Danke!")),
)

_PINS = Skin(
    site="Pinwall",
    language="en",
    mark="pw",
    nav=(("Explore", "/"), ("Boards", "/boards"), ("Log in", "/login")),
    aside="<p>More like this: amber glass, vanity trays, apothecary labels</p>",
    footer="<p>Pinwall · Terms · Privacy</p>",
    accent="#a3195b",
)
_PIN = page(
    _PINS,
    "Six small perfumes in a box, saved by Nora | Pinwall",
    '<div class="pin"><img src="https://i.pinwall-img-com.test/736x/4f/a2/1c/4fa21c77d0.jpg" alt="Gift box with six small perfume bottles" width="420">'
    '<h1>Six small perfumes in a box</h1><p>Saved by <a href="/nora/">Nora</a> to <a href="/nora/wedding-favours/">Wedding favours</a></p>'
    f'<p><a href="{COFFRET.page}" rel="nofollow noopener" target="_blank">parfumerie-lorchestre.test</a></p></div>'
    + paragraphs("Thinking of these for the bridesmaids, the boxes could be wrapped in the lilac paper."),
)


def _result(tile: Tile) -> str:
    return (
        f'<div class="hit"><a href="{escape(tile.image)}" rel="noreferrer nofollow"><img loading="lazy" alt="{escape(tile.title)}" src="/proxy?i={escape(tile.image)}&amp;s=square"></a>'
        f'<p><a href="https://{tile.host}/" rel="noreferrer nofollow">{tile.host}</a></p></div>'
    )


_SEARCH = Skin(
    site="Suchlaterne",
    language="de",
    mark="sl4",
    nav=(("Web", "/search"), ("Bilder", "/images"), ("Einstellungen", "/settings")),
    aside="",
    footer="<p>Freie Metasuche ohne Protokolle · Quelltext</p>",
    accent="#26413c",
    shape="magazine",
)
_RESULTS = page(
    _SEARCH,
    "iris violoncelle flakon - Bilder - Suchlaterne",
    '<form action="/images" method="get"><input name="q" value="iris violoncelle flakon"><button>Suchen</button></form>'
    + "".join(
        _result(tile)
        for tile in (*STRANGERS[2:5], Tile(title=IRIS.title, image=IRIS.image), *STRANGERS[5:13])
    )
    + '<p><a href="/images?q=iris+violoncelle+flakon&amp;p=2">Nächste Seite</a></p>',
    head='<meta name="robots" content="noindex,nofollow">',
    X_Robots_Tag="noindex",
)

HOSTS: tuple[Host, ...] = (
    site(
        "foro-aromas-es.test",
        {
            "/": front(_FORO, "/viewtopic.php", "¿Alguien ha probado el del bandoneón? - Foro Aromas"),
            "/viewtopic.php": _FORO_THREAD,
        },
        not_found(_FORO, "El tema solicitado no existe."),
    ),
    site(
        "kombi-forum-de.test",
        {
            "/": front(
                _AUTO, "/thread/20817-standheizung-stinkt/", "Standheizung stinkt nach Diesel - Kombi-Forum"
            ),
            "/thread/20817-standheizung-stinkt/": _AUTO_THREAD,
        },
        not_found(_AUTO, "Die angegebene Seite ist nicht auffindbar."),
    ),
    site(
        "pinwall-com.test",
        {
            "/": front(_PINS, "/pin/882140093/", "Six small perfumes in a box, saved by Nora | Pinwall"),
            "/pin/882140093/": _PIN,
        },
        not_found(_PINS, "That pin is gone."),
    ),
    site(
        "suchlaterne-org.test",
        {"/images": _RESULTS},
        page(_SEARCH, "Suchlaterne", '<form action="/images"><input name="q"><button>Suchen</button></form>'),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="E02",
        host="foro-aromas-es.test",
        source_url="http://foro-aromas-es.test/viewtopic.php?t=5531",
        target_url=SAFRAN.image,
        expect=present("embed", BENIGN),
        note="A forum member shows the bottle she bought; windows-1252.",
        reported=Reported(
            title="¿Alguien ha probado el del bandoneón? - Foro Aromas",
            anchor="Imagen",
            left="Este es, lo compré en enero:",
            right="Azafrán muy seco al principio,",
            language="es",
            rating=26,
            platform="message-boards",
            ugc=True,
            nofollow=True,
            page_type="User content > Forum",
        ),
    ),
    Case(
        id="E22",
        host="kombi-forum-de.test",
        source_url="http://kombi-forum-de.test/thread/20817-standheizung-stinkt/",
        target_url=FIGUE.image,
        expect=present("embed", BENIGN),
        note="A joke in a car forum: off topic by nature, and a member's own.",
        reported=Reported(
            title="Standheizung stinkt nach Diesel - Kombi-Forum",
            anchor="",
            left="nach Diesel Da hilft nur eins",
            right="Im Ernst: schau dir die",
            language="de",
            rating=35,
            platform="message-boards",
            ugc=True,
            nofollow=True,
            page_type="User content > Forum",
        ),
    ),
    Case(
        id="E04",
        host="pinwall-com.test",
        source_url="http://pinwall-com.test/pin/882140093/",
        target_url=COFFRET.image,
        expect=present("link", BENIGN, Level.TARGET_PAGE, Level.SAME_PROPERTY),
        note="A pin: the picture is copied to the board's own host, the link goes to the product page.",
        reported=Reported(
            title="Six small perfumes in a box, saved by Nora | Pinwall",
            anchor="parfumerie-lorchestre.test",
            type="text",
            language="en",
            rating=81,
            nofollow=True,
        ),
    ),
    Case(
        id="E12",
        host="suchlaterne-org.test",
        source_url="http://suchlaterne-org.test/images?q=iris+violoncelle+flakon",
        target_url=IRIS.image,
        expect=present("link", HARMLESS),
        note="An image search front-end: the nearest look-alike of the linked tiles of A01.",
        reported=Reported(
            title="iris violoncelle flakon - Bilder - Suchlaterne",
            anchor=IRIS.title,
            language="de",
            rating=15,
            nofollow=True,
            external_links=24,
        ),
    ),
)
