"""The table: nothing in it runs, and every cell can be had back."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cases.dossier import BACKLINK_COLUMNS
from analysis.exports.csv import DANGEROUS, EXPORT, neutral, original
from tests.analysis.exports.dossiers import HOSTILE, dossier


@given(st.text())
def test_neutral_is_harmless_and_reversible(cell: str) -> None:
    shown = neutral(cell)
    assert original(shown) == cell
    assert shown.startswith("'") or not shown.startswith(DANGEROUS)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("plain", "plain"),
        ("'quoted", "''quoted"),
        (None, ""),
        (0.8, "0.800"),
        (3, "3"),
        ("", ""),
    ],
)
def test_cells(value: object, cell: str) -> None:
    assert neutral(value) == cell


def test_file_reads_back(tmp_path: Path) -> None:
    path = tmp_path / EXPORT.file_name
    EXPORT.write(dossier(), path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, row = list(csv.reader(file))
    assert header == list(BACKLINK_COLUMNS)
    assert original(row[header.index("reported_anchor")]) == HOSTILE
    assert row[header.index("page_score")] == "0.800"


def test_golden_file(tmp_path: Path) -> None:
    path = tmp_path / EXPORT.file_name
    EXPORT.write(
        dossier([{"page_url": "https://spam.test/", "reported_title": "=1+1", "page_score": None}]), path
    )
    assert path.read_bytes() == (
        b"\xef\xbb\xbf" + ",".join(BACKLINK_COLUMNS).encode() + b"\r\n"
        b"https://spam.test/,spam.test,spam.test,https://shop.test/iris.jpg,absent,same-as-home,"
        b"the same text as the home page,,,spam,,True,3,Decided by one finding.,spam,1,1,,,'=1+1,,"
        b'"<script>alert(1)</script>""\'=cmd|x\n# domain:victim.test",,image,2026-01-02,,1\r\n'
    )
