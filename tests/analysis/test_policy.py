"""Every number has a reason; overrides name what exists."""

import re
from pathlib import Path

import pytest

from analysis.plugins import signals
from analysis.policy import PolicyError, defaults, policy, policy_from

NOBODY_HAS = r"\bmethods \d|field guide|\bdesign, section"
"""Working papers that are no part of the project."""


def test_every_default_says_why_and_whence() -> None:
    for entries in defaults().values():
        for entry in entries.values():
            assert entry.why.endswith(".")
            assert entry.source
            assert not re.search(NOBODY_HAS, entry.source), f"readers cannot look up: {entry.source}"


def test_every_section_belongs_to_something() -> None:
    assert set(defaults()) <= {signal.id for signal in signals()} | {"fusion", "queue", "harvest"}


def test_a_number_that_is_like_another_follows_it() -> None:
    like = {
        (section, name): tuple(entry.like.split("."))
        for section, entries in defaults().items()
        for name, entry in entries.items()
        if entry.like
    }
    assert like["keyword-page", "hosts"] == ("harvest", "hosts")
    for followed, of in like.values():
        assert not defaults()[followed][of].like, "none follows one that follows"
    rules = policy({"harvest": {"hosts": 9}, "picture-salad": {"hosts": 5}})
    assert rules["keyword-page"]["hosts"] == rules["context-mismatch"]["crowd"] == 9
    assert rules["picture-salad"]["hosts"] == 5, "its own override goes before"
    assert policy()["keyword-page"]["hosts"] == policy()["harvest"]["hosts"] == 4


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


def test_a_file_replaces_numbers(tmp_path: Path) -> None:
    file = tmp_path / "strict.toml"
    file.write_text("[fusion]\nauto = 0.9\n[gallery-page]\n", encoding="utf-8")
    assert policy_from(file)["fusion"]["auto"] == 0.9
    assert policy_from(file)["fusion"]["review"] == policy()["fusion"]["review"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[fusion]\nautoo = 0.9", r"no fusion\.autoo; \[fusion\] has at_least, review, auto"),
        ("[fussion]\nauto = 0.9", r"did you mean fusion\.auto.*Its sections are fusion, queue"),
        ("[fusion]\nauto = nan", "must be a number, not nan"),
        ("[fusion]\nauto = true", "must be a number, not True"),
        ("auto = 0.9", "auto stands in no section"),
        ("[fusion", "Expected"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "strict.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError, match=r"strict\.toml: .*" + said):
        policy_from(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"missing\.toml"):
        policy_from(tmp_path / "missing.toml")
