"""Pages nobody could read, for reasons that say nothing about them (C15, C16, C17)."""

from tests.web.model import Case, Host, Reported, unknown
from tests.web.pages import Skin, front, html, not_found, page, paragraphs, site
from tests.web.shop import FIGUE, HOME, IRIS, SAFRAN, VETIVER

_FORBIDDEN = html(
    "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
    status=403,
)
_CHALLENGE = html(
    """<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta name="robots" content="noindex,nofollow"><meta http-equiv="refresh" content="390">
<style>body{font-family:system-ui;margin:8rem auto;max-width:40rem}</style></head>
<body><h1>modeblatt-at.test</h1><h2>Checking if the site connection is secure</h2>
<noscript><p>Enable JavaScript and cookies to continue</p></noscript>
<script>window._cf_chl_opt={cvId:'3',cType:'managed'};</script>
<script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1"></script></body></html>
""",
    status=403,
    cf_mitigated="challenge",
    cf_ray="9a1f00c0ffee-VIE",
    Cache_Control="private, max-age=0, no-store",
)
_CAPTCHA = html(
    """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Are you a robot?</title>
<style>body{font-family:sans-serif;margin:4rem}</style></head>
<body><h1>Unusual activity from your network</h1><p>To continue, please confirm that you are not a robot.</p>
<div class="g-recaptcha" data-sitekey="demonstration"></div><form method="post"><button>Continue</button></form></body></html>
""",
    status=401,
)

_LAC = Skin(
    site="Galerie du Lac",
    language="fr-CH",
    mark="gdl",
    nav=(("Expositions", "/"), ("Artistes", "/artistes"), ("Visite", "/visite")),
    aside="<p>Mercredi à dimanche, de 13 h à 18 h</p>",
    footer="<p>Galerie du Lac, quai des Alpes 5, Vevey</p>",
    accent="#264653",
)
_LAC_PAGE = page(
    _LAC,
    "Sentir le son - Galerie du Lac",
    "<h1>Sentir le son</h1>"
    + paragraphs("Une installation olfactive pour dix haut-parleurs, ouverte jusqu'au 10 janvier.")
    + f'<p>Avec le soutien de <a href="{HOME}">L\'Orchestre Parfum</a>.</p>',
)

_RAD = Skin(
    site="Radverein Hall",
    language="de-AT",
    mark="rvh",
    nav=(("Start", "/"), ("Touren", "/touren")),
    aside="",
    footer="<p>Radverein Hall in Tirol</p>",
)
_BROKEN = html(
    "<!DOCTYPE html><html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1>"
    "<p>The server encountered an internal error or misconfiguration.</p></body></html>",
    status=500,
)

HOSTS: tuple[Host, ...] = (
    site("noviny-kraj-cz.test", {}, _FORBIDDEN),
    site("modeblatt-at.test", {}, _CHALLENGE),
    site("reviews-corner-com.test", {}, _CAPTCHA),
    site(
        "galerie-du-lac-ch.test",
        {
            "/": front(_LAC, "/expositions/sentir-le-son", "Sentir le son - Galerie du Lac"),
            "/expositions/sentir-le-son": _LAC_PAGE,
        },
        not_found(_LAC, "Page introuvable."),
        robots="User-agent: *\nDisallow: /\n",
    ),
    site(
        "radverein-hall-at.test",
        {
            "/": page(
                _RAD,
                "Radverein Hall",
                "<h1>Saisonende</h1>"
                + paragraphs("Die letzte gemeinsame Ausfahrt führt am 29. November nach Wattens."),
            )
        },
        _BROKEN,
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="C15",
        host="noviny-kraj-cz.test",
        source_url="http://noviny-kraj-cz.test/kultura/vune-a-hudba-20251",
        target_url=VETIVER.page,
        expect=unknown("bot-wall"),
        note="A bare 403.",
        reported=Reported(
            title="Vůně a hudba - Kraj",
            anchor="L'Orchestre Parfum",
            left="Majitel značky",
            right="přijede na festival osobně",
            type="text",
            language="cs",
            rating=44,
        ),
    ),
    Case(
        id="C15",
        host="modeblatt-at.test",
        source_url="http://modeblatt-at.test/beauty/iris-violoncelle-l-orchestre-parfum",
        target_url=IRIS.image,
        expect=unknown("bot-wall"),
        note="A browser challenge; the slug's words are no evidence while the page is unread.",
        reported=Reported(
            title="Herbstdüfte: Iris Violoncelle", anchor="Iris Violoncelle", language="de", rating=52
        ),
    ),
    Case(
        id="C15",
        host="reviews-corner-com.test",
        source_url="http://reviews-corner-com.test/fragrance/fig-scents-compared",
        target_url=FIGUE.page,
        expect=unknown("bot-wall"),
        note="A captcha with status 401.",
        reported=Reported(
            title="Five fig scents compared",
            anchor="Figue Marimba",
            left="Our favourite remains",
            right="for its dry finish",
            type="text",
            language="en",
            rating=36,
        ),
    ),
    Case(
        id="C17",
        host="galerie-du-lac-ch.test",
        source_url="http://galerie-du-lac-ch.test/expositions/sentir-le-son",
        target_url=HOME,
        expect=unknown("robots"),
        note="robots.txt asks every robot to stay out: the page is not fetched.",
        reported=Reported(
            title="Sentir le son - Galerie du Lac",
            anchor="L'Orchestre Parfum",
            left="Avec le soutien de",
            type="text",
            language="fr",
            rating=24,
        ),
    ),
    Case(
        id="C16",
        host="radverein-hall-at.test",
        source_url="http://radverein-hall-at.test/touren/grasse-2025",
        target_url=SAFRAN.image,
        expect=unknown("server-error"),
        note="Status 500: broken today, perhaps not tomorrow.",
        reported=Reported(
            title="Tourenwoche Grasse 2025",
            anchor="Souvenir aus Grasse",
            language="de",
            rating=7,
            status=500,
            lost_status="pageerror",
        ),
    ),
)
