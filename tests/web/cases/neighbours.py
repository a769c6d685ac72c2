"""Partners, pupils and photographers: sparse text or many pictures, all honest (E20, E23, E26)."""

from tests.web.model import BENIGN, HARMLESS, Case, Host, Reported, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import ASSETS, HOME, LOGO, PRODUCTS, SAFRAN

_FESTIVAL = Skin(
    site="Festival des Alpages",
    language="fr",
    mark="fda",
    nav=(("Programme", "/"), ("Billets", "/billets"), ("Accès", "/acces"), ("Partenaires", "/partenaires")),
    aside="<p>Du 3 au 12 juillet 2026</p>",
    footer="<p>Association du Festival des Alpages, Château-d'Œx</p>",
    accent="#2a6f57",
)
_FESTIVAL_PAGE = page(
    _FESTIVAL,
    "Partenaires - Festival des Alpages",
    "<h1>Partenaires</h1>"
    + paragraphs("Le festival remercie celles et ceux qui le rendent possible.")
    + '<ul class="logos">'
    + "".join(
        f'<li><a href="{url}"><img src="{logo}" alt="{name}" height="60"></a></li>'
        for url, logo, name in (
            ("https://fromagerie-pittet-ch.test/", "/img/pittet.png", "Fromagerie Pittet"),
            ("https://banque-du-pays-ch.test/", "/img/bdp.png", "Banque du Pays"),
            (HOME, LOGO, "L'Orchestre Parfum"),
            ("https://radio-alpage-ch.test/", "/img/radio.png", "Radio Alpage"),
        )
    )
    + "</ul>",
)

_SCHULE = Skin(
    site="Grundschule am Hang",
    language="de",
    mark="gah",
    nav=(("Start", "/"), ("Klassen", "/klassen"), ("Projekte", "/projekte"), ("Ganztag", "/ganztag")),
    aside="",
    footer="<p>Grundschule am Hang, Rektorat 09571 555 20</p>",
    accent="#d17b0f",
    shape="classic",
)
_SCHULE_PAGE = page(
    _SCHULE,
    "Projektwoche Sinne",
    f'<h1>Projektwoche Sinne</h1><p>Tag 3: Riechen</p><p><img src="{SAFRAN.image}" width="200" alt=""></p><p>Safran, Rose, Leder – wer errät es?</p><p>Klasse 3b</p>',
)

_FOTO = Skin(
    site="Henrike Brandt Fotografie",
    language="de",
    mark="hb",
    nav=(("Stillleben", "/stillleben"), ("Porträt", "/portraet"), ("Kontakt", "/kontakt")),
    aside="<p>Anfragen gern per Telefon.</p>",
    footer="<p>© Henrike Brandt, Leipzig</p>",
    accent="#111",
    paper="#f6f4f0",
    shape="magazine",
)
_FOTO_SHOTS = (
    *(product.image for product in PRODUCTS),
    *(f"{ASSETS}kampagne-2026-{number:02}.jpg" for number in range(1, 12)),
)
_FOTO_PAGE = page(
    _FOTO,
    "Flakons für L'Orchestre Parfum – Henrike Brandt",
    "<h1>Flakons für L'Orchestre Parfum</h1>"
    + paragraphs("Produktaufnahmen und Kampagne 2026, fotografiert in Grasse und Leipzig.")
    + "".join(
        f'<a href="{shot}"><img src="{shot}" alt="Flakon, Aufnahme {number}" width="240"></a>'
        for number, shot in enumerate(_FOTO_SHOTS, start=1)
    ),
)

HOSTS: tuple[Host, ...] = (
    site(
        "festival-alpages-ch.test",
        {
            "/": front(_FESTIVAL, "/partenaires", "Partenaires - Festival des Alpages"),
            "/partenaires": _FESTIVAL_PAGE,
        },
        not_found(_FESTIVAL, "Page introuvable."),
    ),
    site(
        "grundschule-am-hang-de.test",
        {
            "/": front(_SCHULE, "/projekte/sinne.html", "Projektwoche Sinne"),
            "/projekte/sinne.html": _SCHULE_PAGE,
        },
        not_found(_SCHULE, "Nicht gefunden."),
    ),
    site(
        "henrike-brandt-foto-de.test",
        {
            "/": front(_FOTO, "/stillleben/flakons", "Flakons für L'Orchestre Parfum – Henrike Brandt"),
            "/stillleben/flakons": _FOTO_PAGE,
        },
        not_found(_FOTO, "Kein Bild hier."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="E20",
        host="festival-alpages-ch.test",
        source_url="http://festival-alpages-ch.test/partenaires",
        target_url=HOME,
        expect=present("link", BENIGN),
        note="A wall of partners' logos.",
        reported=Reported(
            title="Partenaires - Festival des Alpages", anchor="L'Orchestre Parfum", language="fr", rating=28
        ),
    ),
    Case(
        id="E23",
        host="grundschule-am-hang-de.test",
        source_url="http://grundschule-am-hang-de.test/projekte/sinne.html",
        target_url=SAFRAN.image,
        expect=present("embed", HARMLESS),
        note="A school page with hardly any text.",
        reported=Reported(
            title="Projektwoche Sinne",
            anchor="",
            left="Projektwoche Sinne Tag 3: Riechen",
            right="Safran, Rose, Leder – wer errät",
            language="de",
            rating=9,
        ),
    ),
    Case(
        id="E26",
        host="henrike-brandt-foto-de.test",
        source_url="http://henrike-brandt-foto-de.test/stillleben/flakons",
        target_url=SAFRAN.image,
        expect=present("link", BENIGN),
        note="A photographer's gallery: sixteen linked pictures, all from one owner.",
        reported=Reported(
            title="Flakons für L'Orchestre Parfum – Henrike Brandt",
            anchor="Flakon, Aufnahme 4",
            language="de",
            rating=14,
            external_links=16,
        ),
    ),
)
