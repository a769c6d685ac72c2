"""Reviews and magazines that credit what they show (E01, E28)."""

from evidence.model import Level
from tests.web.model import BENIGN, Case, Host, Reported, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import COFFRET, IRIS, VETIVER

_NOTIZEN = Skin(
    site="Duftnotizen",
    language="de",
    mark="dn",
    nav=(("Alle Beiträge", "/"), ("Düfte A–Z", "/duefte"), ("Über mich", "/ueber")),
    aside="<p>Ich heiße Jule Sander und rieche seit 2014 öffentlich.</p>",
    footer="<p>© Jule Sander · Kommentare geschlossen</p>",
    accent="#6a4c7d",
    shape="magazine",
)
_NOTIZEN_POST = page(
    _NOTIZEN,
    "Iris Violoncelle – ein Samtvorhang in Flaschen | Duftnotizen",
    "<h1>Iris Violoncelle: ein Samtvorhang in Flaschen</h1><p>Von Jule Sander, 14. März 2026</p>"
    + paragraphs(
        "Es gibt Irisdüfte, die nach Lippenstift riechen, und solche, die nach kaltem Keller riechen. Dieser hier steht genau dazwischen."
    )
    + f'<figure><img src="{IRIS.image}" alt="Flakon von Iris Violoncelle" width="420"><figcaption>Foto: <a href="{IRIS.page}">L\'Orchestre Parfum</a></figcaption></figure>'
    + paragraphs(
        "Nach einer Stunde wird das Veilchen leiser und das Sandelholz übernimmt, wie ein Cello, das nach den Geigen einsetzt.",
        "Auf meiner Haut hält Iris Violoncelle gut sieben Stunden; die Probe habe ich selbst gekauft.",
    ),
)

_REVUE = Skin(
    site="La Revue des Sens",
    language="fr",
    mark="rds",
    nav=(("À la une", "/"), ("Table", "/table"), ("Parfum", "/parfum"), ("Agenda", "/agenda")),
    aside="<h3>Les plus lus</h3><p>Le retour du vinaigre de cidre</p><p>Trois jardins à visiter en mai</p>",
    footer="<p>La Revue des Sens, bimestriel indépendant, Lyon</p>",
    accent="#7a1f2b",
)
_REVUE_POST = page(
    _REVUE,
    "À Grasse, une maison qui compose avec des luthiers - La Revue des Sens",
    "<h1>À Grasse, une maison qui compose avec des luthiers</h1><p>Par Maud Ferrier, le 2 juin 2026</p>"
    + paragraphs(
        "Dans l'atelier de la rue des Luthiers, les mouillettes sèchent à côté d'un archet. L'Orchestre Parfum invite chaque année un musicien à écrire un accord."
    )
    + f'<p><a href="{VETIVER.page}"><img src="{VETIVER.image}" alt="Vétiver Hautbois, cent millilitres" width="380"></a></p>'
    + paragraphs(
        "Vétiver Hautbois est né ainsi, d'une semaine passée avec une hautboïste de Toulon qui trouvait le vétiver « trop sage ».",
        "La maison ne vend qu'à la boutique et sur son site, et refuse les échantillons gratuits.",
    ),
)

_RIVISTA = Skin(
    site="Il Filo - rivista di Natale e dintorni",
    language="it",
    mark="filo",
    nav=(("Home", "/"), ("Regali", "/regali"), ("Cucina", "/cucina"), ("Redazione", "/redazione")),
    aside="<p>Iscrivetevi alla newsletter: una lettera al mese, niente pubblicità.</p>",
    footer="<p>Il Filo, registrazione Tribunale di Parma n. 7/2015</p>",
    accent="#94442b",
)
_RIVISTA_POST = page(
    _RIVISTA,
    "Sei profumi in una scatola sola - Il Filo",
    "<h1>Sei profumi in una scatola sola</h1><p>di Carla Neri, 20 ottobre 2026</p>"
    + paragraphs(
        "Regalare un profumo è sempre un azzardo. Regalarne sei, in piccoli flaconi da cinque millilitri, lo è molto meno."
    )
    + f'<p>La scatola è il <a href="{COFFRET.page}?utm_source=ilfilo&amp;utm_medium=articolo">Coffret Découverte</a> di L\'Orchestre Parfum, che arriva da Grasse in tre giorni.</p>'
    + paragraphs(
        "L'abbiamo provato in redazione: la preferita è stata la fico, seguita a sorpresa dal vetiver."
    ),
)

HOSTS: tuple[Host, ...] = (
    site(
        "duftnotizen-de.test",
        {
            "/": front(
                _NOTIZEN,
                "/2026/03/iris-violoncelle/",
                "Iris Violoncelle – ein Samtvorhang in Flaschen | Duftnotizen",
            ),
            "/2026/03/iris-violoncelle/": _NOTIZEN_POST,
        },
        not_found(_NOTIZEN, "Hier riecht es nach nichts."),
    ),
    site(
        "revue-des-sens-fr.test",
        {
            "/": front(
                _REVUE,
                "/parfum/maison-luthiers-grasse",
                "À Grasse, une maison qui compose avec des luthiers - La Revue des Sens",
            ),
            "/parfum/maison-luthiers-grasse": _REVUE_POST,
        },
        not_found(_REVUE, "Article introuvable."),
    ),
    site(
        "ilfilo-rivista-it.test",
        {
            "/": front(_RIVISTA, "/regali/sei-profumi", "Sei profumi in una scatola sola - Il Filo"),
            "/regali/sei-profumi": _RIVISTA_POST,
        },
        not_found(_RIVISTA, "Pagina non trovata."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="E01",
        host="duftnotizen-de.test",
        source_url="http://duftnotizen-de.test/2026/03/iris-violoncelle/",
        target_url=IRIS.image,
        expect=present("embed", BENIGN),
        note="A review with a credited photograph and a link to the product.",
        reported=Reported(
            title="Iris Violoncelle – ein Samtvorhang in Flaschen | Duftnotizen",
            anchor="Flakon von Iris Violoncelle",
            right="Foto: L'Orchestre Parfum",
            language="de",
            rating=21,
            platform="wordpress",
        ),
    ),
    Case(
        id="E01",
        host="revue-des-sens-fr.test",
        source_url="http://revue-des-sens-fr.test/parfum/maison-luthiers-grasse",
        target_url=VETIVER.page,
        expect=present("link", BENIGN),
        note="A magazine portrait; the picture links to the product.",
        reported=Reported(
            title="À Grasse, une maison qui compose avec des luthiers",
            anchor="Vétiver Hautbois, cent millilitres",
            language="fr",
            rating=38,
        ),
    ),
    Case(
        id="E28",
        host="ilfilo-rivista-it.test",
        source_url="http://ilfilo-rivista-it.test/regali/sei-profumi",
        target_url=COFFRET.page,
        expect=present("link", BENIGN, Level.WITHOUT_TRACKING),
        note="A text link with campaign parameters.",
        reported=Reported(
            title="Sei profumi in una scatola sola - Il Filo",
            anchor="Coffret Découverte",
            left="La scatola è il",
            right="di L'Orchestre Parfum, che arriva",
            type="text",
            language="it",
            rating=29,
        ),
    ),
)
