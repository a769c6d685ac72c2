"""Traits speak; their absence does not."""

import pytest

from analysis.signals.generator_traits import SIGNAL
from tests.analysis.factory import Web


@pytest.mark.parametrize(
    ("traits", "score"),
    [('["tbn-fallback"]', 0.9), ('["tbn-fallback", "source-captions"]', 1.0), ("[]", None)],
)
def test_traits(traits: str, score: float | None) -> None:
    assert Web().page(visit={"traits": traits}).score(SIGNAL) == score


def test_a_page_cut_off_gives_no_finding() -> None:
    assert Web().page(visit={"traits": '["tbn-fallback"]', "cut_short": True}).score(SIGNAL) is None


def test_quotes_them() -> None:
    (finding,) = Web().page(visit={"traits": '["tbn-fallback", "fake-download"]'}).findings(SIGNAL)
    assert finding["quote"] == "tbn-fallback, fake-download"


@pytest.mark.parametrize(
    ("traits", "decisive"),
    [
        ('["fake-downloads", "niche-path"]', True),
        ('["niche-path", "rights-page"]', False),
        ('["niche-path", "self-linked-images"]', False),
        ('["address-reset"]', False),
    ],
)
def test_two_marks_of_a_kit_decide(traits: str, *, decisive: bool) -> None:
    (finding,) = Web().page(visit={"traits": traits}).findings(SIGNAL)
    assert finding["decisive"] is decisive


def test_what_says_nothing_of_a_generator_is_left_out() -> None:
    (finding,) = (
        Web()
        .page(
            visit={
                "traits": '["credited-makers", "names-no-host", "niche-path", "not-for-free", "off-keyword-pictures"]'
            }
        )
        .findings(SIGNAL)
    )
    assert (finding["quote"], finding["score"]) == ("niche-path", 0.9)
