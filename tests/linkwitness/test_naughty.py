"""Strings that break programs go through import and every export, and come out as harmless text."""

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from crawler.importing import import_report
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


def test_both_databases_keep_them(store: Store, tmp_path: Path) -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    with store.write() as session:
        put_property(session, Property(name="shop.test", domains=("shop.test",)), now=now)
    (done,) = import_report(store, "shop.test", report(tmp_path), now=now)
    assert not done.bad
    with store.read() as session:
        found = session.scalars(select(Statement.anchor).order_by(Statement.line)).all()
    assert list(found) == [kept(text) for text in NAUGHTY]


def test_every_export_gives_them_harmlessly(tmp_path: Path) -> None:
    linkwitness(tmp_path, "import", str(report(tmp_path)), "--property", "shop.test")
    told = linkwitness(tmp_path, "export", "--to", "out")
    assert told.code == 0, told.err
    document = json.loads((tmp_path / "out" / "linkwitness.json").read_text())
    assert {row["reported_anchor"] for row in document["backlinks"]} == {kept(text) for text in NAUGHTY}
    for path in (tmp_path / "out").iterdir():
        content = path.read_bytes()
        if path.suffix == ".csv":
            rows = list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True)))
            assert not [
                cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))
            ]
        if path.suffix == ".html":
            assert not [
                text for text in (b"<script>alert", b"<img src=x", b'" onmouseover') if text in content
            ]
        if path.suffix == ".txt":
            assert not [line for line in content.decode().splitlines() if line and line[0] != "#"]
    for number in (0, len(NAUGHTY) // 2):
        assert linkwitness(tmp_path, "show", f"https://a.test/{number}").code == 0


def test_show_prints_no_control_characters(tmp_path: Path) -> None:
    linkwitness(tmp_path, "import", str(report(tmp_path)), "--property", "shop.test")
    for number, text in enumerate(NAUGHTY):
        if "\x1b" in text:
            assert "\x1b" not in linkwitness(tmp_path, "show", f"https://a.test/{number}").out
