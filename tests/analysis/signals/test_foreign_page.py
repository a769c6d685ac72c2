"""Pages beside the home page of their host: injected ones, and honest ones that look like them."""

from typing import Any

import pytest

from analysis.signals.foreign_page import SIGNAL
from tests.analysis.factory import Web

MENU = "sport verein training halle spielplan jugend vorstand satzung anfahrt kontakt impressum turnier"
HOME = {"language": "de", "title": "Basketball Weiden", "vocabulary": f"willkommen {MENU} weiden", "words": 60, "template_hash": "t1"}  # fmt: skip
BAGS = "送料無料で人気の新作バッグを激安価格で販売しています"
SHEDS = "garden shed plans wood roof window cheap best price guide storage small large tool bike"
INJECTED = {"language": "ja", "title": "新作バッグ", "vocabulary": BAGS, "traits": '["other-language"]', "foreign_link_hosts": 9}  # fmt: skip
OWN = {"language": "en", "title": "Garden sheds", "vocabulary": SHEDS, "traits": '["names-no-host"]', "foreign_embed_hosts": 7}  # fmt: skip
PLACES: dict[str, Any] = {"url": "https://basketball-weiden.test/kqmhf/48213.html", "home": HOME}
HERE = {"references": [{"place": "main"}]}
CASES: dict[str, tuple[dict[str, Any], float | None]] = {
    "another language in the site's own template": (
        {**PLACES, "visit": {**INJECTED, "template_hash": "t1", "vocabulary": f"{BAGS} {MENU}"}},
        0.9,
    ),
    "another language and nothing of the site": ({**PLACES, "visit": OWN}, 0.9),
    "the site's language, none of its words, many strangers": (
        {**PLACES, "visit": {**OWN, "language": "de"}},
        0.7,
    ),
    "an unknown language, none of its words, many strangers": (
        {**PLACES, "visit": {**OWN, "language": ""}},
        0.7,
    ),
    "a guest's article in another language": (
        {**PLACES, "visit": {**INJECTED, "foreign_link_hosts": 2}},
        0.5,
    ),
    "the site's own article, without its name": (
        {**PLACES, "visit": {**OWN, "language": "de", "foreign_embed_hosts": 1}},
        None,
    ),
    "a round-up with the site's menu around it": (
        {**PLACES, "visit": {**OWN, "language": "de", "vocabulary": f"{SHEDS} {MENU}"}},
        None,
    ),
    "the site's template with other words": (
        {**PLACES, "visit": {**OWN, "language": "de", "template_hash": "t1"}},
        None,
    ),
    "a guest's article below the links to the site's own profiles": (
        {
            **PLACES,
            "home": {**HOME, "foreign_link_hosts": 7},
            "visit": {**INJECTED, "vocabulary": f"{BAGS} {MENU}", "template_hash": "t1"},
        },
        0.5,
    ),
    "an author's page on a host of many": (
        {**PLACES, "url": "https://blogs.test/@kato/bags", "visit": INJECTED},
        None,
    ),
    "an author's blog on a host of many": (
        {**PLACES, "url": "https://news.test/blogs/kato/", "visit": INJECTED},
        None,
    ),
    "a thread": ({**PLACES, "url": "https://club.test/forum/17", "visit": INJECTED}, None),
    "a translated section": (
        {**PLACES, "url": "https://basketball-weiden.test/ja/48213.html", "visit": INJECTED},
        None,
    ),
    "a translated host": ({**PLACES, "url": "https://ja.basketball-weiden.test/1", "visit": INJECTED}, None),
    "a folder of two letters is no translation": (
        {**PLACES, "url": "https://basketball-weiden.test/go/48213.html", "visit": INJECTED},
        0.9,
    ),
    "a student's page at a university": (
        {**PLACES, "url": "https://uni.test/~kato/", "visit": INJECTED},
        None,
    ),
    "a member's page": ({**PLACES, "url": "https://forum.test/user/kato", "visit": INJECTED}, None),
    "a stranger's comment": ({**PLACES, "visit": INJECTED, "references": [{"place": "comment"}]}, None),
    "a comment, and the page itself": (
        {**PLACES, "visit": INJECTED, "references": [{"place": "comment"}, {"place": "main"}]},
        0.9,
    ),
    "a page that speaks as it declares and names its host": (
        {**PLACES, "visit": {**INJECTED, "traits": "[]"}},
        None,
    ),
    "a home page of few words": ({**PLACES, "home": {**HOME, "words": 29}, "visit": INJECTED}, None),
    "nobody saw the home page": ({**PLACES, "home": None, "visit": INJECTED}, None),
    "the home page is gone": ({**PLACES, "home": {**HOME, "status": 404}, "visit": INJECTED}, None),
    "the home page itself": ({**PLACES, "home": {**HOME, "simhash": 12345}, "visit": INJECTED}, None),
    "a page that was cut short": ({**PLACES, "visit": {**INJECTED, "cut_short": True}}, None),
    "the link is gone": (
        {**PLACES, "visit": INJECTED, "backlink": {"state": "absent", "reason": "replaced"}},
        None,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_foreign_page(case: str) -> None:
    page, expected = CASES[case]
    home = {"simhash": -1, **page["home"]} if page["home"] else None
    assert Web().page(**{**HERE, **page, "home": home}).score(SIGNAL) == expected


SAID = {
    "another language in the site's own template": (
        "The page is in another language (ja) than the host's home page (de). It has 86% of that page's words "
        "and leads to 8 more sites."
    ),
    "the site's language, none of its words, many strangers": (
        "Compared with the host's home page it has 0% of that page's words and leads to 6 more sites."
    ),
    "an unknown language, none of its words, many strangers": (
        "Compared with the host's home page it has 0% of that page's words and leads to 6 more sites."
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_what_is_said(case: str) -> None:
    page = {**HERE, **CASES[case][0]}
    (finding,) = Web().page(**{**page, "home": {"simhash": -1, **HOME}}).findings(SIGNAL)
    assert finding["sentence"] == SAID[case]
    assert finding["quote"] == f"{page['visit']['title']} — home page: Basketball Weiden"
    assert not finding["decisive"]
