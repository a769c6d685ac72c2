"""Shops, lists and directories that show the product for good reasons (E07, E19, E21)."""

from html import escape

from tests.web.kit import STRANGERS
from tests.web.model import BENIGN, HARMLESS, Case, Host, Reported, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import COFFRET, HOME, LOGO, VETIVER

_GIFTS = Skin(
    site="Tea & Parcels",
    language="en-GB",
    mark="tp",
    nav=(("Home", "/"), ("Gift guides", "/gift-guides"), ("Recipes", "/recipes"), ("About Imogen", "/about")),
    aside="<p>I'm Imogen. I wrap things in Sheffield and write about them.</p>",
    footer="<p>Some links may earn me a cup of tea; none did this month.</p>",
    accent="#335c67",
    shape="magazine",
)
_GIFT_TEXTS = (
    "I have made this one three times; the honey shade hides porridge better than the white.",
    "My brother sealed his garage with it over a bank holiday and has not stopped talking about it since.",
    "Not a thing to buy so much as a thing to build: an afternoon, two brackets, an old board.",
    "Go early, bring cash, and look under the tables where the boxes without lids are.",
    "A framed print of somebody else's dog is an odd present. I gave two last year and both are on the wall.",
    "The cheapest of the lot, and the only one my nephew's back approved of.",
    "Heavy enough to feel serious; the stopper squeaks, which I like.",
    "For the couple who have outgrown their flat. They will need to measure twice.",
    "Samples, properly labelled, from people who answer e-mail.",
    "Print it on card, laminate it, and peace returns to the breakfast table.",
    "Folds flat, which is more than can be said of the one I inherited.",
)
_GIFTS_PAGE = page(
    _GIFTS,
    "12 presents I would actually like to unwrap this year",
    "<h1>12 presents I would actually like to unwrap this year</h1><p>By Imogen Hartley · 11 November 2026</p>"
    + paragraphs(
        "Every November I write down what I have bought, borrowed or been given that made somebody happy. Here are this year's twelve, in no order."
    )
    + "".join(
        f'<h2>{number}. {escape(tile.title)}</h2><p><a href="https://{tile.host}/"><img src="{escape(tile.image)}" alt="{escape(tile.title)}" width="320"></a></p>'
        f'<p>{escape(text, quote=False)} <small>Photo: <a href="https://{tile.host}/">{tile.host}</a></small></p>'
        for number, (tile, text) in enumerate(zip(STRANGERS, _GIFT_TEXTS, strict=False), start=1)
    )
    + f'<h2>12. Six tiny perfumes from Grasse</h2><p><a href="{COFFRET.page}"><img src="{COFFRET.image}" alt="Coffret Découverte with six small bottles" width="320"></a></p>'
    + "<p>The Coffret Découverte is for the friend who cannot decide. I kept the fig and gave away the rest, which is the right way round. "
    + f'<small>Photo: <a href="{COFFRET.page}">L\'Orchestre Parfum</a></small></p>',
)

_REGALI = Skin(
    site="Cose di Casa Mia",
    language="it",
    mark="ccm",
    nav=(("Inizio", "/"), ("Liste", "/liste"), ("Scrivimi", "/scrivimi")),
    aside="<p>Un blog di Torino, dal 2012</p>",
    footer="<p>Le foto sono dei negozi citati, che ringrazio.</p>",
    accent="#5f0f40",
)
_REGALI_TEXTS = (
    "La coperta me l'ha fatta mia zia seguendo proprio questo schema.",
    "Per chi ha un garage e troppe domeniche libere.",
    "Una mensola così ce l'ho sopra il letto, regge undici flaconi.",
    "I mercatini restano il mio posto preferito dove spendere poco.",
    "Il cane non è in vendita, la stampa sì.",
    "Provata per un mese intero lavorando da casa: promossa.",
    "Il vino buono non ne ha bisogno, quello cattivo moltissimo.",
)
_REGALI_PAGE = page(
    _REGALI,
    "Otto idee per chi ha già tutto - Cose di Casa Mia",
    "<h1>Otto idee per chi ha già tutto</h1><p>Pubblicato da Ludovica il 15 novembre 2026</p>"
    + "".join(
        f'<h3>{escape(tile.title)}</h3><p><img src="{escape(tile.image)}" alt="{escape(tile.title)}" width="280"></p><p>{escape(text, quote=False)} Lo trovate da <a href="https://{tile.host}/">{tile.host}</a>.</p>'
        for tile, text in zip(STRANGERS, _REGALI_TEXTS, strict=False)
    )
    + f'<h3>Un vetiver che non è da uomo</h3><p><img src="{VETIVER.image}" alt="Il flacone di Vétiver Hautbois" width="280"></p>'
    + f"<p>Me l'ha fatto annusare un'amica oboista: pompelmo, legno, e poi silenzio. Si compra da <a href=\"{VETIVER.page}\">L'Orchestre Parfum</a>.</p>",
)

_DROGERIA = Skin(
    site="Perfumeria Pod Lipą",
    language="pl",
    mark="pl1",
    nav=(("Sklep", "/"), ("Marki", "/marki"), ("Dostawa", "/dostawa"), ("Koszyk (0)", "/koszyk")),
    aside="<p>Odbiór osobisty: Kraków, ul. Lipowa 6</p>",
    footer="<p>Perfumeria Pod Lipą · NIP 000-00-00-000 · Regulamin</p>",
    accent="#4f6d2f",
)
_DROGERIA_PAGE = page(
    _DROGERIA,
    "L'Orchestre Parfum Vétiver Hautbois woda perfumowana 100 ml – Perfumeria Pod Lipą",
    "<h1>L'Orchestre Parfum Vétiver Hautbois</h1>"
    f'<p><img src="{VETIVER.image}" alt="L\'Orchestre Parfum Vétiver Hautbois 100 ml" width="360"></p>'
    "<p><b>739,00 zł</b> · <button>Do koszyka</button></p>"
    + paragraphs(
        "Wetyweria, grejpfrut i cedr w szklanym flakonie do ponownego napełniania. Woda perfumowana, 100 ml.",
        "Jesteśmy jedynym sklepem w Małopolsce, który sprowadza tę markę. Zdjęcie producenta.",
    ),
)

_ANNUAIRE = Skin(
    site="Gids van Grasse",
    language="nl",
    mark="gvg",
    nav=(("Eten", "/eten"), ("Slapen", "/slapen"), ("Winkelen", "/winkelen")),
    aside="<p>Nederlandstalige bedrijvengids voor de Alpes-Maritimes</p>",
    footer="<p>Vermelding wijzigen? Mail de redactie.</p>",
    accent="#b56b00",
    shape="classic",
)
_ANNUAIRE_PAGE = page(
    _ANNUAIRE,
    "L'Orchestre Parfum – parfumerie in Grasse",
    f'<h1>L\'Orchestre Parfum</h1><p><img src="{LOGO}" alt="Logo" width="160"></p><table><tr><th>Adres</th><td>14 rue des Luthiers, Grasse</td></tr>'
    f'<tr><th>Open</th><td>di–za 10–19 uur</td></tr><tr><th>Website</th><td><a href="{HOME}" rel="nofollow">parfumerie-lorchestre.test</a></td></tr></table>'
    + paragraphs("Parfumerie. Parkeren bij het station, daarna tien minuten lopen."),
)

HOSTS: tuple[Host, ...] = (
    site(
        "teaandparcels-co-uk.test",
        {
            "/": front(
                _GIFTS,
                "/gift-guides/12-presents-2026",
                "12 presents I would actually like to unwrap this year",
            ),
            "/gift-guides/12-presents-2026": _GIFTS_PAGE,
        },
        not_found(_GIFTS, "Lost in the post."),
    ),
    site(
        "cose-di-casa-mia-it.test",
        {
            "/": front(
                _REGALI, "/2026/11/otto-idee-regalo.html", "Otto idee per chi ha già tutto - Cose di Casa Mia"
            ),
            "/2026/11/otto-idee-regalo.html": _REGALI_PAGE,
        },
        not_found(_REGALI, "Pagina inesistente."),
    ),
    site(
        "perfumeria-pod-lipa-pl.test",
        {
            "/": front(
                _DROGERIA,
                "/vetiver-hautbois-100ml",
                "L'Orchestre Parfum Vétiver Hautbois woda perfumowana 100 ml – Perfumeria Pod Lipą",
            ),
            "/vetiver-hautbois-100ml": _DROGERIA_PAGE,
        },
        not_found(_DROGERIA, "Nie ma takiego produktu."),
    ),
    site(
        "gids-van-grasse-nl.test",
        {
            "/": front(_ANNUAIRE, "/winkelen/lorchestre-parfum", "L'Orchestre Parfum – parfumerie in Grasse"),
            "/winkelen/lorchestre-parfum": _ANNUAIRE_PAGE,
        },
        not_found(_ANNUAIRE, "Niet gevonden."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="E19",
        host="teaandparcels-co-uk.test",
        source_url="http://teaandparcels-co-uk.test/gift-guides/12-presents-2026",
        target_url=COFFRET.image,
        expect=present("embed", BENIGN),
        note="A round-up of twelve pictures from twelve hosts, with prose, credits and an author.",
        reported=Reported(
            title="12 presents I would actually like to unwrap this year",
            anchor="Coffret Découverte with six small bottles",
            left="12. Six tiny perfumes from Grasse",
            right="The Coffret Découverte is for",
            language="en",
            rating=33,
            external_links=36,
        ),
    ),
    Case(
        id="E19",
        host="cose-di-casa-mia-it.test",
        source_url="http://cose-di-casa-mia-it.test/2026/11/otto-idee-regalo.html",
        target_url=VETIVER.image,
        expect=present("embed", BENIGN),
        note="Eight pictures from eight hosts, as many as the galleries have, and honest.",
        reported=Reported(
            title="Otto idee per chi ha già tutto - Cose di Casa Mia",
            anchor="Il flacone di Vétiver Hautbois",
            left="Un vetiver che non è da uomo",
            language="it",
            rating=12,
            external_links=8,
        ),
    ),
    Case(
        id="E07",
        host="perfumeria-pod-lipa-pl.test",
        source_url="http://perfumeria-pod-lipa-pl.test/vetiver-hautbois-100ml",
        target_url=VETIVER.image,
        expect=present("embed", BENIGN),
        note="A retailer with the maker's photograph, product name and price.",
        reported=Reported(
            title="L'Orchestre Parfum Vétiver Hautbois woda perfumowana 100 ml",
            anchor="L'Orchestre Parfum Vétiver Hautbois 100 ml",
            language="pl",
            rating=17,
            platform="ecommerce",
        ),
    ),
    Case(
        id="E21",
        host="gids-van-grasse-nl.test",
        source_url="http://gids-van-grasse-nl.test/winkelen/lorchestre-parfum",
        target_url=HOME,
        expect=present("link", HARMLESS),
        note="A business listing with logo and address.",
        reported=Reported(
            title="L'Orchestre Parfum – parfumerie in Grasse",
            anchor="parfumerie-lorchestre.test",
            left="Open di–za 10–19 uur Website",
            type="text",
            language="nl",
            rating=20,
            nofollow=True,
        ),
    ),
)
