"""The gate counts right, leaves open cases out, and fails where a floor is missed."""

import pytest

from eval.gate import below
from eval.judging import label
from eval.quality import interval, precision_recall, quality
from eval.renderings.cases import renderings


class Page:
    def __init__(self, number: int, *, spam: bool | None, called: bool, score: float = 0.5) -> None:
        self.domain = f"host{number}.test"
        self.spam = spam
        self.called_spam = called
        self.score = score


PAGES = [
    *(Page(number, spam=True, called=True, score=0.9) for number in range(6)),
    *(Page(number, spam=True, called=False, score=0.4) for number in range(6, 8)),
    *(Page(number, spam=False, called=True, score=0.8) for number in range(8, 10)),
    *(Page(number, spam=False, called=False, score=0.1) for number in range(10, 20)),
    Page(20, spam=None, called=True, score=1.0),
]


def test_shares_and_areas() -> None:
    found = quality(PAGES)
    assert (found.precision, found.recall, found.f1) == (0.75, 0.75, 0.75)
    assert found.area == pytest.approx(92 / 96)
    assert found.average_precision == pytest.approx(0.75 + 0.25 * 0.8)


def test_no_calls_and_no_spam_are_no_errors() -> None:
    found = quality([Page(1, spam=False, called=False)])
    assert (found.f1, found.area, found.average_precision) == (1.0, None, None)


def test_interval_holds_the_share_and_is_the_same_every_time() -> None:
    low, high = interval(PAGES, lambda drawn: precision_recall(drawn)[0])
    assert 0.0 < low < 0.75 < high <= 1.0
    assert (low, high) == interval(PAGES, lambda drawn: precision_recall(drawn)[0])


@pytest.mark.parametrize(
    ("floors", "failures"),
    [
        ({"open": {"recall": 0.8}}, 0),
        ({"open": {"recall": 0.81}}, 1),
        ({"ceilings": {"honest_flagged": 3.0}}, 0),
        ({"ceilings": {"honest_flagged": 2.0}}, 1),
    ],
)
def test_floors_and_ceilings(floors: dict[str, dict[str, float]], failures: int) -> None:
    found = {"open": {"recall": 0.8}, "ceilings": {"honest_flagged": 3.0}}
    assert len(below(found, floors)) == failures


def test_labels_follow_the_taxonomy() -> None:
    labels: dict[str, set[bool | None]] = {}
    for one in renderings():
        labels.setdefault(one.case.id, set()).add(label(one.case))
    assert {name for name, found in labels.items() if len(found) > 1} == set()
    assert all(labels[f"E{number:02}"] == {False} for number in range(1, 37))
    assert labels["A01"] == labels["C01"] == labels["B01"] == {True}
    assert labels["D14"] == labels["A25"] == {None}
