from importlib import import_module
from pathlib import Path

import pytest

import crawler.reports
from crawler.reports.files.opening import members
from crawler.reports.files.table import candidates
from crawler.reports.files.text import survey
from crawler.reports.reader import Reader
from crawler.reports.registry import readers
from tests.crawler.reports.saying import DATA, needs_data
from tests.crawler.reports.test_reading import EXPORTS


def test_every_module_with_a_reader_is_found() -> None:
    folder = Path(crawler.reports.__path__[0])
    named = {
        path.stem.replace("_", "-")
        for path in folder.glob("*.py")
        if "\nREADER = " in path.read_text("utf-8")
    }
    assert {reader.id for reader in readers()} == named


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.id)
def test_every_reader_is_complete(reader: Reader) -> None:
    module = import_module(f"crawler.reports.{reader.id.replace('-', '_')}")
    assert module.READER is reader
    assert module.__doc__
    assert reader.title
    assert reader.tool
    assert reader.example_header
    assert "\n" not in reader.example_header


def test_every_reader_is_documented() -> None:
    text = (Path(__file__).resolve().parents[3] / "docs" / "formats.md").read_text("utf-8")
    listed = [line.split("`")[1] for line in text.splitlines() if line.startswith("| `")]
    assert sorted(listed) == [reader.id for reader in readers()]


@needs_data
@pytest.mark.parametrize("name", [name for name, *_ in EXPORTS])
def test_at_most_one_reader_knows_a_file(name: str) -> None:
    path = DATA / name
    (member,) = members(path)
    known = {
        reader.id
        for table in candidates(survey(member), path.name)
        for reader in readers()
        if reader.recognise(table)
    }
    assert len(known) == 1
