"""Galleries that show our picture now and then, to machines only, or no longer (A07, A13, A19)."""

from dataclasses import replace
from datetime import date
from html import escape

from evidence.model import Visibility
from tests.web.kit import gallery, linked_tile, tiles_with
from tests.web.kit_site import kit_report, kit_site, linked_gallery, ours
from tests.web.kit_words import CZECH, CZECH_SENTENCES, FRENCH, FRENCH_SENTENCES, GERMAN, GERMAN_SENTENCES
from tests.web.model import SPAM, Case, Host, Page, Request, Response, absent, present
from tests.web.shop import COFFRET, VETIVER


def _changing(*, first_load: bool) -> Page:
    """A gallery that shuffles its pictures: ours is left out of every other load."""

    def answer(request: Request) -> Response:
        shown = (request.load % 2 == 0) == first_load
        tiles = list(tiles_with(ours(COFFRET), first=3 + 4 * (request.load % 3), count=9))
        if not shown:
            tiles.remove(ours(COFFRET))
        badges = [(word, f"/{word}.html") for word in ("bougie", "coffret", "noël")]
        return gallery(
            FRENCH,
            "idée coffret cadeau parfum",
            [linked_tile(tile) for tile in tiles],
            FRENCH_SENTENCES,
            badges=badges,
        )

    return answer


def _metadata_only() -> Response:
    head = (
        f'<meta property="og:image" content="{VETIVER.image}"><meta property="og:title" content="Dárkové Balení Parfému">'
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"Article","headline":"Dárkové Balení Parfému","image":["{VETIVER.image}"],"author":{{"@type":"Person","name":"James"}}}}</script>'
    )
    covers = [
        f'<div class="col-md-4 thumb"><img src="https://tse1.mm.bing.net/th?q={escape(words.replace(" ", "+"))}" alt="{escape(words)}"></div>'
        for words in ("dárkové balení parfému", "parfém dárek", "dárková sada", "balení dárků")
    ]
    return gallery(CZECH, "dárkové balení parfému", covers, CZECH_SENTENCES, head=head)


HOSTS: tuple[Host, ...] = (
    kit_site(
        "idee-deco-maison-fr.test", FRENCH, {"/idee-coffret-cadeau-parfum.html": _changing(first_load=True)}
    ),
    kit_site(
        "cadeaux-malins-be.test", FRENCH, {"/idee-coffret-cadeau-parfum.html": _changing(first_load=False)}
    ),
    kit_site("obrazky-napady-cz.test", CZECH, {"/darkove-baleni-parfemu.html": _metadata_only()}),
    kit_site(
        "mockup-vorlagen-xyz.test",
        GERMAN,
        {
            "/geschenkbox-vorlage.html": linked_gallery(
                GERMAN, "geschenkbox vorlage", COFFRET, 10, GERMAN_SENTENCES
            )
        },
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="A07",
        host="idee-deco-maison-fr.test",
        source_url="http://idee-deco-maison-fr.test/idee-coffret-cadeau-parfum.html",
        target_url=COFFRET.image,
        expect=present("link", SPAM),
        note="A random subset a load: the first load shows our picture, the second does not.",
        reported=kit_report("Idée Coffret Cadeau Parfum", COFFRET, "fr"),
    ),
    Case(
        id="A07",
        host="cadeaux-malins-be.test",
        source_url="http://cadeaux-malins-be.test/idee-coffret-cadeau-parfum.html",
        target_url=COFFRET.image,
        expect=present("link", SPAM),
        note="The other way round: a single load misses our picture, a second one finds it, the third misses it.",
        reported=kit_report("Idée Coffret Cadeau Parfum", COFFRET, "fr"),
    ),
    Case(
        id="A13",
        host="mockup-vorlagen-xyz.test",
        source_url="http://mockup-vorlagen-xyz.test/coffret-decouverte-six-parfums.html",
        target_url=COFFRET.image,
        expect=absent("redirected-home", SPAM),
        note="The kit has dropped the page and sends every unknown URL home.",
        reported=replace(
            kit_report("Coffret Découverte Six Parfums", COFFRET, "de"),
            lost_status="pageredirected",
            lost=date(2026, 10, 2),
        ),
    ),
    Case(
        id="A19",
        host="obrazky-napady-cz.test",
        source_url="http://obrazky-napady-cz.test/darkove-baleni-parfemu.html",
        target_url=VETIVER.image,
        expect=present("embed", SPAM, visibility=Visibility.METADATA),
        note="Our picture stands in Open Graph and JSON-LD only: no reader sees it.",
        reported=kit_report("Dárkové Balení Parfému", VETIVER, "cs"),
    ),
)
