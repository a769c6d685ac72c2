"""The gate counts right, leaves open cases out, and fails where a floor is missed."""

import pytest

from eval.gate import Labelled, area_under_curve, interval, label, quality
from tests.web.cases import CASES


def _page(number: int, *, spam: bool, called: bool) -> Labelled:
    return Labelled(
        page_id=number,
        domain=f"host{number}.test",
        language="en",
        spam=spam,
        called_spam=called,
        flagged=called,
    )


PAGES = [
    *(_page(number, spam=True, called=True) for number in range(6)),
    *(_page(number, spam=True, called=False) for number in range(6, 8)),
    *(_page(number, spam=False, called=True) for number in range(8, 10)),
    *(_page(number, spam=False, called=False) for number in range(10, 20)),
]


def test_precision_recall_and_f1() -> None:
    found = quality(PAGES)
    assert (found.precision, found.recall, found.f1) == (0.75, 0.75, 0.75)


def test_no_calls_and_no_spam_are_no_errors() -> None:
    assert quality([_page(1, spam=False, called=False)]).f1 == 1.0


def test_interval_holds_the_share() -> None:
    low, high = interval(PAGES, "precision")
    assert 0.0 < low < 0.75 < high <= 1.0


@pytest.mark.parametrize(
    ("scores", "area"),
    [
        ({1: 0.9, 2: 0.8, 3: 0.1, 4: 0.2}, 1.0),
        ({1: 0.1, 2: 0.2, 3: 0.9, 4: 0.8}, 0.0),
        ({1: 0.5, 2: 0.5, 3: 0.5, 4: 0.5}, 0.5),
        ({1: 0.9, 2: 0.1, 3: 0.5}, 0.5),
        ({1: 0.9}, None),
    ],
)
def test_area_under_curve(scores: dict[int, float], area: float | None) -> None:
    assert area_under_curve(scores, {1: True, 2: True, 3: False, 4: False}) == area


def test_every_honest_case_is_labelled_honest() -> None:
    assert {label(case) for case in CASES if case.id.startswith("E")} == {False}
    assert {label(case) for case in CASES if case.id in {"A01", "C01"}} == {True}
    assert {label(case) for case in CASES if case.id == "D14"} == {None}
