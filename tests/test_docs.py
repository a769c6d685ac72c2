"""The documents keep up with the code."""

import dataclasses
from pathlib import Path

import pytest

from evidence.model import Carrier, HostCount, Measures, PageEvidence, Reference, Visibility, Window

DOCS = Path(__file__).resolve().parent.parent / "docs"


@pytest.mark.parametrize("kind", [PageEvidence, Carrier, Reference, Window, Measures, HostCount])
def test_every_field_of_the_evidence_is_documented(kind: type) -> None:
    text = (DOCS / "evidence.md").read_text()
    missing = [field.name for field in dataclasses.fields(kind) if f"`{field.name}`" not in text]
    assert missing == []


def test_every_visibility_is_documented() -> None:
    text = (DOCS / "evidence.md").read_text()
    assert [one for one in Visibility if f"`{one}`" not in text] == []
