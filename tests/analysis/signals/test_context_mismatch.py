"""Words of the image against words of the page: spam that repeats our own titles, honest pages off topic."""

from typing import Any

import pytest

from analysis.signals.context_mismatch import SIGNAL
from tests.analysis.factory import PRODUCT, Web

TITLE = "Iris Violoncelle - Eau de parfum | L'Orchestre Parfum"
MORTGAGE = {"title": "Mortgages: rates of today", "h1": "Mortgages", "vocabulary": "mortgages rates banks"}
FOREIGN = {"title": "香りの日記", "vocabulary": "サフランと革の香り 京都"}
HARVEST = {"foreign_embeds": 8, "foreign_embed_hosts": 8}
SEEN: dict[str, tuple[dict[str, Any], float | None]] = {
    "speaks of something else (D14)": ({"visit": MORTGAGE, "references": [{}]}, 1.0),
    "only the caption repeats our title (finding 5)": (
        {
            "visit": {**MORTGAGE, "vocabulary": "mortgages rates iris violoncelle eau parfum l'orchestre"},
            "references": [{"anchor": TITLE, "left": "rates of today", "right": "Iris Violoncelle Eau de parfum"}],
        },
        1.0,
    ),
    "names the image in its text (E01)": (
        {
            "visit": {**MORTGAGE, "vocabulary": "we smelled iris violoncelle in grasse"},
            "references": [{"anchor": "the bottle", "left": "we smelled", "right": "in Grasse"}],
        },
        0.0,
    ),
    "named on a page of strangers' pictures, which was made to name it: silent (A01)": (
        {
            "visit": {"title": "Iris Violoncelle ideas", "foreign_embeds": 8, "foreign_embed_hosts": 8},
            "references": [{}],
        },
        None,
    ),
    "another matter among strangers' pictures": (
        {"visit": {**MORTGAGE, "foreign_embeds": 8, "foreign_embed_hosts": 8}, "references": [{}]},
        1.0,
    ),
    "one of many in a round-up that links to us (E19)": (
        {
            "visit": {**MORTGAGE, "foreign_embeds": 5, "foreign_embed_hosts": 5},
            "references": [{}, {"kind": "link", "level": "L6", "url": PRODUCT}],
        },
        0.4,
    ),
    "named in a row of strangers' links, which proves nothing": (
        {"visit": {"title": "Iris Violoncelle", "traits": '["link-run"]'}, "references": [{"kind": "link"}]},
        None,
    ),
    "few words and a row of strangers' links (D16)": (
        {"visit": {**MORTGAGE, "words": 15, "traits": '["link-run"]'}, "references": [{"kind": "link"}]},
        1.0,
    ),
    "too few words to be off topic (E33)": ({"visit": {**MORTGAGE, "words": 7}, "references": [{}]}, None),
    "a hobbyist's page of few words (E23)": ({"visit": {**MORTGAGE, "words": 15}, "references": [{}]}, 0.25),
    "few words among strangers' pictures": (
        {
            "visit": {**MORTGAGE, "words": 15, "foreign_embeds": 8, "foreign_embed_hosts": 8},
            "references": [{}],
        },
        1.0,
    ),
    "names the owner (E36)": (
        {
            "visit": {"title": "Sponsoren", "vocabulary": "danke an l'orchestre parfum"},
            "references": [{}],
        },
        0.0,
    ),
    "the product is the heading, alt text and all (E07)": (
        {
            "visit": {"title": "Iris Violoncelle 100 ml", "h1": "Iris Violoncelle", "vocabulary": "iris violoncelle 100"},
            "references": [{"anchor": "Iris Violoncelle", "right": "Iris Violoncelle"}],
        },
        0.0,
    ),
    "off topic in a forum (E22)": (
        {"url": "https://vans.test/thread/20817-heater/", "visit": MORTGAGE, "references": [{}]},
        0.4,
    ),
    "off topic in a comment": ({"visit": MORTGAGE, "references": [{"place": "comment"}]}, 0.4),
    "another script, and links to our page (E24)": (
        {
            "visit": {"title": "香りの日記", "vocabulary": "サフランと革の香り 京都"},
            "references": [{}, {"kind": "link", "level": "L7", "url": PRODUCT}],
        },
        0.0,
    ),
    "another script, nothing to compare: silent": (
        {"visit": {"title": "香りの日記", "vocabulary": "サフランと革の香り 京都"}, "references": [{}]},
        None,
    ),
    "another script under a keyword, and strangers' pictures (A01)": (
        {"url": "https://a.test/saffron-kawa-flakon.html", "visit": {**FOREIGN, **HARVEST}, "references": [{}]},
        0.75,
    ),
    "another script, strangers' pictures and your name: silent": (
        {
            "url": "https://a.test/saffron-kawa-flakon.html",
            "visit": {**FOREIGN, **HARVEST, "vocabulary": "香りの日記 l'orchestre parfum"},
            "references": [{}],
        },
        None,
    ),
    "a contest in another script, called by a word": (
        {"url": "https://a.test/mosabaka", "visit": {**FOREIGN, **HARVEST}, "references": [{}]},
        None,
    ),
    "a logo that leads to our home page: silent (E20)": (
        {
            "target": "https://www.shop.test/",
            "backlink": {"target_says": "Shop: perfumes of the niche, Grasse"},
            "visit": MORTGAGE,
            "references": [{}],
        },
        None,
    ),
    "a file name that says nothing: silent": (
        {"target": "https://www.shop.test/img/IMG_2034.jpg", "visit": MORTGAGE, "references": [{}]},
        None,
    ),
    "a file name that says nothing, and an alternative text on our own page that does": (
        {
            "target": "https://www.shop.test/img/IMG_2034.jpg",
            "backlink": {"target_says": "Iris Violoncelle, flacon"},
            "visit": MORTGAGE,
            "references": [{}],
        },
        1.0,
    ),
    "the same beside words that our own page has": (
        {
            "target": "https://www.shop.test/img/IMG_2034.jpg",
            "backlink": {"target_says": "Iris Violoncelle, flacon"},
            "visit": {"title": "Six perfumes", "vocabulary": "the iris of violoncelle"},
            "references": [{}],
        },
        0.0,
    ),
    "the image is not there: silent (C13, E27)": (
        {"visit": MORTGAGE, "backlink": {"state": "absent", "reason": "replaced"}},
        None,
    ),
    "a text link in its element": (
        {
            "target": PRODUCT,
            "backlink": {"target_is_image": False, "reason": "link"},
            "reported": {"type": "text"},
            "visit": {"title": "Six perfumes"},
            "references": [{"kind": "link", "anchor": "Iris Violoncelle", "left": "the iris of", "url": PRODUCT}],
        },
        0.0,
    ),
    "a text link whose words only our page's title has": (
        {
            "target": "https://www.shop.test/p/1234",
            "backlink": {"target_is_image": False, "reason": "link", "target_says": "Candles of beeswax"},
            "reported": {"type": "text"},
            "visit": MORTGAGE,
            "references": [{"kind": "link", "anchor": "here", "left": "their beeswax is", "url": PRODUCT}],
        },
        0.0,
    ),
    "a text link off topic is common": (
        {
            "target": PRODUCT,
            "backlink": {"target_is_image": False, "reason": "link"},
            "reported": {"type": "text"},
            "visit": MORTGAGE,
            "references": [{"kind": "link", "anchor": "read more", "url": PRODUCT}],
        },
        0.4,
    ),
}  # fmt: skip
SALAD = "cut back damage despise season ski pass sensor society Handbook"
REPORTED: dict[str, tuple[dict[str, Any], float | None]] = {
    "address wrapped in a salad of words": (
        {"url": "https://organics.test/season-ski-pass-k.html", "reported": {"title": SALAD, "anchor": TITLE}},
        1.0,
    ),
    "wrapped, in two scripts": (
        {
            "url": "https://plata.test/bring-a-towel.html",
            "reported": {"title": "מולדת ממשלה לפייס bring a towel סחר דוב קוטב", "anchor": TITLE},
        },
        1.0,
    ),
    "a written title around the address": (
        {
            "url": "https://travel.test/ski-pass-andorra.html",
            "reported": {"title": "Everything you must know about ski pass Andorra before your first trip"},
        },
        0.6,
    ),
    "a title with a site's name": (
        {
            "url": "https://travel.test/season-ski-pass.html",
            "reported": {"title": "Winter family holidays season ski pass prices compared today | Travel"},
        },
        0.6,
    ),
    "a title that shares words with the anchor": (
        {
            "url": "https://travel.test/season-ski-pass.html",
            "reported": {
                "title": "Winter family holidays season ski pass prices compared today",
                "anchor": "Family prices",
            },
        },
        0.6,
    ),
    "the reported words name the image": (
        {"reported": {"title": "Iris Violoncelle: a bottle", "anchor": "photo"}},
        0.0,
    ),
    "the reported words name the owner": ({"reported": {"title": "L'Orchestre Parfum in Grasse"}}, 0.0),
    "no title, no words: silent": ({"reported": {"title": ""}}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", SEEN)
def test_with_the_page(case: str) -> None:
    page, expected = SEEN[case]
    assert Web().page(**page).score(SIGNAL) == expected


@pytest.mark.parametrize("case", REPORTED)
def test_from_the_report_alone(case: str) -> None:
    page, expected = REPORTED[case]
    assert Web().page(**page).score(SIGNAL) == expected


def test_the_report_is_silent_once_the_page_was_read() -> None:
    page = Web().page(
        "https://organics.test/season-ski-pass-k.html",
        reported={"title": SALAD},
        backlink={"state": "absent", "reason": "replaced"},
        visit=MORTGAGE,
    )
    assert page.findings(SIGNAL) == []


def test_quotes_the_salad() -> None:
    page = Web().page("https://organics.test/season-ski-pass-k.html", reported={"title": SALAD})
    (finding,) = page.findings(SIGNAL)
    assert finding["quote"] == SALAD
    assert "“season ski pass”" in finding["sentence"]
