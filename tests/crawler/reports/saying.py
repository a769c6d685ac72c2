"""What tests of readers share: read a text as a report, and look only at what its rows say."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.reports.reading import Reading, read
from crawler.reports.statement import BadRow, Statement

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"third-party test material is not at {DATA}")


def written(folder: Path, text: str | bytes, *, name: str = "report.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def reading(folder: Path, text: str | bytes, *, name: str = "report.csv") -> Reading:
    return read(written(folder, text, name=name))


def said(row: Statement | BadRow) -> dict[str, object]:
    """The fields of a row that say something."""
    assert isinstance(row, Statement), row
    return {
        name: value
        for name, value in row._asdict().items()
        if name != "line" and value != Statement._field_defaults.get(name)
    }


def sources(rows: Reading) -> list[str]:
    """Addresses of the statements; bad rows as `bad <line>`."""
    return [row.source_url if isinstance(row, Statement) else f"bad {row.line}" for row in rows]


def day(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
