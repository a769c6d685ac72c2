"""Taking reported backlinks in: bulk inserts that change nothing the second time.

Every key comes from content (`store.identity`), so a row that is already there is left alone, and the
import needs no look-ups. The caller holds one transaction for the whole file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from store.identity import key
from store.models import Backlink, Base, Domain, Frontier, Page, Report, Statement, Target
from store.properties import property_key


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPage:
    """The referring page of a statement, ready to be keyed."""

    identity: str
    """Normal form of the URL: what makes two spellings one page."""
    url: str
    """Absolute, to be fetched."""
    host: str
    domain: str
    """Registrable domain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedTarget:
    """The linked URL of a statement, ready to be keyed."""

    identity: str
    url: str
    is_image: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedBacklink:
    """One row of a report, ready to be stored."""

    page: ReportedPage
    target: ReportedTarget | None
    statement: Mapping[str, Any]
    """The columns of `store.models.Statement` but for its keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """The file that the rows come from."""

    sha256: str
    file_name: str
    format: str
    tool: str


class ReportImport:
    """One file on its way into the store."""

    def __init__(self, session: Session, property_name: str, file: ReportFile, *, now: datetime) -> None:
        """Start with the file's own row."""
        self.session = session
        self.property_name = property_name
        self.property_id = property_key(property_name)
        self.report_id = key("report", property_name, file.sha256)
        self.now = now
        self.is_known = session.get(Report, self.report_id) is not None
        self._insert(
            Report,
            [
                {
                    "id": self.report_id,
                    "property_id": self.property_id,
                    "sha256": file.sha256,
                    "file_name": file.file_name,
                    "format": file.format,
                    "tool": file.tool,
                    "imported_at": now,
                    "rows": 0,
                    "skipped": 0,
                }
            ],
        )
        self._backlinks_before = self._count_backlinks()

    def add(self, rows: Sequence[ReportedBacklink]) -> None:
        """Store a batch; some thousand rows at a time keep memory flat."""
        pages: dict[int, dict[str, Any]] = {}
        domains: dict[int, dict[str, Any]] = {}
        targets: dict[int, dict[str, Any]] = {}
        backlinks: dict[int, dict[str, Any]] = {}
        statements: list[dict[str, Any]] = []
        for row in rows:
            domain_id = key("domain", row.page.domain)
            page_id = key("page", row.page.identity)
            target_id = self._target(row.target, targets)
            backlink_id = key("backlink", self.property_name, str(page_id), str(target_id or ""))
            domains[domain_id] = {"id": domain_id, "name": row.page.domain, "leased_by": ""}
            pages[page_id] = {
                "id": page_id,
                "domain_id": domain_id,
                "url": row.page.url,
                "host": row.page.host,
            }
            backlinks[backlink_id] = {
                "id": backlink_id,
                "property_id": self.property_id,
                "page_id": page_id,
                "target_id": target_id,
                **_NOT_VISITED,
            }
            statements.append({**row.statement, "report_id": self.report_id, "backlink_id": backlink_id})
        self._insert(Domain, domains.values())
        self._insert(Page, pages.values())
        self._insert(Frontier, [self._due(page) for page in pages.values()])
        self._insert(Target, targets.values())
        self._insert(Backlink, backlinks.values())
        self._insert(Statement, statements)

    def finish(self, *, skipped: int) -> int:
        """Note the counts on the report; return how many backlinks are new."""
        report = self.session.get_one(Report, self.report_id, populate_existing=True)
        report.skipped = skipped
        rows = self.session.scalar(
            select(func.count()).select_from(Statement).where(Statement.report_id == self.report_id)
        )
        report.rows = rows or 0
        return self._count_backlinks() - self._backlinks_before

    def _target(self, target: ReportedTarget | None, targets: dict[int, dict[str, Any]]) -> int | None:
        if target is None:
            return None
        target_id = key("target", self.property_name, target.identity)
        targets[target_id] = {
            "id": target_id,
            "property_id": self.property_id,
            "url": target.url,
            "is_image": target.is_image,
            "page_url": "",
        }
        return target_id

    def _due(self, page: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "page_id": page["id"],
            "domain_id": page["domain_id"],
            "due_at": self.now,
            "attempts": 0,
            "interval": 0,
        }

    def _insert(self, model: type[Base], rows: Iterable[Mapping[str, Any]]) -> None:
        values = [dict(row) for row in rows]
        if not values:
            return
        table = model.__table__
        assert isinstance(table, Table)
        dialect = self.session.get_bind().dialect.name
        insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
        self.session.connection().execute(insert(table).on_conflict_do_nothing(), values)

    def _count_backlinks(self) -> int:
        rows = self.session.scalar(
            select(func.count()).select_from(Backlink).where(Backlink.property_id == self.property_id)
        )
        return rows or 0


_NOT_VISITED = {
    "state": "",
    "reason": "",
    "detail": "",
    "level": "",
    "visibility": "",
    "seen_loads": 0,
    "loads": 0,
}
