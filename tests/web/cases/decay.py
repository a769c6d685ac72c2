"""Pages that are gone, parked, or somebody else's by now (C10 to C14)."""

from datetime import date

from tests.web.model import Case, Host, Reported, absent, unknown
from tests.web.pages import Skin, html, not_found, page, paragraphs, site
from tests.web.shop import COFFRET, FIGUE, IRIS, SAFRAN, VETIVER

_GISELA = Skin(
    site="Giselas Kochblog",
    language="de",
    mark="gk",
    nav=(("Rezepte", "/"), ("Backen", "/backen"), ("Eingemachtes", "/eingemachtes")),
    aside="<p>Diese Woche: Quittengelee</p>",
    footer="<p>Nachkochen erwünscht.</p>",
    accent="#8c6d1f",
)
_GISELA_HOME = page(
    _GISELA,
    "Giselas Kochblog",
    "<h1>Quittengelee ohne Gelierzucker</h1>"
    + paragraphs(
        "Quitten abreiben, grob würfeln, mit Schale und Kerngehäuse weich kochen und über Nacht abtropfen lassen."
    ),
)

_KUCHNIA = Skin(
    site="Stara Kuchnia",
    language="pl",
    mark="sk",
    nav=(("Przepisy", "/"), ("Zupy", "/zupy"), ("Ciasta", "/ciasta")),
    aside="<p>Blog prowadzony w latach 2009–2025.</p>",
    footer="<p>Dziękujemy za wspólne gotowanie.</p>",
    accent="#7b2d26",
    shape="magazine",
)
_KUCHNIA_HOME = page(
    _KUCHNIA,
    "Stara Kuchnia",
    "<h1>Żegnamy się</h1>"
    + paragraphs("Po szesnastu latach zamykamy bloga. Najważniejsze przepisy zostają na stronie głównej."),
)

_PARKED = html(
    """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>zegelring-nl.test - This domain may be for sale</title>
<style>body{font-family:Arial;text-align:center;background:#eef}ul{list-style:none;padding:0}li{background:#fff;margin:8px auto;width:320px;padding:10px}</style></head>
<body data-adblockkey="parked"><h1>zegelring-nl.test</h1>
<p>This domain is parked. <a href="https://sedo.com/search/details/?domain=zegelring-nl.test&amp;origin=parking">Buy this domain</a></p>
<p>The domain owner may be interested in an offer. Related searches:</p>
<ul><li><a href="/lander?kw=gouden+ringen">Gouden ringen</a></li><li><a href="/lander?kw=zegelring">Zegelring graveren</a></li><li><a href="/lander?kw=juwelier">Juwelier Utrecht</a></li></ul>
<footer>Domain parking by Sedo. The sponsored listings are provided by a third party.</footer></body></html>
"""
)

_SKLEP = Skin(
    site="Sklep Domowy",
    language="pl",
    mark="sd",
    nav=(("Strona główna", "/"), ("Łazienka", "/lazienka"), ("Kuchnia", "/kuchnia"), ("Koszyk", "/koszyk")),
    aside="<p>Infolinia: pn.–pt. 9–17</p>",
    footer="<p>Sklep Domowy sp. z o.o., Toruń</p>",
    accent="#20639b",
)
_SKLEP_HOME = page(
    _SKLEP,
    "Sklep Domowy – wszystko do domu",
    "<h1>Nowości</h1>"
    + paragraphs(
        "Suszarki łazienkowe, kosze wiklinowe i lampki nocne w nowej cenie. Wysyłka w ciągu 24 godzin."
    ),
)
_SKLEP_MISSING = page(
    _SKLEP,
    "Nie znaleziono strony – Sklep Domowy",
    "<h1>Nie znaleziono strony</h1>"
    + paragraphs(
        "Przepraszamy, strona, której szukasz, nie istnieje lub została przeniesiona. Skorzystaj z wyszukiwarki albo wróć na stronę główną."
    ),
)

_GARAZS = Skin(
    site="Kerti Garázs",
    language="hu",
    mark="kg",
    nav=(("Kezdőlap", "/"), ("Fűnyírók", "/funyirok"), ("Szerviz", "/szerviz")),
    aside="<p>Nyitva: hétfőtől péntekig 8–16 óráig</p>",
    footer="<p>Kerti Garázs Kft., Kecskemét</p>",
    accent="#3c7a3c",
    shape="classic",
)
_GARAZS_PAGE = page(
    _GARAZS,
    "Kerti Garázs – fűnyírók és láncfűrészek javítása",
    "<h1>Fűnyírók javítása</h1>"
    + paragraphs(
        "Tavasz előtt érdemes megélezni a kést és kicserélni az olajat. Az átvizsgálás két napot vesz igénybe.",
        "Új tulajdonossal, 2026 augusztusa óta ezen a címen.",
    ),
)
_GARAZS_ARCHIVE = page(
    _GARAZS,
    "Téli akció – Kerti Garázs",
    "<h1>Téli akció</h1>"
    + paragraphs(
        "Decemberben húsz százalék kedvezménnyel vállaljuk a hómarók átvizsgálását, házhoz szállítással."
    ),
)

HOSTS: tuple[Host, ...] = (
    site(
        "kochblog-gisela-de.test",
        {"/": _GISELA_HOME},
        not_found(_GISELA, "Diese Seite ist leider verschwunden. Vielleicht hilft die Suche nach Rezepten?"),
    ),
    site(
        "stara-kuchnia-pl.test",
        {
            "/": _KUCHNIA_HOME,
            "/ciasta/figi-w-miodzie": page(
                _KUCHNIA,
                "410 – Stara Kuchnia",
                "<h1>410</h1>" + paragraphs("Ten przepis został usunięty na stałe."),
                status=410,
            ),
        },
        not_found(_KUCHNIA, "Nie ma takiej strony."),
    ),
    site("zegelring-nl.test", {}, _PARKED),
    site("sklep-domowy-pl.test", {"/": _SKLEP_HOME}, _SKLEP_MISSING),
    site(
        "kerti-garazs-hu.test",
        {"/": _GARAZS_PAGE, "/blog/2024/8812": _GARAZS_ARCHIVE},
        not_found(_GARAZS, "A keresett oldal nem található."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="C10",
        host="kochblog-gisela-de.test",
        source_url="http://kochblog-gisela-de.test/2022/geschenkideen/",
        target_url=COFFRET.image,
        expect=absent("gone"),
        note="An honest 404: nothing to do, search engines drop such links.",
        reported=Reported(
            title="Geschenkideen aus der Küche und anderswo | Giselas Kochblog",
            anchor="Sechs kleine Flakons",
            left="und für die Patentante dann",
            right="damit sie sich nicht entscheiden",
            language="de",
            rating=10,
            status=404,
            lost_status="notfound",
            lost=date(2026, 7, 1),
        ),
    ),
    Case(
        id="C10",
        host="stara-kuchnia-pl.test",
        source_url="http://stara-kuchnia-pl.test/ciasta/figi-w-miodzie",
        target_url=FIGUE.image,
        expect=absent("gone"),
        note="410: removed for good, and said so.",
        reported=Reported(
            title="Figi w miodzie | Stara Kuchnia",
            anchor="flakon z figą",
            language="pl",
            rating=14,
            status=410,
            lost_status="notfound",
            lost=date(2026, 5, 9),
        ),
    ),
    Case(
        id="C11",
        host="verlassene-domain-de.test",
        source_url="http://verlassene-domain-de.test/iris.html",
        target_url=IRIS.image,
        expect=unknown("name-not-found"),
        note="A name nobody serves: unknown after one visit, gone only after two a day apart.",
        reported=Reported(
            title="Iris im Garten",
            anchor=IRIS.title,
            language="de",
            rating=2,
            status=0,
            lost_status="pageerror",
            drop_reason="nxdomain",
            lost=date(2026, 8, 30),
        ),
    ),
    Case(
        id="C12",
        host="zegelring-nl.test",
        source_url="http://zegelring-nl.test/cadeau/vrouw.html",
        target_url=VETIVER.image,
        expect=absent("parked"),
        note="A parked domain: its listings say nothing about the page that was there.",
        reported=Reported(
            title="Cadeau voor vrouwen | Zegelring",
            anchor="Vétiver Hautbois",
            language="nl",
            rating=8,
            lost_status="removedfromhtml",
            lost=date(2026, 9, 12),
        ),
    ),
    Case(
        id="C13",
        host="kerti-garazs-hu.test",
        source_url="http://kerti-garazs-hu.test/blog/2024/8812",
        target_url=SAFRAN.image,
        expect=absent("replaced"),
        note="A new owner writes about snow blowers; the URL says nothing about our picture.",
        reported=Reported(
            title="Sáfrány a konyhában és a parfümben",
            anchor="Safran Bandonéon",
            language="hu",
            rating=6,
            lost_status="removedfromhtml",
        ),
    ),
    Case(
        id="C14",
        host="sklep-domowy-pl.test",
        source_url="http://sklep-domowy-pl.test/p/48213",
        target_url=IRIS.image,
        expect=absent("soft-404"),
        note="A shop that says 'not found' with status 200.",
        reported=Reported(
            title="Komoda toaletka biała | Sklep Domowy",
            anchor="flakon na toaletce",
            language="pl",
            rating=19,
            lost_status="removedfromhtml",
        ),
    ),
)
