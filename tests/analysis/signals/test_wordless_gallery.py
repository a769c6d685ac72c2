"""Pictures without a word: what generators leave, and what people put on the web like that."""

from typing import Any

import pytest

from analysis.signals.gallery_page import SIGNAL as GALLERY
from analysis.signals.wordless_gallery import SIGNAL
from tests.analysis.factory import PRODUCT, Web

ADDRESS = "https://pictures.test/iris-violoncelle-flacon.html"
BARE = {
    "title": "Iris Violoncelle Flacon | Pictures",
    "words": 3,
    "prose_words": 2,
    "foreign_embeds": 8,
    "foreign_embed_hosts": 8,
}
SPAM, LOOK, SILENT = [(0.85, True)], [(0.85, False)], list[tuple[float, bool]]()
CASES: dict[str, tuple[dict[str, Any], list[tuple[float, bool]]]] = {
    "a menu and pictures": ({"url": ADDRESS, "visit": BARE}, SPAM),
    "no word at all": ({"url": ADDRESS, "visit": {**BARE, "words": 0, "prose_words": 0}}, SPAM),
    "a keyword of two words that is the whole title": (
        {"url": "https://pictures.test/iris-violoncelle", "visit": {**BARE, "title": "Iris Violoncelle"}},
        SPAM,
    ),
    "five strangers: somebody's board": (
        {"url": ADDRESS, "visit": {**BARE, "foreign_embeds": 5, "foreign_embed_hosts": 5}},
        LOOK,
    ),
    "a word for each": ({"url": ADDRESS, "visit": {**BARE, "prose_words": 8}}, SILENT),
    "makers are credited": ({"url": ADDRESS, "visit": {**BARE, "traits": '["credited-makers"]'}}, SILENT),
    "a link to the owner": (
        {"url": ADDRESS, "visit": BARE, "references": [{"kind": "link", "level": "L6", "url": PRODUCT}]},
        SILENT,
    ),
    "a light box called by its year": (
        {"url": "https://club.test/pictures/2018", "visit": {**BARE, "title": "Pictures 2018"}},
        SILENT,
    ),
    "a keyword that is not the image's": (
        {"url": "https://club.test/our-summer-camp", "visit": {**BARE, "title": "Our summer camp"}},
        SILENT,
    ),
    "a title of its own": ({"url": ADDRESS, "visit": {**BARE, "title": "Vera's wall"}}, SILENT),
    "one host": ({"url": ADDRESS, "visit": {**BARE, "foreign_embed_hosts": 1}}, SILENT),
    "kept out of indexes": ({"url": ADDRESS, "visit": {**BARE, "noindex": True}}, SILENT),
    "cut off": ({"url": ADDRESS, "visit": {**BARE, "cut_short": True}}, SILENT),
}


@pytest.mark.parametrize("case", CASES)
def test_pictures_without_words(case: str) -> None:
    page, expected = CASES[case]
    found = Web().page(**page).findings(SIGNAL)
    assert [(round(finding["score"], 2), finding["decisive"]) for finding in found] == expected


def test_a_page_without_words_is_read_only_under_a_keyword() -> None:
    wordless = {**BARE, "words": 0, "prose_words": 0}
    assert Web().page(ADDRESS, visit=wordless).score(GALLERY) == 1.0
    assert Web().page("https://club.test/2018", visit={**wordless, "title": "2018"}).score(GALLERY) is None
