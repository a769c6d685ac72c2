"""Taking reported backlinks in: bulk inserts that change nothing the second time.

Rows are staged (`store.intake.staging`) and moved when their table ends. Keys come from content
(`store.identity`), so nothing is looked up, and what is already there is left alone. The caller holds one
transaction for the whole file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.orm import Session

from store.identity import key
from store.intake.reported import ReportedRows, ReportedTarget
from store.intake.staging import Staging, incoming, table_of
from store.models import Backlink, Base, Domain, Frontier, Page, Report, Statement, Target
from store.properties import property_key


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """The file that the rows come from."""

    sha256: str
    part: str = ""
    """Which table of an archive or workbook; empty when the file holds just one."""
    file_name: str
    format: str
    tool: str


_DOMAINS = incoming(Domain.id, Domain.name)
_BACKLINKS = incoming(
    Backlink.id, Backlink.page_id, Backlink.target_id, Page.domain_id, Page.url, Page.host, Statement.line
)
"""With the page of each, told once a backlink instead of once a page: a table less to be filled."""
_STATEMENTS = incoming(*(getattr(Statement, column.name) for column in table_of(Statement).columns))
REMEMBERED = 65_536
"""Domains and targets whose keys are kept at hand and that are not staged again."""
T = TypeVar("T")
Key = TypeVar("Key", int, int | None)


class ReportImport:
    """One file on its way into the store."""

    def __init__(
        self,
        session: Session,
        property_name: str,
        file: ReportFile,
        *,
        now: datetime,
        is_first: bool = False,
    ) -> None:
        """Note the file. `is_known` says whether this very file was imported before, with how many `rows`.

        `is_first` is for the first table that comes into an empty store (`store.intake.first_rows`): its
        statements go straight into theirs, before the backlinks that they belong to.
        """
        self.session = session
        self.property_name = property_name
        self.property_id = property_key(property_name)
        self.file = file
        self.report_id = _report_key(property_name, file)
        self.now = now
        known = session.get(Report, self.report_id)
        self.is_known = known is not None
        self.rows = known.rows if known else 0
        self._is_first = is_first
        self._statements = table_of(Statement) if is_first else _STATEMENTS
        self._columns = tuple(self._statements.c.keys())
        self._named: set[int | None] = set()
        self._staging = Staging(session, _DOMAINS, _BACKLINKS, _STATEMENTS)
        if not self.is_known:
            session.add(self._report(file))
            session.flush()
            self._staging.open()

    def add(self, rows: ReportedRows) -> None:
        """Stage a batch; some thousand rows at a time keep memory flat."""
        if not rows.targets:
            return
        urls, identities, hosts, domains = rows.pages
        pages = [key("page", identity) for identity in identities]
        targets = [_target_key(self.property_name, of.identity) if of else None for of in rows.targets]
        backlinks = [
            key("backlink", self.property_name, str(page), str(target or ""))
            for page, target in zip(pages, targets, strict=True)
        ]
        domain_ids = list(map(_domain_key, domains))
        named = self._unnamed(zip(domain_ids, domains, strict=True))
        self._staging.fill(_DOMAINS, {"id": list(named), "name": list(named.values())})
        staged = (backlinks, pages, targets, domain_ids, urls, hosts, rows.statements["line"])
        self._staging.fill(_BACKLINKS, dict(zip(_BACKLINKS.c.keys(), staged, strict=True)))
        said = {**rows.statements, "report_id": [self.report_id] * len(backlinks), "backlink_id": backlinks}
        self._staging.fill(self._statements, {name: said[name] for name in self._columns})
        self._add_targets(self._unnamed(zip(targets, rows.targets, strict=True)))

    def _unnamed(self, things: Iterable[tuple[Key, T]]) -> dict[Key, T]:
        """Keep of things by key those that were not staged before, as far as is remembered."""
        if len(self._named) > REMEMBERED:
            self._named.clear()
        new = {}
        for its_key, thing in things:
            if its_key not in self._named:
                self._named.add(its_key)
                new[its_key] = thing
        return new

    def _add_targets(self, targets: Mapping[int | None, ReportedTarget | None]) -> None:
        rows = [
            {
                "id": its_key,
                "property_id": self.property_id,
                "url": of.url,
                "is_image": of.is_image,
                "page_url": "",
            }
            for its_key, of in targets.items()
            if of
        ]
        if rows:
            self._staging.add(Target, rows)

    def finish(self, *, skipped: int) -> int:
        """Move what was staged into the tables; return how many backlinks are new."""
        before = self._count(Backlink, Backlink.property_id == self.property_id)
        row = _BACKLINKS.c
        staging, is_first = self._staging, self._is_first
        staging.move(Domain, {**_DOMAINS.c, "leased_by": literal("")}, by=_DOMAINS.c.id)
        page = {"id": row.page_id, "domain_id": row.domain_id, "url": row.url, "host": row.host}
        staging.move(Page, page, by=row.page_id, first=row.line, into_empty=is_first)
        staging.move(Frontier, self._due(), by=row.page_id, into_empty=is_first)
        backlink = {"id": row.id, "page_id": row.page_id, "target_id": row.target_id}
        staging.move(Backlink, {**backlink, **self._never_visited()}, by=row.id, into_empty=is_first)
        if self._statements is _STATEMENTS:
            staging.move(Statement, dict(_STATEMENTS.c))
        staging.close()
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

    def _due(self) -> dict[str, ColumnElement[Any]]:
        return {
            "page_id": _BACKLINKS.c.page_id,
            "domain_id": _BACKLINKS.c.domain_id,
            "due_at": literal(self.now, Frontier.due_at.type),
            "attempts": literal(0),
            "interval": literal(0),
        }

    def _never_visited(self) -> dict[str, ColumnElement[Any]]:
        return {
            "property_id": literal(self.property_id, Backlink.property_id.type),
            **{name: literal("") for name in ("state", "reason", "detail", "level", "visibility")},
            "seen_loads": literal(0),
            "loads": literal(0),
        }

    def _count(self, model: type[Base], where: ColumnElement[bool]) -> int:
        return self.session.scalar(select(func.count()).select_from(model).where(where)) or 0


@lru_cache(maxsize=REMEMBERED)
def _domain_key(domain: str) -> int:
    return key("domain", domain)


@lru_cache(maxsize=REMEMBERED)
def _target_key(property_name: str, identity: str) -> int:
    return key("target", property_name, identity)


def is_imported(session: Session, property_name: str, file: ReportFile) -> bool:
    """Say whether this very file was imported for the property."""
    return session.get(Report, _report_key(property_name, file)) is not None


def _report_key(property_name: str, file: ReportFile) -> int:
    return key("report", property_name, file.sha256, file.part)
