"""The door: from the path of a report to its statements."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from crawler.reports.elsewhere import not_backlinks
from crawler.reports.errors import NoBacklinksError, ReportError, UnknownReportError, UnreadableReportError
from crawler.reports.files.opening import members
from crawler.reports.files.streams import Member
from crawler.reports.files.table import HEAD, Table, candidates
from crawler.reports.files.text import survey
from crawler.reports.reader import Reader
from crawler.reports.registry import readers
from crawler.reports.statement import BadRow, Statement
from crawler.reports.unknown import nothing_to_import, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A recognised report. Iterating over it reads it, lazily and in constant memory, as often as wanted."""

    reader: Reader
    sha256: str
    """Of the file as it lies there, in hexadecimal: the same file is never imported twice."""
    line_count: int
    """Lines in the report, near enough to show progress."""
    tables: tuple[tuple[Reader, Table], ...]
    """What is read: one table, or several of an archive or a spreadsheet."""
    passed_over: tuple[str, ...]
    """Files within an archive that hold no backlinks, each with the reason."""

    def __iter__(self) -> Iterator[Statement | BadRow]:
        for reader, table in self.tables:
            yield from reader.statements(table)


def read(path: Path, *, format: str | None = None) -> Reading:
    """Recognise a report and make it ready to be read.

    Args:
        path: The file as the tool wrote it: text in any encoding, `.gz`, `.bz2`, `.zip` or `.xlsx`.
        format: The id of the only reader to ask, for a file that is taken for something else.

    Raises:
        UnreadableReportError: The file is missing, empty, binary, damaged or a bomb.
        UnknownReportError: No reader knows it; the message lists the columns seen and the formats known.
        NoBacklinksError: It is a known export that lists something else; the message names the one to take.
    """
    found: list[tuple[Reader, Table]] = []
    failed: list[ReportError] = []
    streams = members(path)
    with ThreadPoolExecutor(1) as beside:
        sha256 = beside.submit(_sha256, path)
        for member in streams:
            try:
                found.append(_recognised(path, member, format=format))
            except (UnknownReportError, NoBacklinksError, UnreadableReportError) as error:
                failed.append(error)
    if not found:
        raise nothing_to_import(str(path), failed)
    if len({reader.tool for reader, _ in found}) > 1:
        titles = ", ".join(sorted({reader.title for reader, _ in found}))
        raise UnknownReportError(
            f"{path}: holds reports of several tools ({titles}). Unpack it and import each by itself."
        )
    return Reading(
        reader=found[0][0],
        sha256=sha256.result(),
        line_count=sum(table.text.line_count for _, table in found),
        tables=tuple(found),
        passed_over=tuple(str(error) for error in failed),
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _recognised(path: Path, member: Member, *, format: str | None) -> tuple[Reader, Table]:
    """The reader for one stream and its way of reading the stream as a table."""
    name = f"{path}: {member.name}" if member.name else str(path)
    text = survey(member)
    tables = list(candidates(text, member.name or path.name))
    if format is None and (message := next(filter(None, map(not_backlinks, tables)), "")):
        raise NoBacklinksError(f"{name}: {message}")
    for table in tables:
        for reader in readers():
            if format in {None, reader.id} and reader.recognise(table):
                return reader, table
    if text.is_binary:
        raise UnreadableReportError(f"{name}: not a text file. Export the report as CSV, TSV or XLSX.")
    if not any(map(str.strip, islice(text.lines(), HEAD))):
        raise UnreadableReportError(f"{name}: nothing but blank lines. Export the report again.")
    raise unknown(name, tables)
