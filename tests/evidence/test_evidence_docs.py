"""The documented JSON is the JSON: every field, value and reason has its place in `docs/evidence.md`."""

from dataclasses import fields
from pathlib import Path

import pytest

from evidence.model import (
    Carrier,
    HostCount,
    Kind,
    Level,
    Measures,
    PageEvidence,
    Place,
    Reference,
    Visibility,
    Window,
    WordCount,
)
from evidence.page.belonging import NAMES_NO_HOST, OTHER_LANGUAGE
from evidence.page.link_runs import LINK_RUN, TRADE_RUN
from evidence.page.trait_rules import PATTERNS
from evidence.presence import Reason
from evidence.visited import State

TEXT = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text(encoding="utf-8")
NAMES = [
    *(
        field.name
        for part in (PageEvidence, Carrier, Window, Reference, HostCount, WordCount, Measures)
        for field in fields(part)
    ),
    *(value.value for words in (Kind, Level, Visibility, Place, State, Reason) for value in words),
    *(trait.id for trait in PATTERNS),
    OTHER_LANGUAGE,
    NAMES_NO_HOST,
    LINK_RUN,
    TRADE_RUN,
]


@pytest.mark.parametrize("name", sorted(set(NAMES)))
def test_every_name_is_documented(name: str) -> None:
    assert f"`{name}`" in TEXT
