"""Gone pages speak with score 0; blocked ones are not gone."""

import pytest

from analysis.signals.dead_page import SIGNAL
from tests.analysis.factory import Web


@pytest.mark.parametrize(
    ("state", "reason", "score"),
    [
        ("absent", "gone", 0.0),
        ("absent", "parked", 0.0),
        ("absent", "soft-404", 0.0),
        ("absent", "redirected-home", None),
        ("absent", "same-as-home", None),
        ("absent", "replaced", None),
        ("unknown", "bot-wall", None),
        ("unknown", "name-not-found", None),
        ("unknown", "timeout", None),
        ("present", "embed", None),
    ],
)
def test_only_the_dead(state: str, reason: str, score: float | None) -> None:
    page = Web().page(visit={}, backlink={"state": state, "reason": reason})
    assert page.score(SIGNAL) == score


def test_it_closes_the_case() -> None:
    assert SIGNAL.closes
