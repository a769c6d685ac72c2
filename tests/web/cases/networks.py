"""Fluent articles on private networks that carry a picture link of another topic (D14)."""

from tests.web.model import MISMATCH, Case, Host, Reported, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import IRIS, VETIVER

_HYPO = Skin(
    site="Hypotheken-Magazin",
    language="de",
    mark="hm",
    nav=(
        ("Baufinanzierung", "/"),
        ("Zinsen", "/zinsen"),
        ("Ratgeber", "/ratgeber"),
        ("Impressum", "/impressum"),
    ),
    aside="<h3>Neueste Beiträge</h3><p>Forward-Darlehen einfach erklärt</p><p>Wann lohnt ein Bausparvertrag?</p>",
    footer="<p>Alle Angaben ohne Gewähr.</p>",
    accent="#0d5c63",
)
_HYPO_PAGE = page(
    _HYPO,
    "Anschlussfinanzierung: So sichern Sie sich die Zinsen von heute",
    "<h1>Anschlussfinanzierung: So sichern Sie sich die Zinsen von heute</h1><p>Redaktion, 12. August 2026</p>"
    + paragraphs(
        "Läuft die Zinsbindung in den nächsten drei Jahren aus, lohnt sich der Blick auf ein Forward-Darlehen. Banken verlangen dafür einen Aufschlag, der mit jedem Monat der Vorlaufzeit wächst.",
        "Vergleichen Sie mindestens drei Angebote und achten Sie auf das Recht zur Sondertilgung; schon fünf Prozent im Jahr verkürzen die Laufzeit spürbar.",
    )
    + f'<p><a href="{IRIS.page}"><img src="{IRIS.image}" alt="Nischenparfum kaufen" width="500"></a></p>'
    + paragraphs(
        "Ein Wechsel der Bank kostet Gebühren für die Umschreibung der Grundschuld, meist zwei bis drei Promille der Restschuld.",
        "Wer unsicher ist, bittet die Verbraucherzentrale um eine zweite Meinung, bevor er unterschreibt.",
    ),
)

_BREMSE = Skin(
    site="Drive & Repair Weekly",
    language="en",
    mark="drw",
    nav=(("Home", "/"), ("Brakes", "/brakes"), ("Engines", "/engines"), ("Write for us", "/write-for-us")),
    aside="<h3>Popular</h3><p>When to change the timing belt</p><p>Winter tyres or all-season?</p>",
    footer="<p>Drive &amp; Repair Weekly. All rights reserved.</p>",
    accent="#444b54",
    shape="magazine",
)
_BREMSE_PAGE = page(
    _BREMSE,
    "How long do brake discs last?",
    "<h1>How long do brake discs last?</h1><p>Posted by admin</p>"
    + paragraphs(
        "Front discs on a family car usually see two sets of pads before they reach their minimum thickness, which is stamped on the edge of the disc.",
        "Judder under braking points to uneven wear; a dial gauge will show run-out of more than a tenth of a millimetre.",
    )
    + f'<p><a href="{VETIVER.page}"><img src="{VETIVER.image}" alt="best vetiver perfume" width="460"></a></p>'
    + paragraphs(
        "Always replace discs in pairs across an axle and bed in new pads with ten gentle stops from fifty kilometres an hour.",
        "Rust on the braking surface after a rainy night is normal and disappears after the first stops.",
    ),
)

HOSTS: tuple[Host, ...] = (
    site(
        "hypotheken-magazin-de.test",
        {
            "/": front(
                _HYPO,
                "/ratgeber/anschlussfinanzierung",
                "Anschlussfinanzierung: So sichern Sie sich die Zinsen von heute",
            ),
            "/ratgeber/anschlussfinanzierung": _HYPO_PAGE,
        },
        not_found(_HYPO, "Seite nicht gefunden."),
    ),
    site(
        "driverepair-weekly-com.test",
        {
            "/": front(_BREMSE, "/brakes/how-long-do-brake-discs-last", "How long do brake discs last?"),
            "/brakes/how-long-do-brake-discs-last": _BREMSE_PAGE,
        },
        not_found(_BREMSE, "Nothing here."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="D14",
        host="hypotheken-magazin-de.test",
        source_url="http://hypotheken-magazin-de.test/ratgeber/anschlussfinanzierung",
        target_url=IRIS.page,
        expect=present("link", MISMATCH),
        note="Sound advice on mortgages around a perfume picture: for a person to look at.",
        reported=Reported(
            title="Anschlussfinanzierung: So sichern Sie sich die Zinsen von heute",
            anchor="Nischenparfum kaufen",
            left="Prozent im Jahr verkürzen die Laufzeit spürbar.",
            right="Ein Wechsel der Bank kostet Gebühren",
            language="de",
            rating=22,
        ),
    ),
    Case(
        id="D14",
        host="driverepair-weekly-com.test",
        source_url="http://driverepair-weekly-com.test/brakes/how-long-do-brake-discs-last",
        target_url=VETIVER.image,
        expect=present("embed", MISMATCH),
        note="The same in English, between brake discs.",
        reported=Reported(
            title="How long do brake discs last?",
            anchor="best vetiver perfume",
            left="more than a tenth of a millimetre.",
            right="Always replace discs in pairs across",
            language="en",
            rating=27,
        ),
    ),
)
