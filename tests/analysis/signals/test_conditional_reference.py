"""What depends on the visitor, by what the page looks at."""

import pytest

from analysis.signals.conditional_reference import CONDITIONS, SIGNAL
from crawler.fetching.profiles import DOUBTERS
from tests.analysis.factory import Web

CASES = {
    "embeds it. Conditional on the referrer: only a visitor who comes from a search engine sees it.": 0.95,
    "embeds it. Conditional on the device: a visitor with a phone does not see it.": 0.6,
    "embeds it. Conditional on the language: only a visitor whose browser asks for English sees it.": 0.6,
    "embeds it. Conditional on cookies: only a visitor who comes back with cookies sees it.": 0.5,
    "embeds it (L0): Conditional on the weather": None,
    "embeds it (L0)": None,
}


@pytest.mark.parametrize("detail", CASES)
def test_conditions(detail: str) -> None:
    assert Web().page(visit={}, backlink={"detail": detail}).score(SIGNAL) == CASES[detail]


def test_every_visitor_profile_has_its_weight() -> None:
    assert {profile.condition.removeprefix("the ") for profile in DOUBTERS} == set(CONDITIONS)
