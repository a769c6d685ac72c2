"""From a report file to rows for the store.

`incoming` reads and needs nothing but the file, so that of a large one a process of its own can do it
(`crawler.children.beside`); `Sorter` makes addresses even and says which rows can be stored.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress, islice
from pathlib import Path
from typing import Any

from crawler.reports.reading import read
from crawler.reports.statement import BadRow, Statement
from evidence.addresses.hosts import host_of, registrable_domain
from evidence.addresses.matching import Matcher
from evidence.addresses.urls import address_of, is_image_url
from evidence.property import Property
from store.intake.reported import ReportedPages, ReportedRows, ReportedTarget

BATCH = 1_000
"""Rows that are stored at a time."""
MOMENTS = ("first_seen", "last_seen", "lost")
NO_PAGE = ("", "", "", "")
NO_PAGES = ReportedPages((), (), (), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingTable:
    """A table of a report whose format is known."""

    name: str
    """Of the file, or of the member of an archive."""
    format: str
    """Id of the reader."""
    title: str
    tool: str
    line_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingFile:
    """A report that is about to be read."""

    sha256: str
    tables: tuple[IncomingTable, ...]
    passed_over: tuple[str, ...]
    """Other files of the same archive that hold no backlinks, each with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingRows:
    """Some rows of a table as columns, which go from process to process in a third of the time of objects."""

    said: Mapping[str, Sequence[Any]]
    """By the fields of `Statement`; moments in seconds since 1970, a link type by its word."""
    bad: tuple[BadRow, ...]
    """Rows among them that could not be read."""
    is_last: bool = False
    """The table ends here."""


Incoming = IncomingFile | IncomingRows


def incoming(path: Path) -> Iterator[Incoming]:
    """Read a report: first what file it is, then the rows of each of its tables.

    Raises:
        crawler.reports.errors.ReportError: nobody knows this kind of file, or it cannot be read.
    """
    reading = read(path)
    yield IncomingFile(
        sha256=reading.sha256,
        tables=tuple(
            IncomingTable(
                name=table.file_name,
                format=reader.id,
                title=reader.title,
                tool=reader.tool,
                line_count=table.text.line_count,
            )
            for reader, table in reading.tables
        ),
        passed_over=reading.passed_over,
    )
    for reader, table in reading.tables:
        rows = reader.statements(table)
        while batch := list(islice(rows, BATCH)):
            yield as_columns(batch)
        yield replace(as_columns(()), is_last=True)


def as_columns(rows: Sequence[Statement | BadRow]) -> IncomingRows:
    """Turn rows into columns."""
    bad = tuple(row for row in rows if isinstance(row, BadRow))
    stated = [row for row in rows if isinstance(row, Statement)] if bad else rows
    columns = zip(*stated, strict=True) if stated else ((),) * len(Statement._fields)
    said: dict[str, Sequence[Any]] = dict(zip(Statement._fields, columns, strict=True))
    said["type"] = [type.value if type else "" for type in said["type"]]
    for name in MOMENTS:
        said[name] = [int(when.timestamp()) if when else None for when in said[name]]
    return IncomingRows(said=said, bad=bad)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadColumn:
    """Cells of one column that could not be understood; what else stands in their rows was read."""

    column: str
    cells: int
    line: int
    """Where the first of them stands."""
    text: str
    """What it says."""


class Sorter:
    """Tells rows that the store can take from those that it cannot."""

    def __init__(self, property: Property) -> None:
        """For the rows of one table."""
        self.property = property
        self.own = 0
        """Rows whose referring page is on the property itself; left out."""
        self.elsewhere: Counter[str] = Counter()
        """Target hosts that do not belong to the property as it is set up, with their rows."""
        self.bad: list[BadRow] = []
        """Rows that were skipped."""
        self.unread: dict[str, UnreadColumn] = {}
        """Columns with cells that could not be understood, by name."""
        self._matcher = Matcher(property, ())
        self._site = f"https://{property.name}/"
        self._is_ours: dict[str, bool] = {}

    def usable(self, rows: IncomingRows) -> ReportedRows:
        """Keep what can be stored, in the file's order."""
        self.bad += rows.bad
        said = rows.said
        if not said["line"]:
            return ReportedRows(NO_PAGES, (), said)
        for line, cells in zip(said["line"], said["unread"], strict=True):
            for column, text in cells:
                self._leave_unread(column, text, line)
        pages = ReportedPages(*zip(*map(_page, said["source_url"]), strict=True))
        targets = [_target(url, self._site) if url else None for url in said["target_url"]]
        kept = list(
            map(
                self._keeps,
                pages.urls,
                pages.domains,
                targets,
                said["source_url"],
                said["target_url"],
                said["line"],
                said["member"],
            )
        )
        if not all(kept):
            pages = ReportedPages(*(list(compress(column, kept)) for column in pages))
            targets = list(compress(targets, kept))
            said = {name: list(compress(column, kept)) for name, column in said.items()}
        wanted = [target.url if target else "" for target in targets]
        sources = _without_logins(said["source_url"], pages.urls)
        targeted = _without_logins(said["target_url"], wanted)
        return ReportedRows(pages, targets, {**said, "source_url": sources, "target_url": targeted})

    def _keeps(
        self,
        page: str,
        domain: str,
        target: ReportedTarget | None,
        source_url: str,
        target_url: str,
        line: int,
        member: str,
    ) -> bool:
        if not page:
            self._skip("the referring page is no web address", source_url, line, member)
        elif target is None and target_url:
            self._skip("the target is no web address", target_url, line, member)
        elif domain in self.property.domains:
            self.own += 1
        else:
            if target and not self._ours(target.url):
                self.elsewhere[host_of(target.url)] += 1
            return True
        return False

    def _leave_unread(self, column: str, text: str, line: int) -> None:
        first = self.unread.get(column) or UnreadColumn(column=column, cells=0, line=line, text=text)
        self.unread[column] = replace(first, cells=first.cells + 1)

    def _skip(self, reason: str, text: str, line: int, member: str) -> None:
        self.bad.append(BadRow(line=line, member=member, reason=reason, text=text[:200]))

    def _ours(self, url: str) -> bool:
        """Say whether a target belongs to the property; reports name few targets over and over."""
        known = self._is_ours.get(url)
        if known is None:
            known = self._is_ours[url] = self._matcher.owns(url)
        return known


def _without_logins(reported: Sequence[str], found: Sequence[str]) -> Sequence[str]:
    """Give addresses as reported, but those with a user name or password as found (hostile case 15)."""
    if "@" not in "".join(reported):
        return reported
    return [url if raw.count("@") > url.count("@") else raw for raw, url in zip(reported, found, strict=True)]


def _page(url: str) -> tuple[str, str, str, str]:
    """Return the referring page; a bare host, as domain lists have it, stands for its home page."""
    address = address_of(url if "://" in url else f"http://{url}", "http://invalid/")
    return (*address, _domain(address.host)) if address else NO_PAGE


@lru_cache(maxsize=65_536)
def _target(url: str, site: str) -> ReportedTarget | None:
    """Return the target; a path alone, as access logs have it, is one of the property's own site."""
    address = address_of(url if "://" in url or url.startswith("/") else f"http://{url}", site)
    if address is None:
        return None
    return ReportedTarget(url=address.url, identity=address.identity, is_image=is_image_url(address.url))


_domain = lru_cache(maxsize=65_536)(registrable_domain)
