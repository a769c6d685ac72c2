"""Every backlink as one CSV row, safe to open in a spreadsheet.

A cell that a spreadsheet could run as a formula gets an apostrophe in front (OWASP, CSV injection), and so
does one that begins with an apostrophe: taking one leading apostrophe off gives every cell back.
"""

import csv
from pathlib import Path

from analysis.cases.dossier import BACKLINK_COLUMNS, Dossier
from analysis.export import Export

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")  # noqa: RUF001  # full-width forms run too
"""First characters that spreadsheets take as the start of a formula."""


def write(dossier: Dossier, path: Path) -> None:
    """Write the table: UTF-8 with a byte order mark, which spreadsheets need to see the encoding."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(BACKLINK_COLUMNS)
        for row in dossier.backlinks.iter_rows():
            writer.writerow([neutral(value) for value in row])


def neutral(value: object) -> str:
    """Return a cell's text with nothing in it that runs; a null is empty."""
    text = "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def original(cell: str) -> str:
    """Undo `neutral` for text."""
    return cell.removeprefix("'")


EXPORT = Export(id="csv", title="All backlinks as a table", file_name="backlinks.csv", write=write)
