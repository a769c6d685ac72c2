"""Every number has a reason; overrides name what exists."""

import pytest

from analysis.plugins import signals
from analysis.policy import PolicyError, defaults, policy


def test_every_default_says_why_and_whence() -> None:
    for entries in defaults().values():
        for entry in entries.values():
            assert entry.why.endswith(".")
            assert entry.source


def test_every_section_belongs_to_something() -> None:
    assert set(defaults()) <= {signal.id for signal in signals()} | {"fusion"}


def test_override_replaces_one_number() -> None:
    rules = policy({"fusion": {"auto": 0.9}})
    assert rules["fusion"]["auto"] == 0.9
    assert rules["fusion"]["review"] == 0.5


@pytest.mark.parametrize(
    "wrong", [{"fusion": {"autoo": 1.0}}, {"nothing": {"auto": 1.0}}, {"fusion": {"auto": "1"}}]
)
def test_wrong_override_is_named(wrong: dict[str, dict[str, float]]) -> None:
    with pytest.raises(PolicyError, match="auto"):
        policy(wrong)
