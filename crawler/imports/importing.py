"""Importing a report: its rows go into the store in one transaction.

A row that cannot be used is skipped, counted and kept with its line and reason; an import that fails
half-way leaves nothing behind.
"""

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from crawler.children.beside import beside, without_collecting
from crawler.imports.incoming import (
    Incoming,
    IncomingFile,
    IncomingRows,
    IncomingTable,
    Sorter,
    UnreadColumn,
    as_columns,
    incoming,
)
from crawler.reports.statement import BadRow, Statement
from evidence.errors import LinkwitnessError
from evidence.property import Property
from store.database import Store
from store.intake.first_rows import indexed_afterwards
from store.intake.imports import ReportFile, ReportImport, is_imported
from store.properties import find_property

LARGE_BYTES = 8 * 1024 * 1024
"""Size from which a file is worth a second process, which takes half a second to start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did."""

    file_name: str
    """Of the file, or of the member of an archive."""
    format: str
    rows: int
    """Rows of the file that state a backlink."""
    new_backlinks: int
    was_known: bool
    """Whether this very file had been imported before; then nothing was read."""
    own: int
    """Rows whose referring page is on the property itself; left out."""
    elsewhere: Counter[str]
    """Target hosts that do not belong to the property as it is set up, with their rows."""
    bad: tuple[BadRow, ...]
    """Rows that were skipped."""
    unread: tuple[UnreadColumn, ...]
    """Columns with cells that could not be understood and were left out."""
    passed_over: tuple[str, ...] = ()
    """Other files of the same archive that hold no backlinks, each with the reason; with the first table."""


def import_report(
    store: Store,
    property_name: str,
    path: Path,
    *,
    now: datetime,
    on_rows: Callable[[int, int], None] | None = None,
) -> tuple[Imported, ...]:
    """Import one file for one property, in one transaction; an archive may hold several tables.

    Args:
        store: where to.
        property_name: whose backlinks these are.
        path: the file.
        now: when; new pages are due for a visit from then on.
        on_rows: told how many rows were stored since the last call, and how many lines the table has.

    Raises:
        crawler.reports.errors.ReportError: nobody knows this kind of file, or it cannot be read.
        store.properties.UnknownPropertyError: there is no such property.
    """
    with store.read() as session:
        property = find_property(session, property_name).property
    with closing(_rows(path)) as arriving, without_collecting():
        file = next(arriving)
        assert isinstance(file, IncomingFile)
        tables = [(table, _report_file(path, file, table)) for table in file.tables]
        with store.write(bulk=True) as session, indexed_afterwards(session) as is_first:
            if all(is_imported(session, property_name, report_file) for _, report_file in tables):
                arriving.close()
            done: list[Imported] = []
            for table, report_file in tables:
                is_alone = is_first and not done
                report = ReportImport(session, property_name, report_file, now=now, is_first=is_alone)
                done.append(_import_table(report, table, Sorter(property), arriving, on_rows))
    return (replace(done[0], passed_over=file.passed_over), *done[1:])


def import_pairs(
    store: Store, property_name: str, pairs: Sequence[tuple[str, str]], *, now: datetime
) -> None:
    """Import pairs of page and target (empty: none) that a person named instead of a report.

    Raises:
        LinkwitnessError: a page or a target is no web address.
    """
    said = [
        Statement(line=n, source_url=page, target_url=target) for n, (page, target) in enumerate(pairs, 1)
    ]
    sorter = Sorter(Property(name=property_name))
    rows = sorter.usable(as_columns(said))
    if sorter.bad:
        raise LinkwitnessError(f"{sorter.bad[0].reason}: {sorter.bad[0].text}")
    with store.write() as session:
        file = ReportFile(sha256="", file_name="", format="", tool="")
        report = ReportImport(session, property_name, file, now=now)
        report.add(rows)
        report.finish(skipped=0)


def _rows(path: Path) -> Generator[Incoming]:
    """Read a report; a large one in a process of its own, so that reading and storing go on at once."""
    is_large = path.is_file() and path.stat().st_size >= LARGE_BYTES
    yield from beside(incoming, path) if is_large else incoming(path)


def _report_file(path: Path, file: IncomingFile, table: IncomingTable) -> ReportFile:
    return ReportFile(
        sha256=file.sha256,
        part=table.name if len(file.tables) > 1 else "",
        file_name=path.name,
        format=table.format,
        tool=table.tool,
    )


def _import_table(
    report: ReportImport,
    table: IncomingTable,
    sorter: Sorter,
    arriving: Iterator[Incoming],
    on_rows: Callable[[int, int], None] | None,
) -> Imported:
    """Store the rows of a table up to its end; those of a report that is known are passed over."""
    new = 0
    for rows in arriving:
        assert isinstance(rows, IncomingRows)
        if not report.is_known and (rows.said["line"] or rows.bad):
            report.add(sorter.usable(rows))
            if on_rows:
                on_rows(len(rows.said["line"]), table.line_count)
        if rows.is_last:
            break
    if not report.is_known:
        new = report.finish(skipped=len(sorter.bad))
    return Imported(
        file_name=report.file.part or report.file.file_name,
        format=table.title,
        rows=report.rows,
        new_backlinks=new,
        was_known=report.is_known,
        own=sorter.own,
        elsewhere=sorter.elsewhere,
        bad=tuple(sorter.bad),
        unread=tuple(sorter.unread.values()),
    )
