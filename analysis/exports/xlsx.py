"""A workbook for people: the counts, what was found, and every backlink.

Cells are written as text by their type, never guessed, so that nothing in them is a formula or a link. A text
that would become a formula when somebody edits the cell also carries the spreadsheet's own quote prefix
(OWASP, CSV injection).
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from xlsxwriter import Workbook

from analysis.cases.dossier import BACKLINK_COLUMNS, Dossier
from analysis.export import Export
from analysis.exports.csv import DANGEROUS

CELL_LENGTH = 32_767
"""UTF-16 units in a cell (Microsoft, "Excel specifications and limits")."""
SHEET_ROWS = 1_048_575
"""Rows of a sheet below its header (same source); more go on the next sheet."""
FINDING_COLUMNS = (
    "domain",
    "domain_verdict",
    "page_url",
    "page_verdict",
    "signal",
    "score",
    "sentence",
    "quote",
    "advice",
)
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
WIDTHS = {"page_url": 60, "target_url": 50, "sentence": 60, "quote": 60, "verdict_reason": 60, "advice": 40}
"""Columns wider than the usual 18 characters."""
Row = Sequence[object]


def write(dossier: Dossier, path: Path) -> None:
    """Write the workbook a row at a time, so that memory does not grow with the backlinks."""
    with Workbook(path, OPTIONS) as book:
        book.set_properties({"title": f"Backlinks of {dossier.property_name}", "created": dossier.written_at})
        sheets = _Sheets(book)
        sheets.add("Overview", ("what", "which", "count"), _counts(dossier))
        sheets.add("Findings", FINDING_COLUMNS, _findings(dossier))
        parts: Iterable[pl.DataFrame] = dossier.backlinks.iter_slices(SHEET_ROWS)
        for number, part in enumerate(parts, start=1):
            name = "Backlinks" if number == 1 else f"Backlinks {number}"
            sheets.add(name, BACKLINK_COLUMNS, part.iter_rows())


def cell_text(text: str) -> str:
    """Return what fits into one cell, with an ellipsis where something was cut off."""
    units = text.encode("utf-16-le", "replace")
    if len(units) <= 2 * CELL_LENGTH:
        return text
    return units[: 2 * (CELL_LENGTH - 1)].decode("utf-16-le", "ignore") + "…"


class _Sheets:
    """Writes tables into a workbook, one sheet each."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._head = book.add_format({"bold": True})
        self._quoted = book.add_format({"quote_prefix": True})

    def add(self, name: str, header: Sequence[str], rows: Iterable[Row]) -> None:
        """Write one table with a header that stays in sight and can be filtered by."""
        sheet = self._book.add_worksheet(name)
        for column, title in enumerate(header):
            sheet.set_column(column, column, WIDTHS.get(title, 18))
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, header, self._head)
        last = 0
        for last, row in enumerate(rows, start=1):
            self._write(sheet, last, row)
        sheet.autofilter(0, 0, last, len(header) - 1)

    def _write(self, sheet: Any, number: int, row: Row) -> None:
        for column, value in enumerate(row):
            if isinstance(value, bool):
                sheet.write_boolean(number, column, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, column, value)
            elif value:
                text = cell_text(str(value))
                style = self._quoted if text.startswith(DANGEROUS) else None
                sheet.write_string(number, column, text, style)


def _counts(dossier: Dossier) -> Iterator[Row]:
    overview = dossier.overview
    yield "property", dossier.property_name, overview.backlinks
    for what, counts in (
        ("present", overview.present),
        ("absent", overview.absent),
        ("unknown", overview.unknown),
        ("pages", overview.pages),
        ("domains", overview.domains),
    ):
        for which, count in counts.items():
            yield what, which, count
    yield "not visited", "", overview.unvisited


def _findings(dossier: Dossier) -> Iterator[Row]:
    for case in dossier.flagged:
        for page in case.pages:
            for finding in page.findings:
                yield (
                    case.domain,
                    case.verdict.final,
                    page.url,
                    page.verdict.final,
                    finding.signal,
                    finding.score,
                    finding.sentence,
                    finding.quote,
                    page.advice,
                )


EXPORT = Export(id="xlsx", title="Workbook for people", file_name="linkwitness.xlsx", write=write)
