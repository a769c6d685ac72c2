"""A running review page for tests that look; those that decide work on a copy of the store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review.serving import Served, served


@pytest.fixture
def folder(analysed: Path, tmp_path: Path) -> Path:
    """Give a copy to decide in."""
    shutil.copytree(analysed / "linkwitness-data", tmp_path / "linkwitness-data")
    return tmp_path


@pytest.fixture(scope="session")
def server(analysed: Path) -> Iterator[Served]:
    """Give a running server for all that only look, or are refused."""
    with served(analysed) as running:
        yield running
