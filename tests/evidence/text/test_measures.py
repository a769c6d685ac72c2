import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.measures import compression
from tests.evidence.page_factory import PROSE


def test_repetition_compresses_and_prose_does_not() -> None:
    assert compression("buy red shoes cheap " * 200) > 20
    assert 1 < compression(PROSE) < 2
    assert compression("") == 0


@pytest.mark.parametrize("text", ["a", "ü" * 100_000, "\ud800"])
def test_any_size(text: str) -> None:
    assert compression(text) > 0


@given(st.text())
def test_never_negative(text: str) -> None:
    assert compression(text) >= 0
