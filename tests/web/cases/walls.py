"""Articles behind a consent or a pay wall (E31)."""

from tests.web.model import Case, Host, Reported, unknown
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import HOME, IRIS

_DAGBLAD = Skin(
    site="Dagblad Noord",
    language="nl",
    mark="dbn",
    nav=(("Voorpagina", "/"), ("Regio", "/regio"), ("Cultuur", "/cultuur"), ("Abonneren", "/abonneren")),
    aside="<p>Klantenservice: werkdagen van 8 tot 17 uur</p>",
    footer="<p>Dagblad Noord, onderdeel van Waddenpers</p>",
    accent="#1d3557",
    shape="magazine",
)
_CONSENT = page(
    _DAGBLAD,
    "Uw privacy - Dagblad Noord",
    '<div class="consent" role="dialog" aria-modal="true" id="cmp-wall"><h1>Wij geven om uw privacy</h1>'
    + paragraphs(
        "Om dit artikel te lezen vragen wij uw toestemming voor het plaatsen van cookies door ons en 214 partners.",
        "U kunt uw keuze op elk moment wijzigen via de instellingen onderaan de pagina.",
    )
    + '<form method="post" action="/toestemming"><button name="ja">Alles accepteren</button> <button name="nee">Instellingen</button></form></div>',
)

_ZEITUNG = Skin(
    site="Hochrhein-Bote",
    language="de",
    mark="hrb",
    nav=(("Start", "/"), ("Lokales", "/lokales"), ("Kultur", "/kultur"), ("E-Paper", "/epaper")),
    aside="<p>Abo-Service: 07741 555 01</p>",
    footer="<p>Hochrhein-Bote, Waldshut</p>",
    accent="#222",
)
_PAYWALL = page(
    _ZEITUNG,
    "Ein Duft für das Stadtorchester | Hochrhein-Bote",
    "<h1>Ein Duft für das Stadtorchester</h1>"
    + paragraphs(
        "Waldshut. Beim Neujahrskonzert soll es nicht nur gut klingen, sondern auch gut riechen. Wie das geht, erklärt …"
    )
    + '<div class="paywall" id="paywall"><h2>Weiterlesen mit einem Abo</h2>'
    + paragraphs(
        "Dieser Artikel ist nur für Abonnenten lesbar. Schon ab 1 Euro im ersten Monat.",
        "Sie haben bereits ein Abo? Jetzt anmelden.",
    )
    + "</div>",
    head='<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paywall"}}</script>',
)

HOSTS: tuple[Host, ...] = (
    site("dagblad-noord-nl.test", {}, _CONSENT),
    site(
        "hochrhein-bote-de.test",
        {
            "/": front(
                _ZEITUNG, "/kultur/duft-stadtorchester", "Ein Duft für das Stadtorchester | Hochrhein-Bote"
            ),
            "/kultur/duft-stadtorchester": _PAYWALL,
        },
        not_found(_ZEITUNG, "Nicht gefunden."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="E31",
        host="dagblad-noord-nl.test",
        source_url="http://dagblad-noord-nl.test/cultuur/parfum-voor-een-cellist",
        target_url=IRIS.page,
        expect=unknown("consent-wall pay-wall"),
        note="A consent wall at every URL instead of the article.",
        reported=Reported(
            title="Een parfum voor een cellist - Dagblad Noord",
            anchor="Iris Violoncelle",
            left="De geur heet",
            right="en kost zoveel als",
            type="text",
            language="nl",
            rating=58,
        ),
    ),
    Case(
        id="E31",
        host="hochrhein-bote-de.test",
        source_url="http://hochrhein-bote-de.test/kultur/duft-stadtorchester",
        target_url=HOME,
        expect=unknown("pay-wall"),
        note="A paywall after two lines; the link stands in the part that is paid for.",
        reported=Reported(
            title="Ein Duft für das Stadtorchester | Hochrhein-Bote",
            anchor="L'Orchestre Parfum",
            left="erklärt der Inhaber von",
            right="aus Grasse, der selbst",
            type="text",
            language="de",
            rating=47,
        ),
    ),
)
