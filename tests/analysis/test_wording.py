"""Every stable word that a person meets has plain words."""

import pytest

from analysis.wording import (
    LEVELS,
    PLACES,
    REASONS,
    STATES,
    TRAITS,
    error_words,
    presence_words,
    quote_words,
    size_words,
    visit_words,
    without_codes,
)
from crawler.fetching.profiles import DOUBTERS
from evidence.model import Level, Place
from evidence.page.trait_rules import PATTERNS
from evidence.presence import Reason
from evidence.visited import State


def test_all_reasons_levels_places_and_states_have_words() -> None:
    assert set(REASONS) == set(Reason)
    assert set(LEVELS) == set(Level)
    assert set(PLACES) == set(Place)
    assert set(STATES) == {"", *State}
    assert {rule.id for rule in PATTERNS} <= set(TRAITS)


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        ("", ""),
        ("tls_error", "no secure connection (tls error)"),
        ("tls error", "no secure connection (tls error)"),
        ("its address answers 403", "its address answers 403"),
        ("of_tomorrow", "of tomorrow"),
    ],
)
def test_an_error_is_said_in_words(error: str, shown: str) -> None:
    assert error_words(error) == shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (("absent", "gone"), "not there: the page is gone"),
        (("", ""), "not visited yet"),
        (("unknown", "of-tomorrow"), "could not be seen: of-tomorrow"),
    ],
)
def test_a_presence_is_a_sentence(said: tuple[str, str], shown: str) -> None:
    assert presence_words(*said) == shown


@pytest.mark.parametrize(
    ("received", "body", "said"),
    [
        (1_234, 56_789, ", 1,234 bytes, 56,789 unpacked"),
        (1_234, 1_234, ", 1,234 bytes"),
        (0, 0, ""),
        (None, 900, ""),
    ],
    ids=["packed", "as it is", "no body", "nobody counted"],
)
def test_what_came_of_a_body(received: int | None, body: int, said: str) -> None:
    assert size_words(received, body) == said


def test_a_visit_is_told_with_its_visitor() -> None:
    assert visit_words("page", "plain") == "visited"
    assert {visit_words("again", profile.name) for profile in DOUBTERS} == {
        "loaded again coming from a search engine",
        "loaded again with a phone",
        "loaded again asking for English",
        "loaded again with cookies",
    }


def test_marks_of_generators_are_told_in_words() -> None:
    assert quote_words("generator-traits", "rights-page,title-is-slug") == (
        "a generator's page on copyright; a title that only repeats the address"
    )
    template = "the order of the page's elements, fingerprint 4988358432a7bef5"
    assert quote_words("campaign", "template: 4988358432a7bef5") == template
    assert quote_words("campaign", "address: {slug}.html") == "address: {slug}.html"
    assert quote_words("gallery-page", "rights-page, 8 pictures") == "rights-page, 8 pictures"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("skip links (B18 to B23) and more (E12: a query).", "skip links and more (a query)."),
        ("Doorway clusters, US 7,302,645 (Google)", "Doorway clusters, US 7,302,645 (Google)"),
        ("portfolios (E26) and walls (E31, E32)", "portfolios and walls"),
    ],
)
def test_case_numbers_of_our_own_are_left_out(text: str, plain: str) -> None:
    assert without_codes(text) == plain
