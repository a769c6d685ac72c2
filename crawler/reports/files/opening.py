"""From a path to the byte streams within it: plain, `.gz`, `.bz2`, `.zip`, `.xlsx`.

The kind is told by the first bytes and never by the name: a `.csv` that is really a spreadsheet is common.
"""

import bz2
import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO, Final

from crawler.reports.errors import UnreadableReportError
from crawler.reports.files.archive import archived
from crawler.reports.files.streams import Member, Readable, bounded, size_limit

OPENERS: Final[tuple[tuple[bytes, Callable[[Path], Readable]], ...]] = (
    (b"\x1f\x8b", gzip.GzipFile),
    (b"BZh", bz2.BZ2File),
)
"""First bytes of single compressed files (RFC 1952; bzip2) and what opens them."""
ARCHIVES: Final = (b"PK\x03\x04", b"PK\x05\x06")
"""First bytes of a zip archive and of an empty one (APPNOTE.TXT 4.3.7, 4.3.16)."""
OTHERS: Final = {
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls)",
    b"%PDF": "a PDF document",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\xfd7zX": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"SQLi": "a SQLite database",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
"""First bytes of what people pick by mistake."""


def members(path: Path) -> tuple[Member, ...]:
    """The streams within a file, in the file's order.

    Raises `UnreadableReportError` for a missing, empty or damaged file and for archives that no tool writes.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(4)
        packed = path.stat().st_size
    except OSError as error:
        raise UnreadableReportError(
            f"{path}: cannot be opened ({error.strerror}). Check the path."
        ) from error
    if not magic:
        raise UnreadableReportError(f"{path}: the file is empty. Export the report again.")
    for start, kind in OTHERS.items():
        if magic.startswith(start):
            raise UnreadableReportError(f"{path}: this is {kind}. Export the report as CSV, TSV or XLSX.")
    if magic in ARCHIVES:
        return archived(path)
    for start, unpack in OPENERS:
        if magic.startswith(start):
            unpacked = partial(_unpacked, path, unpack, limit=size_limit(packed))
            return (Member(name="", open=unpacked),)
    return (Member(name="", open=lambda: path.open("rb")),)


def _unpacked(path: Path, unpack: Callable[[Path], Readable], *, limit: int) -> IO[bytes]:
    return bounded(unpack(path), limit=limit, path=path)
