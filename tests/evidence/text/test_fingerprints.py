import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.fingerprints import NEAR, distance, resemblance, simhash, template_hash
from evidence.text.likeness import same_page
from tests.evidence.page_factory import PROSE, page

WORDS = [f"word{number}" for number in range(400)]


def test_simhash_of_near_duplicates_is_near_and_of_others_far() -> None:
    assert distance(simhash(WORDS), simhash([*WORDS, "extra"])) <= NEAR
    assert distance(simhash(WORDS), simhash([f"other{number}" for number in range(400)])) > 15
    assert simhash([]) == 0


@given(st.lists(st.text()))
def test_simhash_is_a_fixed_64_bit_number(words: list[str]) -> None:
    assert 0 <= simhash(words) < 2**64
    assert simhash(words) == simhash(list(words))


def test_simhash_is_the_same_in_every_process() -> None:
    assert simhash(["red", "shoes", "for", "the", "summer"]) == 897402457849979681


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("a b c d", "a b c d", 1.0),
        ("a b c d", "w x y z", 0.0),
        ("a b c d", "a b c e", 1 / 3),
        ("a", "a", 1.0),
        ("", "", 0.0),
    ],
)
def test_resemblance(one: str, other: str, expected: float) -> None:
    assert resemblance(one.split(), other.split()) == pytest.approx(expected)


def test_template_hash_knows_the_set_only() -> None:
    assert template_hash(["html/body", "html/body/p.x"]) == template_hash(
        ["html/body/p.x", "html/body", "html/body"]
    )
    assert template_hash(["html/body"]) != template_hash(["html/body/p"])
    assert len(template_hash([])) == 16


def test_same_page_needs_text() -> None:
    assert same_page(page(PROSE), page(PROSE))
    assert not same_page(page(""), page(""))
    assert not same_page(page(PROSE), page("Something else entirely stands on this page of the web"))
    assert same_page(page(PROSE * 4), page(PROSE * 4 + " today")).endswith(("bits", "text"))
