"""The workbook: nothing in it runs, whatever the texts say, and every cell comes back."""

import re
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from analysis.cases.dossier import BACKLINK_COLUMNS
from analysis.exports import xlsx
from analysis.exports.xlsx import CELL_LENGTH, EXPORT, cell_text
from tests.analysis.exports.dossiers import HOSTILE, dossier

NAUGHTY = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "+1",
    "-1+1",
    "{=1+1}",
    '=HYPERLINK("https://evil.test","x")',
    "https://evil.test/",
    "internal:Sheet1!A1",
    "007",
    "1e5",
    "TRUE",
    "<x>&amp;\"'",
    "_x0041_",
    "a\x01b\x0b",
    "\u202egnp.exe",
    "\ufffe\uffff",
    "😀" * 10,
    "  spaces  ",
)


def _read(path: Path, sheet: str) -> list[list[object]]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    return [list(row) for row in rows]


def _parts(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if "worksheets/" in name)


@pytest.mark.parametrize("text", NAUGHTY)
def test_texts_stay_texts(text: str, tmp_path: Path) -> None:
    path = tmp_path / EXPORT.file_name
    EXPORT.write(dossier([{"page_url": "https://a.test/", "reported_title": text}]), path)
    header, row = _read(path, "Backlinks")
    assert isinstance(row[header.index("reported_title")], str)
    assert row[header.index("signals")] == 3
    assert row[header.index("flagged")] is True
    assert row[header.index("page_score")] == 0.8
    parts = _parts(path)
    assert not re.search(r"<f[ >]|<hyperlink|Relationship ", parts)


@pytest.mark.parametrize(
    "text", [text for text in NAUGHTY if text.isprintable() and "_x" not in text] + [HOSTILE]
)
def test_texts_come_back(text: str, tmp_path: Path) -> None:
    EXPORT.write(dossier([{"page_url": "https://a.test/", "reported_title": text}]), tmp_path / "book.xlsx")
    header, row = _read(tmp_path / "book.xlsx", "Backlinks")
    assert row[header.index("reported_title")] == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a" * CELL_LENGTH, "a" * CELL_LENGTH),
        ("a" * (CELL_LENGTH + 1), "a" * (CELL_LENGTH - 1) + "…"),
        ("😀" * CELL_LENGTH, "😀" * ((CELL_LENGTH - 1) // 2) + "…"),
        ("\ud800", "\ud800"),
    ],
)
def test_long_texts_are_cut(text: str, shown: str) -> None:
    assert cell_text(text) == shown


def test_dangerous_texts_carry_the_quote_prefix(tmp_path: Path) -> None:
    path = tmp_path / EXPORT.file_name
    EXPORT.write(
        dossier([{"page_url": "https://a.test/", "reported_title": "=1", "reported_left": "plain"}]), path
    )
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
    formats = re.findall(r"<xf [^>]*>", styles.partition("<cellXfs")[2].partition("</cellXfs>")[0])
    (quoted,) = [number for number, style in enumerate(formats) if 'quotePrefix="1"' in style]
    assert re.search(rf's="{quoted}" t="inlineStr"><is><t>=1</t>', _parts(path))
    assert re.search(r'<c r="[A-Z]+2" t="inlineStr"><is><t>plain</t>', _parts(path))


def test_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "SHEET_ROWS", 2)
    path = tmp_path / EXPORT.file_name
    EXPORT.write(dossier([{"page_url": f"https://a.test/{number}"} for number in range(5)]), path)
    assert CalamineWorkbook.from_path(path).sheet_names == [
        "Overview", "Findings", "Backlinks", "Backlinks 2", "Backlinks 3",
    ]  # fmt: skip
    pages = [row[0] for name in ("Backlinks", "Backlinks 2", "Backlinks 3") for row in _read(path, name)[1:]]
    assert pages == [f"https://a.test/{number}" for number in range(5)]
    assert _read(path, "Backlinks 3")[0] == list(BACKLINK_COLUMNS)
    assert ["absent", "same-as-home", 1.0] in _read(path, "Overview")
    assert HOSTILE in _read(path, "Findings")[1]


def test_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    EXPORT.write(dossier(), tmp_path / "a.xlsx")
    EXPORT.write(dossier(), tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
