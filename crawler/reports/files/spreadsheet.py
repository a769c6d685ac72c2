"""XLSX workbooks as text, one table a worksheet, bounded against the bombs of hostile cases 86 to 88.

calamine lays a sheet out as a full rectangle, so that two cells at opposite corners would take gigabytes: it
runs in a process of its own, which the kernel stops at `MEMORY` bytes and pebble after `SECONDS`.
"""

import csv
import io
import os
import resource
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from pebble import ProcessExpired, ProcessPool
from python_calamine import CalamineError, CalamineWorkbook

from crawler.reports.errors import UnreadableReportError
from crawler.reports.files.streams import Member

UNPACKED: Final = 100 * 1024 * 1024
"""Bytes of all parts of a workbook; as CSV the same rows have no such limit."""
RATIO: Final = 100
"""Unpacked to packed bytes of a workbook above `SMALL`."""
SMALL: Final = 10 * 1024 * 1024
MEMORY: Final = 1536 * 1024 * 1024
SECONDS: Final = 30
AS_CSV: Final = "Save it as CSV and import that."


def worksheets(path: Path, entries: Sequence[zipfile.ZipInfo]) -> tuple[Member, ...]:
    """The worksheets that are not empty, each as CSV with one line a row: a row's line is its row number.

    Raises `UnreadableReportError` for a damaged workbook and for one that is too large or pretends not to be.
    """
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > UNPACKED or (unpacked > SMALL and unpacked > packed * RATIO):
        raise UnreadableReportError(f"{path}: the workbook unpacks to {unpacked:,} bytes. {AS_CSV}")
    with ProcessPool(max_workers=1, context=get_context("spawn")) as pool:
        sheets = pool.schedule(_as_csv, args=[str(path)], timeout=SECONDS)
        try:
            found = sheets.result()
        except (TimeoutError, ProcessExpired, MemoryError) as error:
            raise UnreadableReportError(f"{path}: the workbook is too large to read. {AS_CSV}") from error
        except CalamineError as error:
            raise UnreadableReportError(f"{path}: a damaged workbook ({error}). {AS_CSV}") from error
    return tuple(Member(name=name, open=partial(io.BytesIO, content)) for name, content in found)


def _as_csv(path: str) -> list[tuple[str, bytes]]:
    """Runs in the confined process: name and content of each worksheet."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # calamine's last words are a page of stack trace
    book = CalamineWorkbook.from_path(path)
    found = []
    for name in book.sheet_names:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        for row in book.get_sheet_by_name(name).iter_rows():
            writer.writerow([_as_text(value) for value in row])
        if content := out.getvalue():
            found.append((name, content.encode(errors="replace")))
    return found


def _as_text(value: object) -> str:
    """A cell as a tool's CSV would have it, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return " ".join(str(value).splitlines())
