"""Honest pages that hide things as spam does: form fields, credits, share pictures (B18, B19, B21, E13)."""

from evidence.model import Visibility
from tests.web.model import BENIGN, HARMLESS, Case, Host, Reported, absent, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import HOME, IRIS, SAFRAN

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

_MUSEUM = Skin(
    site="Museum für Klang und Geruch",
    language="de",
    mark="mkg",
    nav=(("Besuch", "/"), ("Ausstellungen", "/ausstellungen"), ("Hörproben", "/hoerproben")),
    aside="<p>Montags geschlossen, Eintritt 6 Euro</p>",
    footer="<p>Museum für Klang und Geruch, Hafenstraße 40, Rostock</p>",
    accent="#3d348b",
)
_MUSEUM_CREDITS = page(
    _MUSEUM,
    "Nasenkonzert – Museum für Klang und Geruch",
    "<h1>Nasenkonzert</h1>"
    + paragraphs(
        "Zwölf Instrumente, zwölf Gerüche: Wer am Cello kurbelt, riecht Veilchenwurzel und Sandelholz."
    )
    + f'<details><summary>Leihgaben und Dank</summary><p>Die Duftproben stellte <a href="{IRIS.page}">L\'Orchestre Parfum</a> zur Verfügung.</p></details>',
)
_MUSEUM_ROOM = page(
    _MUSEUM,
    "Raum 4: Safran und Leder – Museum für Klang und Geruch",
    "<style>.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap}</style>"
    "<h1>Raum 4: Safran und Leder</h1>"
    + paragraphs(
        "Ein Bandoneon hängt an Seilen von der Decke; im Balg steckt ein Vlies mit Safran, Rose und Leder."
    )
    + f'<p>Parfümeur: Theo Lamande<a class="visually-hidden" href="{SAFRAN.page}">, Website der Parfümerie L\'Orchestre Parfum</a></p>',
)

_PODCAST = Skin(
    site="Oído y Nariz",
    language="es",
    mark="oyn",
    nav=(("Episodios", "/"), ("Quiénes somos", "/nosotros"), ("Suscribirse", "/suscribirse")),
    aside="<p>Un episodio nuevo cada dos jueves</p>",
    footer="<p>Oído y Nariz, Valencia</p>",
    accent="#087e8b",
    shape="magazine",
)
_PODCAST_EPISODE = page(
    _PODCAST,
    "Episodio 31: el perfumista que fue chelista – Oído y Nariz",
    "<h1>Episodio 31: el perfumista que fue chelista</h1>"
    + paragraphs(
        "Hablamos con el fundador de L'Orchestre Parfum sobre partituras, raíces de iris y por qué el violonchelo huele a madera mojada.",
        "Duración: 48 minutos. Grabado en Grasse en mayo de 2026.",
    ),
    head=f'<meta property="og:title" content="El perfumista que fue chelista"><meta property="og:image" content="{IRIS.image}">',
)

HOSTS: tuple[Host, ...] = (
    site(
        "museum-klang-geruch-de.test",
        {
            "/": front(_MUSEUM, "/ausstellungen/nasenkonzert", "Nasenkonzert"),
            "/ausstellungen/nasenkonzert": _MUSEUM_CREDITS,
            "/ausstellungen/raum-4": _MUSEUM_ROOM,
        },
        not_found(_MUSEUM, "Hier hängt nichts."),
    ),
    site(
        "oido-y-nariz-es.test",
        {"/": front(_PODCAST, "/31", "El perfumista que fue chelista"), "/31": _PODCAST_EPISODE},
        not_found(_PODCAST, "Episodio no encontrado."),
    ),
    site(
        "schreinerei-lang-ch.test",
        {"/": _LANG_WORK, "/kontakt": _LANG_CONTACT, "/referenzen": _LANG_WORK},
        not_found(_LANG, "Diese Seite gibt es nicht."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="B18",
        host="museum-klang-geruch-de.test",
        source_url="http://museum-klang-geruch-de.test/ausstellungen/nasenkonzert",
        target_url=IRIS.page,
        expect=present("link", BENIGN, visibility=Visibility.COLLAPSED),
        note="Credits in a closed <details>: one click away, not hidden.",
        reported=Reported(
            title="Nasenkonzert – Museum für Klang und Geruch",
            anchor="L'Orchestre Parfum",
            left="und Dank Die Duftproben stellte",
            right="zur Verfügung.",
            type="text",
            language="de",
            rating=42,
        ),
    ),
    Case(
        id="B21",
        host="museum-klang-geruch-de.test",
        source_url="http://museum-klang-geruch-de.test/ausstellungen/raum-4",
        target_url=SAFRAN.page,
        expect=present("link", BENIGN, visibility=Visibility.SCREEN_READER),
        note="A link clipped for sight and read aloud.",
        reported=Reported(
            title="Raum 4: Safran und Leder",
            anchor="Website der Parfümerie L'Orchestre Parfum",
            left="Parfümeur: Theo Lamande",
            type="text",
            language="de",
            rating=42,
        ),
    ),
    Case(
        id="E13",
        host="oido-y-nariz-es.test",
        source_url="http://oido-y-nariz-es.test/31",
        target_url=IRIS.image,
        expect=present("embed", BENIGN, visibility=Visibility.METADATA),
        note="Our picture is the share picture of an honest episode about us.",
        reported=Reported(
            title="Episodio 31: el perfumista que fue chelista", anchor="", language="es", rating=23
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
