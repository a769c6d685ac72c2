"""Words beside an image, the page around them and our own page: spam among honest pages, and its look-alikes."""

from typing import Any

import pytest

from analysis.divergences.disagreement import cuts_in
from analysis.policy import policy
from analysis.signals.divergent_words import SIGNAL
from tests.analysis.factory import PRODUCT, Web

OWN = "iris violoncelle perfume bottle glass orchestre grasse flacon scent amber vetiver note cedar musk oil"
CLUB = "team match season training hall score player coach league goal ticket fan stadium derby trophy"
BESIDE = {"left": "flacon glass bottle perfume", "anchor": "Iris Violoncelle scent", "right": "amber note musk cedar"}  # fmt: skip
CHAT = {
    "left": "training on sunday hall",
    "anchor": "our ticket fan page",
    "right": "league derby goal score",
}
URL = "https://club.test/post-{}"
HONEST, INJECTED = 45, 30


def _counts(*texts: str, times: int = 3) -> str:
    return " ".join(f"{word}={times}" for text in texts for word in text.split())


def _web(odd: dict[str, Any], *, honest: int = HONEST, own: str = OWN, language: str = "en") -> Web:
    """Honest reviews and injected club pages, and one page to ask about, the last one."""
    web = Web().own(own, language=language)
    for number in range(honest):
        words = OWN.split()[number % 9 : number % 9 + 6]
        web.page(
            URL.format(number), visit={"frequent_words": _counts(OWN, " ".join(words))}, references=[BESIDE]
        )
    for number in range(INJECTED):
        about = " ".join(CLUB.split()[number % 7 :])
        web.page(
            f"https://spam{number}.test/a", visit={"frequent_words": _counts(about)}, references=[BESIDE]
        )
    return web.page(**{"url": "https://asked.test/a", **odd})


CASES: dict[str, tuple[dict[str, Any], bool]] = {
    "our words on a page about something else": (
        {"visit": {"frequent_words": _counts(CLUB)}, "references": [BESIDE]},
        True,
    ),
    "our words, which stand nowhere else on the page": (
        {
            "visit": {
                "frequent_words": _counts(CLUB) + " flacon=1 glass=1 bottle=1 perfume=1 amber=1 note=1"
            },
            "references": [BESIDE],
        },
        True,
    ),
    "a review of the perfume": ({"visit": {"frequent_words": _counts(OWN)}, "references": [BESIDE]}, False),
    "a club that thanks its sponsor in its own words": (
        {"visit": {"frequent_words": _counts(CLUB)}, "references": [CHAT]},
        False,
    ),
    "a page about both": ({"visit": {"frequent_words": _counts(CLUB, OWN)}, "references": [BESIDE]}, False),
    "a round-up that credits us": (
        {
            "visit": {"frequent_words": _counts(CLUB)},
            "references": [BESIDE, {"kind": "link", "level": "L6", "backlink_id": 0, "url": PRODUCT}],
        },
        False,
    ),
    "a comment": (
        {"visit": {"frequent_words": _counts(CLUB)}, "references": [{**BESIDE, "place": "comment"}]},
        False,
    ),
    "a thread": (
        {
            "url": "https://asked.test/forum/17",
            "visit": {"frequent_words": _counts(CLUB)},
            "references": [BESIDE],
        },
        False,
    ),
    "another language than our page's": (
        {"visit": {"frequent_words": _counts(CLUB), "language": "de"}, "references": [BESIDE]},
        False,
    ),
    "a language that nobody knows": (
        {"visit": {"frequent_words": _counts(CLUB), "language": ""}, "references": [BESIDE]},
        False,
    ),
    "seven words beside it": (
        {
            "visit": {"frequent_words": _counts(CLUB)},
            "references": [{**BESIDE, "left": "", "anchor": "Iris Violoncelle scent"}],
        },
        False,
    ),
    "a hidden link": (
        {"visit": {"frequent_words": _counts(CLUB)}, "references": [{**BESIDE, "visibility": "hidden"}]},
        False,
    ),
    "evidence from before words were counted": ({"visit": {}, "references": [BESIDE]}, False),
    "a page that was cut short": (
        {"visit": {"frequent_words": _counts(CLUB), "cut_short": True}, "references": [BESIDE]},
        False,
    ),
    "a link that is gone": (
        {
            "visit": {"frequent_words": _counts(CLUB)},
            "references": [BESIDE],
            "backlink": {"state": "absent", "reason": "replaced"},
        },
        False,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_divergent_words(case: str) -> None:
    odd, fires = CASES[case]
    told = [finding for finding in _web(odd).findings(SIGNAL) if finding["page_id"] == HONEST + INJECTED + 1]
    assert [finding["score"] for finding in told] == [0.6] * fires
    assert not any(finding["decisive"] for finding in told)


def test_it_tells_the_injected_pages_from_the_honest_ones() -> None:
    found = _web(CASES["a review of the perfume"][0]).findings(SIGNAL)
    assert [finding["page_id"] for finding in found] == list(range(HONEST + 1, HONEST + INJECTED + 1))
    assert (
        found[0]["quote"]
        == "A page — beside: flacon glass bottle perfume Iris Violoncelle scent amber note musk cedar"
    )


def test_too_few_to_see_two_kinds() -> None:
    odd = CASES["our words on a page about something else"][0]
    assert _web(odd, honest=15).findings(SIGNAL) == []


def test_too_few_go_by_the_cuts_of_all() -> None:
    spam = CASES["our words on a page about something else"][0]
    cuts = cuts_in(_web(spam).frames().disagreements.to_native().collect())
    alone = Web().own(OWN).page(**{"url": "https://asked.test/a", **spam})
    for known, told in ((cuts, 1), (None, 0), (dict.fromkeys(cuts), 0)):
        found = SIGNAL.find(alone.frames(known), policy()[SIGNAL.id]).to_native().collect()
        assert found.height == told


def test_our_own_page_in_another_language_or_unread() -> None:
    odd = CASES["our words on a page about something else"][0]
    assert _web(odd, language="fr").findings(SIGNAL) == []
    assert _web(odd, own="").findings(SIGNAL) == []
