"""Content no reader sees: with a payload, and the honest tricks that merely look like it (B, D04)."""

from html import escape

from evidence.model import Visibility
from tests.web.kit import STRANGERS
from tests.web.model import BENIGN, HARMLESS, LIKELY_SPAM, SPAM, Case, Host, Reported, absent, present
from tests.web.pages import Skin, not_found, page, paragraphs, site
from tests.web.shop import FIGUE, HOME, IRIS, SAFRAN

_FONDOS = Skin(
    site="Fondos Bonitos",
    language="es",
    mark="fb",
    nav=(("Inicio", "/"), ("Naturaleza", "/naturaleza"), ("Flores", "/flores"), ("Aviso legal", "/aviso")),
    aside="<p>Más de 40.000 fondos para su pantalla.</p>",
    footer="<p>Fondos Bonitos 2026</p>",
    accent="#b3427a",
)
_FARM = "".join(
    f'<img src="{escape(image)}" alt="{escape(alt)}">'
    for number in range(300)
    for image, alt in [
        (IRIS.image, IRIS.title)
        if number == 141
        else (
            STRANGERS[number % len(STRANGERS)].image.replace(".jpg", f"-{number}.jpg"),
            STRANGERS[number % len(STRANGERS)].title,
        )
    ]
)
_FONDOS_PAGE = page(
    _FONDOS,
    "Flor de iris: fotos y fondos de pantalla",
    "<h1>Flor de iris</h1>"
    + paragraphs(
        "Esta fotografía se ha retirado a petición del titular de los derechos.",
        "El iris florece entre abril y junio y prefiere los suelos bien drenados. Se multiplica por división del rizoma a finales de verano.",
    )
    + f'<div style="position:absolute;top:-999999px;left:0">{_FARM}</div>',
)

_OBERAU = Skin(
    site="Freiwillige Feuerwehr Oberau",
    language="de",
    mark="ffo",
    nav=(
        ("Start", "/"),
        ("Einsätze", "/einsaetze.php"),
        ("Fahrzeuge", "/fahrzeuge.php"),
        ("Jugend", "/jugend.php"),
    ),
    aside="<p>Notruf 112</p><p>Übung: jeden ersten Freitag, 19:30 Uhr</p>",
    footer="<p>Freiwillige Feuerwehr Oberau, Kirchweg 2</p>",
    accent="#b00000",
    shape="classic",
    charset="windows-1252",
)
_OBERAU_PAGE = page(
    _OBERAU,
    "Einsätze 2026 - Freiwillige Feuerwehr Oberau",
    "<h1>Einsätze 2026</h1><table><tr><th>Nr.</th><th>Datum</th><th>Einsatz</th></tr>"
    "<tr><td>17</td><td>2.11.</td><td>Ölspur auf der Staatsstraße</td></tr><tr><td>16</td><td>19.10.</td><td>Baum über Fahrbahn</td></tr>"
    "<tr><td>15</td><td>4.10.</td><td>Brandmeldealarm im Pflegeheim</td></tr></table>"
    + paragraphs("Die neue Drehleiter ist seit September im Dienst und hat ihren ersten Einsatz hinter sich.")
    + '<div style="position:absolute;left:-12623px;width:1000px">'
    + "".join(
        f'<a href="https://{host}/">{anchor}</a> '
        for host, anchor in (
            ("pillen-express-top.test", "potenzmittel rezeptfrei bestellen"),
            ("kredit-sofort-win.test", "sofortkredit ohne auskunft"),
            ("handtaschen-sale-club.test", "designer handtaschen outlet"),
        )
    )
    + f'<a href="{HOME}">parfum günstig kaufen</a> <a href="https://bonus-spins-top.test/">freispiele ohne einzahlung</a></div>',
)

_FAKULTAS = Skin(
    site="Fakultas Teknik Universitas Tirta Raya",
    language="id",
    mark="ft",
    nav=(
        ("Beranda", "/"),
        ("Program Studi", "/prodi"),
        ("Akademik", "/akademik"),
        ("Penelitian", "/penelitian"),
    ),
    aside="<p>Pengisian KRS dibuka sampai 30 November.</p>",
    footer="<p>Jl. Pendidikan No. 8 · Telp. (021) 555-0148</p>",
    accent="#0b4a8f",
)
_FAKULTAS_PAGE = page(
    _FAKULTAS,
    "Jadwal Seminar Proposal - Fakultas Teknik",
    "<h1>Jadwal Seminar Proposal</h1>"
    + paragraphs(
        "Seminar proposal semester ganjil dilaksanakan pada tanggal 2 sampai 5 Desember di Ruang Sidang lantai tiga.",
        "Mahasiswa wajib menyerahkan naskah kepada koordinator program studi paling lambat satu minggu sebelum jadwal.",
    )
    + "".join(
        f'<a href="{url}" style="display: none">{anchor}</a>'
        for url, anchor in (
            ("https://gacor-maxwin-xyz.test/", "slot gacor hari ini"),
            ("https://situs-togel-top.test/", "situs togel resmi"),
            (FIGUE.page, "parfum wanita tahan lama"),
            ("https://judi-bola-win.test/", "agen judi bola"),
            ("https://rtp-live-club.test/", "rtp slot tertinggi"),
        )
    ),
)

_LANG = Skin(
    site="Schreinerei Lang AG",
    language="de-CH",
    mark="sl",
    nav=(("Werkstatt", "/"), ("Referenzen", "/referenzen"), ("Kontakt", "/kontakt")),
    aside="<p>Betriebsferien: 21.12. bis 3.1.</p>",
    footer="<p>Schreinerei Lang AG, Sägeweg 11, Wil</p>",
    accent="#5c3d1e",
)
_HONEYPOT = (
    '<form action="/senden" method="post"><label>Name <input name="name"></label> <label>Nachricht <textarea name="text"></textarea></label>'
    '<div style="position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden"><label>Website <input name="website" tabindex="-1"></label></div>'
    '<button>Senden</button></form><textarea style="position:absolute;left:-999999px" aria-hidden="true"></textarea>'
    '<span style="position:absolute;top:-9999px;font-family:Lato">giItT1WQy@!-/#</span>'
)
_LANG_CONTACT = page(
    _LANG,
    "Kontakt – Schreinerei Lang AG",
    "<h1>Kontakt</h1>"
    + paragraphs("Schreiben Sie uns, was Sie vorhaben; wir melden uns innert zwei Tagen.")
    + _HONEYPOT,
)
_LANG_WORK = page(
    _LANG,
    "Referenzen – Schreinerei Lang AG",
    "<h1>Referenzen</h1>"
    + paragraphs(
        "Arvenstube im Toggenburg, Empfangstheke der Gemeinde Wil, und 2025 der Ladenbau für eine Parfümerie in Südfrankreich:"
    )
    + f'<p>Vitrinen und Duftbar aus Nussbaum für <a href="{HOME}">L\'Orchestre Parfum in Grasse</a>, geliefert an einem Stück über den Gotthard.</p>'
    + _HONEYPOT,
)

HOSTS: tuple[Host, ...] = (
    site(
        "fondos-bonitos-es.test",
        {"/": _FONDOS_PAGE, "/flores/iris.html": _FONDOS_PAGE},
        not_found(_FONDOS, "No existe esa página."),
    ),
    site(
        "feuerwehr-oberau-de.test",
        {"/": _OBERAU_PAGE, "/einsaetze.php": _OBERAU_PAGE},
        not_found(_OBERAU, "Seite nicht gefunden."),
    ),
    site(
        "fakultas-teknik-ac-id.test",
        {"/": _FAKULTAS_PAGE, "/akademik/seminar-proposal": _FAKULTAS_PAGE},
        not_found(_FAKULTAS, "Halaman tidak ditemukan."),
    ),
    site(
        "schreinerei-lang-ch.test",
        {"/": _LANG_WORK, "/kontakt": _LANG_CONTACT, "/referenzen": _LANG_WORK},
        not_found(_LANG, "Diese Seite gibt es nicht."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="B01",
        host="fondos-bonitos-es.test",
        source_url="http://fondos-bonitos-es.test/flores/iris.html",
        target_url=IRIS.image,
        expect=present("embed", SPAM, visibility=Visibility.HIDDEN),
        note="Three hundred hotlinks far above the page, under a note that the picture was taken down.",
        reported=Reported(
            title="Flor de iris: fotos y fondos de pantalla",
            anchor=IRIS.title,
            language="es",
            rating=3,
            external_links=301,
            vendor_spam=True,
        ),
    ),
    Case(
        id="B02",
        host="feuerwehr-oberau-de.test",
        source_url="http://feuerwehr-oberau-de.test/einsaetze.php",
        target_url=HOME,
        expect=present("link", LIKELY_SPAM, visibility=Visibility.HIDDEN),
        note="A hacked fire brigade: injected links 12,623 pixels to the left.",
        reported=Reported(
            title="Einsätze 2026 - Freiwillige Feuerwehr Oberau",
            anchor="parfum günstig kaufen",
            left="sofortkredit ohne auskunft designer handtaschen outlet",
            right="freispiele ohne einzahlung",
            type="text",
            language="de",
            rating=16,
            external_links=5,
        ),
    ),
    Case(
        id="D04",
        host="fakultas-teknik-ac-id.test",
        source_url="http://fakultas-teknik-ac-id.test/akademik/seminar-proposal",
        target_url=FIGUE.page,
        expect=present("link", LIKELY_SPAM, visibility=Visibility.HIDDEN),
        note="A hacked faculty: gambling links, ours among them, each with its own display:none.",
        reported=Reported(
            title="Jadwal Seminar Proposal - Fakultas Teknik",
            anchor="parfum wanita tahan lama",
            left="slot gacor hari ini situs togel resmi",
            right="agen judi bola rtp slot tertinggi",
            type="text",
            language="id",
            rating=31,
        ),
    ),
    Case(
        id="B19",
        host="schreinerei-lang-ch.test",
        source_url="http://schreinerei-lang-ch.test/kontakt",
        target_url=SAFRAN.page,
        expect=absent("replaced", HARMLESS),
        note="A honeypot field, a clipboard and a font probe: hidden, but nothing of ours or anybody's in them.",
        reported=Reported(
            title="Kontakt – Schreinerei Lang AG",
            anchor="Parfümerie in Grasse",
            type="text",
            language="de",
            rating=13,
            lost_status="removedfromhtml",
        ),
    ),
    Case(
        id="B19",
        host="schreinerei-lang-ch.test",
        source_url="http://schreinerei-lang-ch.test/referenzen",
        target_url=HOME,
        expect=present("link", BENIGN),
        note="The same hidden fields below a visible, honest link.",
        reported=Reported(
            title="Referenzen – Schreinerei Lang AG",
            anchor="L'Orchestre Parfum in Grasse",
            left="und Duftbar aus Nussbaum für",
            right="geliefert an einem Stück über",
            type="text",
            language="de",
            rating=13,
        ),
    ),
)
