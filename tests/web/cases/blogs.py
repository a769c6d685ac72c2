"""Honest blogs: proxied, resized, in another alphabet, or without the picture by now (E15, E18, E24, E27)."""

from evidence.model import Level
from tests.web.model import BENIGN, Case, Host, Reported, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import FIGUE, HOME, IRIS, SAFRAN, VETIVER

_TAGEBUCH = Skin(
    site="Nase voraus",
    language="de-AT",
    mark="nv",
    nav=(("Start", "/"), ("Archiv", "/archiv"), ("Impressum", "/impressum")),
    aside="<p>Schlagwörter: Feige, Sommer, Linz, Proben</p>",
    footer="<p>Stolz präsentiert von WordPress</p>",
    accent="#2d6073",
)
_TAGEBUCH_POST = page(
    _TAGEBUCH,
    "Feigen im November – Nase voraus",
    "<h1>Feigen im November</h1><p>verfasst von Resi am 9. November 2026</p>"
    + paragraphs(
        "Draußen Nebel über der Donau, drinnen riecht es nach Feigenblatt. Die neue Figue Marimba ist kein süßer Feigenduft, eher ein grüner Ast, den man frisch abgebrochen hat."
    )
    + '<p><img src="https://i0.wp.com/www.parfumerie-lorchestre.test/wp-content/uploads/2024/04/figue-marimba-flacon.jpg?resize=640%2C427&#038;ssl=1" alt="Figue Marimba im Fensterlicht" width="640"></p>'
    + paragraphs("Danke an die Leute von L'Orchestre Parfum für die Erlaubnis, ihr Bild zu verwenden."),
)

_VONAVY = Skin(
    site="Voňavý deník",
    language="cs",
    mark="vd",
    nav=(("Domů", "/"), ("Recenze", "/recenze"), ("O blogu", "/o-blogu")),
    aside="<p>Píše Hana z Olomouce. Ráda odpovím na dotazy v komentářích.</p>",
    footer="<p>Texty smíte citovat s odkazem na zdroj.</p>",
    accent="#8a5a00",
    shape="magazine",
)
_VETIVER_SIZED = VETIVER.image.removesuffix(".jpg")
_VONAVY_POST = page(
    _VONAVY,
    "Vétiver Hautbois po třech týdnech | Voňavý deník",
    "<h1>Vétiver Hautbois po třech týdnech</h1><p>18. září 2026</p>"
    + paragraphs(
        "Na začátku grep, pak dlouho nic a nakonec suchá tráva po dešti. Takový vetiver jsem ještě nepotkala."
    )
    + f'<p><a href="{VETIVER.image}"><img src="{_VETIVER_SIZED}-300x200.jpg" alt="Flakon Vétiver Hautbois" width="300" height="200"></a></p>'
    + paragraphs(
        "Snímek je ze stránek L'Orchestre Parfum; můj vlastní flakon má po pádu ze skříňky odřené víčko."
    ),
)

_NIKKI = Skin(
    site="香りの日記",
    language="ja",
    mark="kaori",
    nav=(("ホーム", "/"), ("香水", "/perfume"), ("プロフィール", "/about")),
    aside="<p>京都で小さな文房具店を営んでいます。休みの日は香水を試しています。</p>",
    footer="<p>香りの日記 2026</p>",
    accent="#5b5b8c",
    charset="shift_jis",
    shape="classic",
)
_NIKKI_POST = page(
    _NIKKI,
    "サフランと革の香り - 香りの日記",
    "<h1>サフランと革の香り</h1><p>2026年10月4日</p>"
    + paragraphs(
        "南フランスのグラースにある小さな香水店から、待っていた小包が届きました。箱を開けると、サフランと古い革の匂いがします。"
    )
    + f'<p><a href="{SAFRAN.page}"><img src="{SAFRAN.image}" alt="サフラン・バンドネオンの瓶" width="360"></a></p>'
    + paragraphs(
        "バンドネオンの音のように、最初は少し重く、だんだん明るくなる香水です。寒い日の散歩によく合うと思いました。",
        "写真はお店のページからお借りしました。",
    ),
)

_BELGE = Skin(
    site="Le Nez au vent",
    language="fr-BE",
    mark="nez",
    nav=(("Accueil", "/"), ("Carnets", "/carnets"), ("Contact", "/contact")),
    aside="<p>Carnets tenus à Namur depuis 2011.</p>",
    footer="<p>Sans publicité ni partenariat.</p>",
    accent="#3f6b3f",
    shape="classic",
    charset="windows-1252",
)
_BELGE_POST = page(
    _BELGE,
    "Visite à la boutique de Grasse - Le Nez au vent",
    "<h1>Visite à la boutique de Grasse</h1>"
    + paragraphs(
        "La vendeuse nous fait sentir l'iris à l'aveugle, sur un morceau de feutre. On paie 24 € la petite taille et l'on repart ravi."
    )
    + f"<p>Les horaires sont sur <a href=\"{HOME}\">le site de L'Orchestre Parfum</a>. J'ai retiré mes photos, trop floues.</p>",
)

HOSTS: tuple[Host, ...] = (
    site(
        "nase-voraus-at.test",
        {
            "/": front(_TAGEBUCH, "/2026/11/09/feigen-im-november/", "Feigen im November – Nase voraus"),
            "/2026/11/09/feigen-im-november/": _TAGEBUCH_POST,
        },
        not_found(_TAGEBUCH, "Das wurde leider nicht gefunden."),
    ),
    site(
        "vonavy-denik-cz.test",
        {
            "/": front(
                _VONAVY, "/vetiver-po-trech-tydnech", "Vétiver Hautbois po třech týdnech | Voňavý deník"
            ),
            "/vetiver-po-trech-tydnech": _VONAVY_POST,
        },
        not_found(_VONAVY, "Stránka neexistuje."),
    ),
    site(
        "kaori-nikki-jp.test",
        {
            "/": front(_NIKKI, "/blog/2026/1004.html", "サフランと革の香り - 香りの日記"),
            "/blog/2026/1004.html": _NIKKI_POST,
        },
        not_found(_NIKKI, "ページが見つかりません。"),
    ),
    site(
        "nezauvent-be.test",
        {
            "/": front(_BELGE, "/carnets/grasse.html", "Visite à la boutique de Grasse - Le Nez au vent"),
            "/carnets/grasse.html": _BELGE_POST,
        },
        not_found(_BELGE, "Rien ici."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="E15",
        host="nase-voraus-at.test",
        source_url="http://nase-voraus-at.test/2026/11/09/feigen-im-november/",
        target_url=FIGUE.image,
        expect=present("embed", BENIGN, Level.PROXIED),
        note="A good blog behind the same picture proxy that the galleries use.",
        reported=Reported(
            title="Feigen im November – Nase voraus",
            anchor="Figue Marimba im Fensterlicht",
            language="de",
            rating=11,
            platform="wordpress",
        ),
    ),
    Case(
        id="E18",
        host="vonavy-denik-cz.test",
        source_url="http://vonavy-denik-cz.test/vetiver-po-trech-tydnech",
        target_url=f"{_VETIVER_SIZED}-1024x683.jpg",
        expect=present("link embed", BENIGN, Level.RESIZED),
        note="A resized sibling inside a link to the full size; the report names a third size.",
        reported=Reported(
            title="Vétiver Hautbois po třech týdnech | Voňavý deník",
            anchor="Flakon Vétiver Hautbois",
            language="cs",
            rating=9,
            platform="wordpress",
        ),
    ),
    Case(
        id="E24",
        host="kaori-nikki-jp.test",
        source_url="http://kaori-nikki-jp.test/blog/2026/1004.html",
        target_url=SAFRAN.image,
        expect=present("embed", BENIGN),
        note="A Japanese article about the product, in Shift_JIS: foreign words are no mismatch.",
        reported=Reported(
            title="サフランと革の香り - 香りの日記",
            anchor="サフラン・バンドネオンの瓶",
            language="ja",
            rating=6,
        ),
    ),
    Case(
        id="E27",
        host="nezauvent-be.test",
        source_url="http://nezauvent-be.test/carnets/grasse.html",
        target_url=IRIS.image,
        expect=present("link mention", BENIGN, Level.TARGET_PAGE, Level.SAME_PROPERTY, Level.MENTIONED),
        note="The picture has gone from an honest page that still links the shop; windows-1252.",
        reported=Reported(
            title="Visite à la boutique de Grasse - Le Nez au vent",
            anchor="l'iris sur feutre",
            language="fr",
            rating=5,
            lost_status="removedfromhtml",
        ),
    ),
)
