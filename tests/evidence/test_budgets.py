"""A page too large to be read whole gives partial evidence that says so, and is never called absent."""

import pytest

from evidence.model import Visibility
from evidence.presence import judge
from evidence.property import Target
from evidence.remembering import LONGEST, remembered
from evidence.visited import Fetched, Presence, State
from tests.evidence.pages import IMAGE, SHOP, URL, read

FILLER = "<p>some words of a long page</p>" * 100
FOUND = f'<p>before <a href="{IMAGE}">bottle</a> behind</p>'
ELSEWHERE = "https://shop.test/media/another-flacon.jpg"


RULES = "<style>" + "p.x{display:none}" * 100 + "</style><p class=x>words"
INSIDE = "<style>.far{font-size:0}</style><div class=far>" + "<div><p>words</p>" * 60 + "</div>"
ASKED = f'<style>a{{color:red}}</style>{FOUND}<p><a href="{IMAGE}?1">one</a> <a href="{IMAGE}?2">two</a>'
FRAMED = '<iframe srcdoc="<p>some words</p>"></iframe>' * 3
LINKED = '<a href="/other">other</a> ' * 60


@pytest.mark.parametrize(
    ("name", "most", "rest", "limit"),
    [
        ("evidence.walk.MOST_ELEMENTS", 50, FILLER, "parse-budget"),
        ("evidence.walk.MOST_TEXT", 50, FILLER, "parse-budget"),
        ("evidence.walk.MOST_TEXT", 50, "<p>" + "word " * 100, "parse-budget"),
        ("evidence.walk.MOST_CARRIERS", 50, LINKED, "too-many-carriers"),
        ("evidence.walk.MOST_FRAMED", 2, FRAMED, "parse-budget"),
        ("evidence.visibility.styles.MOST_LOOKED_AT", 60, RULES, "style-budget"),
        ("evidence.visibility.styles.MOST_RULES", 50, RULES, "style-budget"),
        ("evidence.visibility.styles.MOST_INSIDE", 50, INSIDE, "style-budget"),
    ],
)
def test_what_was_read_stays_and_the_rest_is_unknown(
    name: str, most: int, rest: str, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = judged(FILLER + rest)
    assert (whole.state, whole.reason) == (State.ABSENT, "replaced")
    assert read(FOUND + rest).limits == ()
    monkeypatch.setattr(name, most)
    page = read(FOUND + rest)
    assert page.limits == (limit,)
    assert page.references[0].resolved == IMAGE
    assert page.references[0].carrier.visibility is Visibility.VISIBLE
    said = judged(FILLER + rest)
    assert (said.state, said.reason) == (State.UNKNOWN, "cut-off")


def test_more_attributes_than_are_read_are_said_so() -> None:
    many = " ".join(f'data-{number}="/{number}"' for number in range(1_001))
    assert read(f"{FOUND}<p {many}>words").limits == ("parse-budget",)


def test_more_questions_about_single_links_than_are_answered_are_said_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert read(ASKED).limits == ()
    monkeypatch.setattr("evidence.visibility.styles.MOST_ASKED", 1)
    assert read(ASKED).limits == ("style-budget",)


def judged(body: str) -> Presence:
    """Look for an image that is not on the page."""
    fetched = Fetched(url=URL, final_url=URL, status=200)
    return judge(fetched, read(body, targets=[ELSEWHERE]), target=Target(url=ELSEWHERE), property=SHOP)


def test_an_honest_page_stays_within_every_budget() -> None:
    assert read(FOUND + FILLER).limits == ()


def test_only_short_texts_are_remembered() -> None:
    asked: list[str] = []

    @remembered(10)
    def size(text: str, _other: str | None) -> int:
        asked.append(text)
        return len(text)

    long = "x" * (LONGEST + 1)
    assert [size(text, None) for text in ("a", "a", long, long)] == [1, 1, len(long), len(long)]
    assert asked == ["a", long, long]
