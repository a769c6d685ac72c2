"""From a report file into the store: read, normalise, check, store in one transaction.

A row that cannot be used is skipped, counted and kept with its line and reason; an import that fails
half-way leaves nothing behind.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from pathlib import Path

from crawler.reports.files.table import Table
from crawler.reports.reader import Reader
from crawler.reports.reading import read
from crawler.reports.statement import BadRow, Statement
from evidence.errors import LinkwitnessError
from evidence.matching import Matcher
from evidence.property import Property
from evidence.urls import host_of, is_image_url, normal_form, registrable_domain, resolve
from store.bulk import indexed_afterwards
from store.database import Store
from store.imports import (
    STATEMENT_COLUMNS,
    ReportedBacklink,
    ReportedPage,
    ReportedTarget,
    ReportFile,
    ReportImport,
)
from store.properties import find_property

BATCH = 1_000
"""Rows that are stored at a time."""
_said = attrgetter(*STATEMENT_COLUMNS)
_TYPE = STATEMENT_COLUMNS.index("type")


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
    passed_over: tuple[str, ...] = ()
    """Other files of the same archive that hold no backlinks, each with the reason."""


class _Sorter:
    """Turns statements into rows for the store, and sets aside what cannot become one."""

    def __init__(self, property: Property) -> None:
        self.property = property
        self.matcher = Matcher(property, ())
        self.rows = 0
        self.own = 0
        self.elsewhere: Counter[str] = Counter()
        self.bad: list[BadRow] = []
        self._site = f"https://{property.name}/"
        self._is_ours: dict[str, bool] = {}

    def usable(self, statements: Iterable[Statement | BadRow]) -> Iterator[ReportedBacklink]:
        """Yield what can be stored, in the file's order."""
        for row in statements:
            if isinstance(row, BadRow):
                self.bad.append(row)
                continue
            page = _page(row.source_url)
            if page is None:
                self.bad.append(_unusable(row, "the referring page is no web address", row.source_url))
                continue
            target = _target(row.target_url, self._site) if row.target_url else None
            if row.target_url and target is None:
                self.bad.append(_unusable(row, "the target is no web address", row.target_url))
                continue
            if page.domain in self.property.domains:
                self.own += 1
                continue
            if target is not None and not self._ours(target.url):
                self.elsewhere[host_of(target.url)] += 1
            self.rows += 1
            yield ReportedBacklink(page=page, target=target, statement=_values(row))

    def _ours(self, url: str) -> bool:
        """Say whether a target belongs to the property; reports name few targets over and over."""
        known = self._is_ours.get(url)
        if known is None:
            known = self._is_ours[url] = self.matcher.owns(url)
        return known


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
    reading = read(path)
    done = []
    with store.write(bulk=True) as session, indexed_afterwards(session):
        property = find_property(session, property_name).property
        for reader, table in reading.tables:
            file = ReportFile(
                sha256=reading.sha256,
                part=table.file_name if len(reading.tables) > 1 else "",
                file_name=path.name,
                format=reader.id,
                tool=reader.tool,
            )
            report = ReportImport(session, property_name, file, now=now)
            done.append(_import_table(report, _Sorter(property), reader, table, on_rows))
    return (replace(done[0], passed_over=reading.passed_over), *done[1:])


def import_pairs(
    store: Store, property_name: str, pairs: Sequence[tuple[str, str]], *, now: datetime
) -> None:
    """Import pairs of page and target (empty: none) that a person named instead of a report.

    Raises:
        LinkwitnessError: a page or a target is no web address.
    """
    sorter = _Sorter(Property(name=property_name))
    said = [
        Statement(line=n, source_url=page, target_url=target) for n, (page, target) in enumerate(pairs, 1)
    ]
    rows = list(sorter.usable(said))
    if sorter.bad:
        raise LinkwitnessError(f"{sorter.bad[0].reason}: {sorter.bad[0].text}")
    with store.write() as session:
        file = ReportFile(sha256="", file_name="", format="", tool="")
        report = ReportImport(session, property_name, file, now=now)
        report.add(rows)
        report.finish(skipped=0)


def _import_table(
    report: ReportImport,
    sorter: _Sorter,
    reader: Reader,
    table: Table,
    on_rows: Callable[[int, int], None] | None,
) -> Imported:
    new = 0
    if not report.is_known:
        rows = sorter.usable(reader.statements(table))
        while batch := list(islice(rows, BATCH)):
            report.add(batch)
            if on_rows:
                on_rows(len(batch), table.text.line_count)
        new = report.finish(skipped=len(sorter.bad))
    return Imported(
        file_name=report.file.part or report.file.file_name,
        format=reader.title,
        rows=report.rows,
        new_backlinks=new,
        was_known=report.is_known,
        own=sorter.own,
        elsewhere=sorter.elsewhere,
        bad=tuple(sorter.bad),
    )


def _page(url: str) -> ReportedPage | None:
    """Return the referring page; a bare host, as domain lists have it, stands for its home page."""
    absolute = resolve(url if "://" in url else f"http://{url}", "http://invalid/")
    if absolute is None:
        return None
    host = host_of(absolute)
    return ReportedPage(identity=normal_form(absolute), url=absolute, host=host, domain=_domain(host))


@lru_cache(maxsize=65_536)
def _target(url: str, site: str) -> ReportedTarget | None:
    """Return the target; a path alone, as access logs have it, is one of the property's own site."""
    absolute = resolve(url if "://" in url or url.startswith("/") else f"http://{url}", site)
    if absolute is None:
        return None
    return ReportedTarget(identity=normal_form(absolute), url=absolute, is_image=is_image_url(absolute))


_domain = lru_cache(maxsize=65_536)(registrable_domain)


def _values(row: Statement) -> tuple[object, ...]:
    """Return what the row says in the store's order; a link type by its word."""
    values: tuple[object, ...] = _said(row)
    return (*values[:_TYPE], row.type.value if row.type else "", *values[_TYPE + 1 :])


def _unusable(row: Statement, reason: str, text: str) -> BadRow:
    return BadRow(line=row.line, member=row.member, reason=reason, text=text[:200])
