"""Strings that break programs go through import and every export, and come out as harmless text."""

import csv
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
import turbohtml
from sqlalchemy import select

from crawler.imports.importing import import_report
from evidence.property import Property
from store.database import Store
from store.models import Statement
from store.properties import put_property
from tests.linkwitness.program import linkwitness
from tests.naughty import NAUGHTY


def report(folder: Path) -> Path:
    path = folder / "links.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(("Source Url", "Anchor text", "Target Url"))
        for number, text in enumerate(NAUGHTY):
            writer.writerow((f"https://a.test/{number}", text, "https://shop.test/"))
    return path


def kept(text: str) -> str:
    """A report's line ends within a cell all read as one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def test_the_table_is_as_long_as_the_big_list() -> None:
    assert len(NAUGHTY) >= 515


def test_both_databases_keep_them(store: Store, tmp_path: Path) -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    with store.write() as session:
        put_property(session, Property(name="shop.test", domains=("shop.test",)), now=now)
    (done,) = import_report(store, "shop.test", report(tmp_path), now=now)
    assert not done.bad
    with store.read() as session:
        found = session.scalars(select(Statement.anchor).order_by(Statement.line)).all()
    assert list(found) == [kept(text) for text in NAUGHTY]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("naughty")
    linkwitness(folder, "import", str(report(folder)), "--property", "shop.test")
    told = linkwitness(folder, "export", "--to", "out")
    assert told.code == 0, told.err
    for number in (0, len(NAUGHTY) // 2):
        assert linkwitness(folder, "show", f"https://a.test/{number}").code == 0
    return folder / "out"


def test_data_for_programs_has_them_as_they_are(exported: Path) -> None:
    wanted = {kept(text) for text in NAUGHTY}
    document = json.loads((exported / "linkwitness.json").read_text())
    assert {row["reported_anchor"] for row in document["backlinks"]} == wanted
    lines = (path.read_text().split("\n") for path in exported.glob("**/*.jsonl"))
    rows = [json.loads(line) for file in lines for line in file if line]
    assert {row["reported_anchor"] for row in rows if "reported_anchor" in row} == wanted
    (table,) = (
        frame
        for path in exported.glob("**/*.parquet")
        if "reported_anchor" in (frame := pl.read_parquet(path)).columns
    )
    assert set(table["reported_anchor"]) == wanted


def test_no_cell_of_a_table_is_a_formula(exported: Path) -> None:
    tables = list(exported.glob("*.csv"))
    assert tables
    for path in tables:
        rows = csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True))
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    (book,) = exported.glob("*.xlsx")
    with zipfile.ZipFile(book) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert not [sheet for sheet in sheets if b"<f>" in sheet or b"<f " in sheet or b"<hyperlink" in sheet]


def test_the_page_has_no_markup_of_theirs(exported: Path) -> None:
    pages = list(exported.glob("*.html"))
    assert pages
    for path in pages:
        document = turbohtml.parse(path.read_bytes())
        assert not document.find_all(["script", "img", "iframe", "object", "form"])
        assert not [
            name for element in document.select("*") for name in element.attrs if name.startswith("on")
        ]


def test_the_disavow_draft_names_nobody(exported: Path) -> None:
    (draft,) = exported.glob("*.txt")
    assert not [line for line in draft.read_text().splitlines() if line and line[0] != "#"]


def test_show_prints_no_control_characters(tmp_path: Path) -> None:
    linkwitness(tmp_path, "import", str(report(tmp_path)), "--property", "shop.test")
    for number, text in enumerate(NAUGHTY):
        if "\x1b" in text:
            assert "\x1b" not in linkwitness(tmp_path, "show", f"https://a.test/{number}").out
