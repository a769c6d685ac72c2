"""The founding story and its counter-story: sports clubs, one with a perfume in its URLs, one with a sponsor."""

from datetime import date

from evidence.model import Level
from tests.web.model import BENIGN, SPAM, Case, Host, Reported, absent, present
from tests.web.pages import Skin, not_found, page, paragraphs, redirect, site
from tests.web.shop import FIGUE, HOME, IRIS, LOGO, SAFRAN

_WEIDEN = Skin(
    site="Basketball Weiden 1974 e. V.",
    language="de",
    mark="bbw",
    nav=(
        ("Start", "/"),
        ("Teams", "/teams.html"),
        ("Spielplan", "/spielplan.html"),
        ("Verein", "/verein.html"),
        ("Kontakt", "/kontakt.html"),
    ),
    aside='<h3>Nächstes Heimspiel</h3><p>Sa. 28.11., 18:00 Uhr, Mehrzweckhalle</p><p><img src="/img/team-herren.jpg" alt="Herren I 2026/27"></p><p>Training U12: dienstags 16:30 Uhr</p>',
    footer='<p>Basketball Weiden 1974 e. V. · <a href="/impressum.html">Impressum</a> · <a href="/datenschutz.html">Datenschutz</a></p>',
    accent="#a33b00",
    font="Verdana, sans-serif",
)
_WEIDEN_HOME = page(
    _WEIDEN,
    "Basketball Weiden 1974 e. V. – Willkommen",
    "<h1>Willkommen bei den Weidener Korbjägern</h1>"
    + paragraphs(
        "Unsere Herren haben das Auswärtsspiel in Amberg mit 78:71 gewonnen und stehen damit auf Platz drei der Bezirksliga.",
        "Die U14 sucht für die Rückrunde noch zwei Betreuerinnen oder Betreuer, die die Mannschaft zu den Spielen fahren.",
        "Der Hallenboden wird in den Weihnachtsferien abgeschliffen; das Training am 22. Dezember fällt deshalb aus.",
    )
    + "<table><tr><th>Team</th><th>Sp.</th><th>Punkte</th></tr><tr><td>TV Amberg</td><td>7</td><td>12</td></tr>"
    "<tr><td>SG Regensburg II</td><td>7</td><td>10</td></tr><tr><td>Basketball Weiden</td><td>7</td><td>10</td></tr></table>"
    '<p><a href="/spielplan.html">Zum ganzen Spielplan</a></p>',
)

_BUSTO = Skin(
    site="Volley Busto Giovani",
    language="it",
    mark="vbg",
    nav=(
        ("Home", "/"),
        ("Squadre", "/squadre"),
        ("Calendario", "/calendario"),
        ("Iscrizioni", "/iscrizioni"),
    ),
    aside="<p>Palestra di via Mazzini, lunedì e giovedì dalle 17.</p>",
    footer="<p>A.S.D. Volley Busto Giovani - C.F. 90012340123</p>",
    accent="#00487a",
    shape="magazine",
)
_BUSTO_HOME = page(
    _BUSTO,
    "Volley Busto Giovani",
    "<h1>Una società, dodici squadre</h1>"
    + paragraphs(
        "Sono aperte le iscrizioni ai corsi di minivolley per i bambini dai sei ai dieci anni.",
        "La prima squadra femminile ha vinto al tie-break contro Legnano davanti a duecento spettatori.",
        "Il torneo di Natale si gioca sabato 19 dicembre: servono volontari per il bar e per la segreteria.",
    ),
)

_BAAR = Skin(
    site="TTC Baar",
    language="de-CH",
    mark="ttc",
    nav=(
        ("Aktuell", "/"),
        ("Mannschaften", "/mannschaften"),
        ("Jugend", "/jugend"),
        ("Vorstand", "/vorstand"),
    ),
    aside="<p>Trainingszeiten: Mo und Mi, 19.00–21.30 Uhr, Turnhalle Sternmatt.</p>",
    footer="<p>Tischtennisclub Baar, Postfach, 6340 Baar</p>",
    accent="#444",
    shape="classic",
)
_BAAR_HOME = page(
    _BAAR,
    "Tischtennisclub Baar",
    "<h1>Aktuell</h1>"
    + paragraphs(
        "Unsere dritte Mannschaft steigt dank eines 6:4 gegen Zug in die 4. Liga auf.",
        "Am Klubabend vom 4. Dezember gibt es Raclette; bitte bis Ende November bei Doris anmelden.",
    ),
)

_NEUSTADT = Skin(
    site="BBC Neustadt Falken",
    language="de",
    mark="falken",
    nav=(("Aktuelles", "/"), ("Teams", "/teams"), ("Sponsoren", "/sponsoren.html"), ("Tickets", "/tickets")),
    aside="<p>Dauerkarte 2026/27 ab 60 Euro in der Geschäftsstelle.</p>",
    footer="<p>BBC Neustadt Falken e. V. · Am Sportpark 3</p>",
    accent="#11603a",
    font="Arial, sans-serif",
)
_NEUSTADT_SPONSORS = page(
    _NEUSTADT,
    "Sponsoren und Partner – BBC Neustadt Falken",
    "<h1>Unsere Sponsoren</h1>"
    + paragraphs(
        "Ohne sie gäbe es keine Auswärtsfahrten und keine neuen Trikots: Wir danken unseren Partnern der Saison."
    )
    + '<ul><li><img src="/img/logo-baeckerei-roth.png" alt="Bäckerei Roth"> Bäckerei Roth, unser Frühstückspartner</li>'
    '<li><img src="/img/logo-stadtwerke.png" alt="Stadtwerke Neustadt"> Stadtwerke Neustadt</li>'
    f'<li>Trikotsponsor seit 2024: <a href="{HOME}"><img src="{LOGO}" alt="L\'Orchestre Parfum"></a> die Parfümerie aus Grasse,'
    " deren Inhaber früher selbst für die Falken spielte</li></ul>"
    + paragraphs(
        "Auch Ihr Betrieb möchte auf die Rückseite der Aufwärmshirts? Schreiben Sie an vorstand@basketball-neustadt-de.test."
    ),
)

HOSTS: tuple[Host, ...] = (
    site("basketball-weiden-de.test", {"/": _WEIDEN_HOME}, _WEIDEN_HOME),
    site("volley-busto-it.test", {"/": _BUSTO_HOME}, redirect("/", 302)),
    site("tischtennis-baar-ch.test", {"/": _BAAR_HOME}, redirect("http://tischtennis-baar-ch.test/", 301)),
    site(
        "basketball-neustadt-de.test",
        {"/": redirect("/sponsoren.html", 303), "/sponsoren.html": _NEUSTADT_SPONSORS},
        not_found(_NEUSTADT, "Diese Seite gibt es nicht (mehr)."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="C01",
        host="basketball-weiden-de.test",
        source_url="http://basketball-weiden-de.test/iris-violoncelle-l-orchestre-parfum.html",
        target_url=IRIS.image,
        expect=absent("same-as-home", SPAM),
        note="The founding story: every unknown URL is the team's home page; the picture is neither shown nor named.",
        reported=Reported(
            title="Iris Violoncelle L'Orchestre Parfum",
            anchor=IRIS.title,
            type="image",
            language="de",
            rating=12,
            last_seen=date(2026, 8, 19),
        ),
    ),
    Case(
        id="C01",
        host="volley-busto-it.test",
        source_url="http://volley-busto-it.test/safran-bandoneon-parfum-de-niche.html",
        target_url=SAFRAN.image,
        expect=absent("redirected-home", SPAM),
        note="The same story told by a redirect: 302 to the home page of a volleyball club.",
        reported=Reported(
            title="Safran Bandonéon Parfum De Niche",
            anchor=SAFRAN.title,
            language="it",
            rating=7,
            lost_status="pageredirected",
            lost=date(2026, 9, 30),
        ),
    ),
    Case(
        id="C01",
        host="tischtennis-baar-ch.test",
        source_url="http://tischtennis-baar-ch.test/post/figue-marimba-flacon.html",
        target_url=FIGUE.image,
        expect=absent("redirected-home", SPAM),
        note="And by a permanent redirect with an absolute Location.",
        reported=Reported(
            title="Figue Marimba Flacon",
            anchor=FIGUE.title,
            language="fr",
            rating=9,
            lost_status="pageredirected",
            lost=date(2026, 10, 11),
        ),
    ),
    Case(
        id="E36",
        host="basketball-neustadt-de.test",
        source_url="http://basketball-neustadt-de.test/sponsoren.html",
        target_url=LOGO,
        expect=present("embed", BENIGN, Level.EXACT),
        note="The counter-story: a basketball club that truly shows its perfume sponsor.",
        reported=Reported(
            title="Sponsoren und Partner – BBC Neustadt Falken",
            anchor="L'Orchestre Parfum",
            left="Stadtwerke Neustadt Trikotsponsor seit 2024:",
            right="die Parfümerie aus Grasse, deren Inhaber früher selbst",
            language="de",
            rating=18,
            page_type="Site page > About",
        ),
    ),
)
