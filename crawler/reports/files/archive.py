"""Zip archives, hostile until shown otherwise (hostile case 90); nothing is ever unpacked to disk."""

import io
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import IO, Final

from crawler.reports.errors import UnreadableReportError
from crawler.reports.files.spreadsheet import worksheets
from crawler.reports.files.streams import Member, bounded, size_limit

MAX_DIRECTORY: Final = 1024 * 1024
"""Bytes of an archive's table of contents, which Python reads whole; a Search Console archive has 1 KB."""
END_OF_DIRECTORY: Final = b"PK\x05\x06"
"""Starts the last record of a zip file (APPNOTE.TXT 4.3.16), at most 65,557 bytes before its end."""
NOT_REPORTS: Final = ("__MACOSX/", ".")
"""What macOS adds to every archive."""


def archived(path: Path) -> tuple[Member, ...]:
    """The files of a zip archive, or the worksheets of an XLSX file.

    Raises `UnreadableReportError` for damaged and encrypted archives, and for entries that no export has:
    paths out of the archive, links, two files of one name, a content far larger than what is packed.
    """
    _check_directory(path)
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableReportError(f"{path}: a damaged zip archive ({error}). Copy it again.") from error
    names = [entry.filename for entry in entries]
    if "xl/workbook.xml" in names:
        return worksheets(path, entries)
    flaws = [flaw for entry in entries if (flaw := _flaw(entry))]
    if len(set(names)) != len(names):
        flaws.append("two files have one name")
    if not names:
        flaws.append("it is empty")
    if flaws:
        raise UnreadableReportError(
            f"{path}: not an archive a tool writes: {flaws[0]}. Unpack it and import each file."
        )
    return tuple(_member(path, entry) for entry in entries if not entry.filename.startswith(NOT_REPORTS))


def _check_directory(path: Path) -> None:
    """Refuse a vast table of contents before `zipfile` builds an object for each of a million entries."""
    with path.open("rb") as file:
        file.seek(max(0, file.seek(0, io.SEEK_END) - 65_557))
        tail = file.read()
    end = tail.rfind(END_OF_DIRECTORY)
    if end >= 0 and int.from_bytes(tail[end + 12 : end + 16], "little") > MAX_DIRECTORY:
        raise UnreadableReportError(
            f"{path}: lists far more files than an export has. Unpack it and import each file."
        )


def _flaw(entry: zipfile.ZipInfo) -> str:
    """What is wrong with an entry; empty when nothing is."""
    name = entry.filename
    if (
        name.startswith(("/", "\\"))
        or ":" in name[:2]
        or ".." in PurePosixPath(name.replace("\\", "/")).parts
    ):
        return f"{name!r} points outside of it"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return f"{name!r} is a symbolic link"
    if entry.flag_bits & 1:
        return f"{name!r} is encrypted"
    if entry.file_size > size_limit(entry.compress_size):
        return f"{name!r} unpacks to {entry.file_size:,} bytes from {entry.compress_size:,}"
    return ""


def _member(path: Path, entry: zipfile.ZipInfo) -> Member:
    def opened() -> IO[bytes]:
        with zipfile.ZipFile(path) as archive:  # the entry keeps the file open until it is closed itself
            return bounded(archive.open(entry), limit=size_limit(entry.compress_size), path=path)

    return Member(name=entry.filename, open=opened)
