"""The chance that a model gives, and its way into the store and back."""

import pytest

from analysis.model.learned_model import Model

MODEL = Model(intercept=-1.0, scores={"telling": 3.0, "talker": 0.5}, spoke={"telling": 0.0, "talker": 0.5})


@pytest.mark.parametrize(
    ("findings", "chance"),
    [
        ([("telling", 1.0)], 0.881),
        ([("telling", 0.0)], 0.269),
        ([("telling", 0.5), ("telling", 1.0)], 0.777),
        ([("telling", 1.0), ("talker", 1.0)], 0.953),
        ([("telling", 1.0), ("unheard", 1.0)], 0.881),
        ([("unheard", 1.0)], None),
        ([], None),
    ],
)
def test_chances(findings: list[tuple[str, float]], chance: float | None) -> None:
    assert MODEL.chance(findings) == (None if chance is None else pytest.approx(chance, abs=0.001))


def test_numbers_come_back() -> None:
    assert Model.stored(MODEL.numbers()) == MODEL
    assert Model.stored({}) is None
