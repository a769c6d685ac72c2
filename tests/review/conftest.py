"""One analysed store for all tests of the review page; those that decide work on a copy."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review.serving import Served, reviewed, served


@pytest.fixture(scope="session")
def analysed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the demonstration, crawled and analysed; not to be changed."""
    folder = tmp_path_factory.mktemp("reviewed")
    reviewed(folder)
    return folder


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
