"""Taking reported backlinks in: bulk inserts that change nothing the second time.

Rows first go into a temporary table without indexes, as fast as the driver takes them, and from there
into the real tables in the order of their keys. Keys come from content (`store.identity`), so nothing is
looked up, and what is already there is left alone. The caller holds one transaction for the whole file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, MetaData, Select, Table, func, literal, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from store.identity import key
from store.models import Backlink, Base, Domain, Frontier, Page, Report, Statement, Target
from store.properties import property_key


class ReportedPage(NamedTuple):
    """The referring page of a statement, ready to be keyed. A tuple: a report has a million of them."""

    identity: str
    """Normal form of the URL: what makes two spellings one page."""
    url: str
    """Absolute, to be fetched."""
    host: str
    domain: str
    """Registrable domain."""


class ReportedTarget(NamedTuple):
    """The linked URL of a statement, ready to be keyed."""

    identity: str
    url: str
    is_image: bool


class ReportedBacklink(NamedTuple):
    """One row of a report, ready to be stored."""

    page: ReportedPage
    target: ReportedTarget | None
    statement: Sequence[Any]
    """The values of `STATEMENT_COLUMNS`, in that order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """The file that the rows come from."""

    sha256: str
    part: str = ""
    """Which table of an archive or workbook; empty when the file holds just one."""
    file_name: str
    format: str
    tool: str


STATEMENT_COLUMNS = tuple(
    column.name for column in Statement.__table__.columns if column.name not in {"report_id", "backlink_id"}
)
"""What a row says, in the order in which `ReportedBacklink.statement` gives it."""


def _like(name: str, column: ColumnElement[Any]) -> Column[Any]:
    return Column(name, column.type)


_STAGING = Table(
    "incoming_statement",
    MetaData(),
    _like("domain_id", Domain.id.expression),
    _like("domain", Domain.name.expression),
    _like("page_id", Page.id.expression),
    _like("page_url", Page.url.expression),
    _like("host", Page.host.expression),
    _like("target_id", Target.id.expression),
    _like("linked_url", Target.url.expression),
    _like("is_image", Target.is_image.expression),
    _like("backlink_id", Backlink.id.expression),
    *(_like(name, Statement.__table__.c[name]) for name in STATEMENT_COLUMNS),
    prefixes=["TEMPORARY"],
)
_IN = _STAGING.c
_MOMENTS = slice(STATEMENT_COLUMNS.index("first_seen"), STATEMENT_COLUMNS.index("lost") + 1)
_STAGE = str(_STAGING.insert().compile(dialect=sqlite.dialect()))


class ReportImport:
    """One file on its way into the store."""

    def __init__(self, session: Session, property_name: str, file: ReportFile, *, now: datetime) -> None:
        """Note the file. `is_known` says whether this very file was imported before, with how many `rows`."""
        self.session = session
        self.property_name = property_name
        self.property_id = property_key(property_name)
        self.file = file
        self.report_id = key("report", property_name, file.sha256, file.part)
        self.now = now
        known = session.get(Report, self.report_id)
        self.is_known = known is not None
        self.rows = known.rows if known else 0
        if not self.is_known:
            session.add(self._report(file))
            session.flush()
            _STAGING.create(session.connection())

    def add(self, rows: Iterable[ReportedBacklink]) -> None:
        """Stage a batch; some thousand rows at a time keep memory flat."""
        if self.session.get_bind().dialect.name == "postgresql":
            self._copy(map(self._staged, rows))
        else:
            self.session.connection().exec_driver_sql(_STAGE, [self._staged(row) for row in rows])

    def finish(self, *, skipped: int) -> int:
        """Move what was staged into the tables; return how many backlinks are new."""
        before = self._count(Backlink, Backlink.property_id == self.property_id)
        self._move(Domain, {"id": _IN.domain_id, "name": _IN.domain, "leased_by": literal("")})
        self._move(
            Page, {"id": _IN.page_id, "domain_id": _IN.domain_id, "url": _IN.page_url, "host": _IN.host}
        )
        self._move(Frontier, self._due())
        self._move(Target, self._targets(), _IN.target_id.is_not(None))
        self._move(Backlink, self._backlinks())
        self._move(Statement, self._statements())
        _STAGING.drop(self.session.connection())
        report = self.session.get_one(Report, self.report_id)
        report.rows = self.rows = self._count(Statement, Statement.report_id == self.report_id)
        report.skipped = skipped
        return self._count(Backlink, Backlink.property_id == self.property_id) - before

    def _report(self, file: ReportFile) -> Report:
        return Report(
            id=self.report_id,
            property_id=self.property_id,
            sha256=file.sha256,
            file_name=file.file_name,
            format=file.format,
            tool=file.tool,
            imported_at=self.now,
            rows=0,
            skipped=0,
        )

    def _staged(self, row: ReportedBacklink) -> tuple[Any, ...]:
        page, target, said = row
        page_id = key("page", page.identity)
        target_id = _target_key(self.property_name, target.identity) if target else None
        return (
            _domain_key(page.domain),
            page.domain,
            page_id,
            page.url,
            page.host,
            target_id,
            target.url if target else None,
            target.is_image if target else None,
            key("backlink", self.property_name, str(page_id), str(target_id or "")),
            *said[: _MOMENTS.start],
            *map(_seconds, said[_MOMENTS]),
            *said[_MOMENTS.stop :],
        )

    def _copy(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Stage through PostgreSQL's COPY, several times faster than INSERT."""
        cursor = self.session.connection().connection.cursor()
        with cursor.copy(f"COPY {_STAGING.name} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def _move(
        self, model: type[Base], values: Mapping[str, ColumnElement[Any]], *where: ColumnElement[bool]
    ) -> None:
        table = model.__table__
        assert isinstance(table, Table)
        dialect = self.session.get_bind().dialect.name
        insert = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
        chosen: Select[Any] = select(*(value.label(name) for name, value in values.items()))
        ordered = chosen.select_from(_STAGING).where(true(), *where)
        if table is not Statement.__table__:  # which keeps the order of the file
            ordered = ordered.order_by(next(iter(values.values())), _IN.line)
        self.session.connection().execute(
            insert.from_select(list(values), ordered, include_defaults=False).on_conflict_do_nothing()
        )

    def _due(self) -> dict[str, ColumnElement[Any]]:
        return {
            "page_id": _IN.page_id,
            "domain_id": _IN.domain_id,
            "due_at": literal(self.now, Frontier.due_at.type),
            "attempts": literal(0),
            "interval": literal(0),
        }

    def _targets(self) -> dict[str, ColumnElement[Any]]:
        return {
            "id": _IN.target_id,
            "property_id": literal(self.property_id, Target.id.type),
            "url": _IN.linked_url,
            "is_image": _IN.is_image,
            "page_url": literal(""),
        }

    def _backlinks(self) -> dict[str, ColumnElement[Any]]:
        never = {name: literal("") for name in ("state", "reason", "detail", "level", "visibility")}
        return {
            "id": _IN.backlink_id,
            "property_id": literal(self.property_id, Target.id.type),
            "page_id": _IN.page_id,
            "target_id": _IN.target_id,
            **never,
            "seen_loads": literal(0),
            "loads": literal(0),
        }

    def _statements(self) -> dict[str, ColumnElement[Any]]:
        return {
            "line": _IN.line,
            "report_id": literal(self.report_id, Report.id.type),
            "backlink_id": _IN.backlink_id,
            **{name: _IN[name] for name in STATEMENT_COLUMNS if name != "line"},
        }

    def _count(self, model: type[Base], where: ColumnElement[bool]) -> int:
        return self.session.scalar(select(func.count()).select_from(model).where(where)) or 0


@lru_cache(maxsize=65_536)
def _domain_key(domain: str) -> int:
    return key("domain", domain)


@lru_cache(maxsize=65_536)
def _target_key(property_name: str, identity: str) -> int:
    return key("target", property_name, identity)


def _seconds(when: datetime | None) -> int | None:
    return int(when.timestamp()) if when else None
