"""A page too large to be read whole gives partial evidence that says so, and is never called absent."""

import pytest

from evidence.model import Fetched, State, Visibility
from evidence.presence import judge
from evidence.property import Target
from evidence.remembering import LONGEST, remembered
from tests.evidence.pages import IMAGE, SHOP, URL, read

FILLER = "<p>some words of a long page</p>" * 100
FOUND = f'<p>before <a href="{IMAGE}">bottle</a> behind</p>'
ELSEWHERE = "https://shop.test/media/another-flacon.jpg"


@pytest.mark.parametrize("name", ["MOST_ELEMENTS", "MOST_TEXT"])
def test_what_was_read_stays_and_the_rest_is_unknown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"evidence.walk.{name}", 50)
    page = read(FOUND + FILLER)
    assert page.limits == ("parse-budget",)
    assert [find.resolved for find in page.references] == [IMAGE]
    fetched = Fetched(url=URL, final_url=URL, status=200)
    nothing = read(FILLER, targets=[ELSEWHERE])
    said = judge(fetched, nothing, target=Target(url=ELSEWHERE), property=SHOP)
    assert (said.state, said.reason) == (State.UNKNOWN, "cut-off")


def test_more_rules_than_can_be_looked_up_are_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evidence.styles.MOST_LOOKED_AT", 60)
    rules = "".join(f"p.x{number}{{display:none}}" for number in range(100))
    page = read(f"<style>{rules}</style>{FOUND}")
    assert page.limits == ("style-budget",)
    assert page.references[0].carrier.visibility is Visibility.VISIBLE


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
