"""The typed table: types, days, nulls, and texts that come back as they went in."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from analysis.cases.dossier import BACKLINK_COLUMNS
from analysis.exports.parquet import EXPORT
from tests.analysis.exports.dossiers import HOSTILE, dossier


def _read_back(tmp_path: Path, *rows: dict[str, object]) -> pl.DataFrame:
    EXPORT.write(dossier(rows), tmp_path / EXPORT.file_name)
    return pl.read_parquet(tmp_path / EXPORT.file_name)


def test_types_and_texts(tmp_path: Path) -> None:
    frame = _read_back(tmp_path, {"page_url": "https://a.test/"}, {"page_url": "=1+1", "page_score": None})
    assert tuple(frame.columns) == BACKLINK_COLUMNS
    assert frame.schema["flagged"] == pl.Boolean
    assert frame.schema["page_score"] == pl.Float64
    assert frame["reported_anchor"].to_list() == [HOSTILE, HOSTILE]
    assert frame["page_url"].to_list() == ["https://a.test/", "=1+1"]
    assert frame["page_score"].to_list() == [0.8, None]


@pytest.mark.parametrize(("day", "stored"), [("2026-01-02", date(2026, 1, 2)), ("", None)])
def test_days(tmp_path: Path, day: str, stored: date | None) -> None:
    frame = _read_back(tmp_path, {"page_url": "https://a.test/", "first_seen": day})
    assert frame.schema["first_seen"] == pl.Date
    assert frame["first_seen"].to_list() == [stored]
