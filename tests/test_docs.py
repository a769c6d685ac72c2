"""The documents keep up with the code."""

import dataclasses
import re
from pathlib import Path

import pytest

from evidence.model import Carrier, HostCount, Measures, PageEvidence, Reference, Visibility, Window
from tests.crawler.hostile.attacks import ATTACKS

DOCS = Path(__file__).resolve().parent.parent / "docs"


@pytest.mark.parametrize("kind", [PageEvidence, Carrier, Reference, Window, Measures, HostCount])
def test_every_field_of_the_evidence_is_documented(kind: type) -> None:
    text = (DOCS / "evidence.md").read_text()
    missing = [field.name for field in dataclasses.fields(kind) if f"`{field.name}`" not in text]
    assert missing == []


def test_every_visibility_is_documented() -> None:
    text = (DOCS / "evidence.md").read_text()
    assert [one for one in Visibility if f"`{one}`" not in text] == []


def test_every_hostile_case_has_a_test_that_exists() -> None:
    text = (DOCS / "hostile.md").read_text()
    cases: list[int] = []
    for numbers in re.findall(r"(?m)^\| (\d[\d–, ]*) \|", text):
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", numbers):
            cases += range(int(first), int(last or first) + 1)
    assert sorted(cases) == list(range(1, 114))
    for file, name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text):
        assert f"def {name}(" in (DOCS.parent / file).read_text(), name
    assert [
        name for name in re.findall(r"world ([\w-]+)", text) if name not in {*ATTACKS, "meets", "NAME"}
    ] == []
