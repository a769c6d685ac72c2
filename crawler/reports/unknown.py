"""What a person is told whose file nobody recognises: what was seen, what comes nearest, what to do."""

import csv
from collections.abc import Sequence
from itertools import islice
from typing import Final

from crawler.reports.errors import ReportError, UnknownReportError
from crawler.reports.files.table import Table
from crawler.reports.reader import Reader
from crawler.reports.registry import readers

ALIKE: Final = 2
"""Columns in common from which on a known format is worth naming."""
SHOWN_CELL: Final = 40
SHOWN_CELLS: Final = 40
SHOWN_LINE: Final = 200
REMEDY: Final = (
    "Export the report again without changing its columns, or save the addresses alone, one a line."
)


def unknown(name: str, tables: Sequence[Table]) -> UnknownReportError:
    """Say of one file what its first row reads, and which known format it is nearest to."""
    first = max(
        (table for table in tables if not table.preamble), key=lambda table: len(table.header), default=None
    )
    cells = first.header if first else ()
    limit = SHOWN_CELL if len(cells) > 1 else SHOWN_LINE
    seen = ", ".join(cell[:limit] for cell in islice(cells, SHOWN_CELLS)) or "nothing that can be told apart"
    return UnknownReportError(
        f"{name}: no known report format. The first row reads: {seen}{_nearest(tables)}"
    )


def nothing_to_import(path: str, failed: Sequence[ReportError]) -> ReportError:
    """Return the one error for a file of which no part can be imported, with the remedy and all formats."""
    first, *others = failed
    told = "\n".join([f"{path}: nothing in it can be imported.", *map(str, failed)]) if others else str(first)
    if any(isinstance(error, UnknownReportError) for error in failed):
        return UnknownReportError(f"{told}\n{REMEDY}\nKnown formats:\n{_known()}")
    return first if not others else type(first)(told)


def _known() -> str:
    return "\n".join(f"  {reader.id:28} {reader.title}: {reader.example_header}" for reader in readers())


def _nearest(tables: Sequence[Table]) -> str:
    """Name the format that shares most columns with some reading of the file, and what is missing of it."""
    best: tuple[int, Reader, set[str]] | None = None
    for table in tables:
        for reader in readers():
            told = _columns(reader)
            shared = {name for name in told if name.casefold() in table.names}
            if len(shared) >= ALIKE and (best is None or len(shared) > best[0]):
                best = len(shared), reader, told - shared
    if best is None or not best[2]:
        return ""
    missing = ", ".join(f"“{name}”" for name in sorted(best[2]))
    return f"\nIt is nearest to {best[1].title}; of its columns these were not found: {missing}."


def _columns(reader: Reader) -> set[str]:
    """Return the columns that a format's shown header names; `…` stands for further ones."""
    header = reader.example_header
    (cells,) = csv.reader([header], delimiter="\t" if "\t" in header else ",")
    return {cell.strip() for cell in cells} - {"…"}
