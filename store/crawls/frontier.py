"""The frontier: which pages are due, and which worker has which domain.

A worker leases registrable domains, never single pages, so that two workers cannot be impolite to one host
together. A lease ends when the worker says so, when it is not renewed in time, or when its process is gone.
"""

import os
import socket
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.orm import Session

from store.crawls.due import COLUMNS, due_pages
from store.crawls.pages import DuePage
from store.database import Store
from store.models import Backlink, Domain, Frontier, Page
from store.properties import property_key

ID_BATCH = 500
"""Keys per query; SQLite takes at most 32,766 bound values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasedDomain:
    """A registrable domain that is ours for now."""

    id: int
    name: str


class Queue:
    """The due pages of one property, as one worker sees them."""

    def __init__(
        self,
        store: Store,
        property_name: str,
        *,
        worker: str,
        lease_s: int,
        page_ids: Collection[int] | None = None,
    ) -> None:
        """`page_ids`: visit only these, due or not."""
        self._store = store
        self._property_id = property_key(property_name)
        self._worker = worker
        self._lease = timedelta(seconds=lease_s)
        self._named = None if page_ids is None else self._by_domain(page_ids)
        self._cursor = 0

    def lease(self, limit: int, *, now: datetime) -> list[LeasedDomain]:
        """Take up to `limit` free domains that have due pages; empty when there are none.

        Keys are hashes, so walking them in order interleaves the domains at random, and remembering where
        the walk stood keeps each call as cheap as the first.
        """
        with self._store.write() as session:
            found = self._free(session, limit, now=now)
            if len(found) < limit and self._cursor:
                self._cursor = 0
                taken = {domain.id for domain in found}
                found += [d for d in self._free(session, limit - len(found), now=now) if d.id not in taken]
            session.execute(
                update(Domain)
                .where(Domain.id.in_([domain.id for domain in found]))
                .values(leased_by=self._worker, leased_until=now + self._lease)
            )
        if found:
            self._cursor = found[-1].id
        return found

    def due(self, domain_ids: Sequence[int], limit: int, *, now: datetime) -> list[DuePage]:
        """Return due pages of leased domains, domain by domain in the order of their keys, longest due first.

        Fewer than `limit` are all there are; of `limit`, every domain before the last one has all its pages.
        """
        query = (
            select(*COLUMNS)
            .join(Page, Page.id == Frontier.page_id)
            .where(Frontier.domain_id.in_(domain_ids), self._has_backlink(Frontier.page_id))
            .order_by(Frontier.domain_id, Frontier.due_at, Frontier.page_id)
            .limit(limit)
        )
        if self._named is None:
            query = query.where(Frontier.due_at <= now)
        else:
            named = [page for domain in sorted(domain_ids) for page in sorted(self._named.get(domain, ()))]
            query = query.where(Frontier.page_id.in_(named[:limit]))
        with self._store.read() as session:
            return due_pages(session, session.execute(query).all(), property_id=self._property_id)

    def done(self, page: DuePage) -> None:
        """Strike a named page off the list, once its visit is stored."""
        if self._named is not None:
            self._named[page.domain_id].discard(page.id)
            if not self._named[page.domain_id]:
                del self._named[page.domain_id]

    def count(self, *, now: datetime) -> int:
        """Return how many pages wait to be visited."""
        if self._named is not None:
            return sum(len(pages) for pages in self._named.values())
        with self._store.read() as session:
            return (
                session.scalar(
                    select(func.count())
                    .select_from(Frontier)
                    .where(Frontier.due_at <= now, self._has_backlink(Frontier.page_id))
                )
                or 0
            )

    def due_again(self, reason: str, *, now: datetime) -> None:
        """Let pages be due now that could not be looked at for a reason which is no failure of theirs."""
        unseen = select(Backlink.page_id).where(
            Backlink.property_id == self._property_id, Backlink.reason == reason
        )
        with self._store.write() as session:
            session.execute(
                update(Frontier)
                .where(Frontier.page_id.in_(unseen), Frontier.due_at > now)
                .values(due_at=now, attempts=0)
            )

    def renew(self, *, now: datetime) -> None:
        """Give a sign of life for every domain that is still ours."""
        with self._store.write() as session:
            session.execute(
                update(Domain).where(Domain.leased_by == self._worker).values(leased_until=now + self._lease)
            )

    def release(self, domain_ids: Sequence[int]) -> None:
        """Hand domains back."""
        with self._store.write() as session:
            session.execute(
                update(Domain)
                .where(Domain.id.in_(domain_ids), Domain.leased_by == self._worker)
                .values(_NOBODY)
            )

    def release_all(self) -> None:
        """Hand back every domain of this worker."""
        with self._store.write() as session:
            session.execute(update(Domain).where(Domain.leased_by == self._worker).values(_NOBODY))

    def release_dead(self) -> int:
        """Free the domains of workers of this machine whose process is gone; return how many."""
        host = f"{socket.gethostname()}/"
        with self._store.write() as session:
            names = session.scalars(
                select(Domain.leased_by).where(Domain.leased_by.startswith(host, autoescape=True)).distinct()
            )
            dead = [name for name in names if not _is_alive(name)]
            if not dead:
                return 0
            result = session.execute(
                update(Domain).where(Domain.leased_by.in_(dead)).values(_NOBODY).returning(Domain.id)
            )
            return len(result.all())

    def _free(self, session: Session, limit: int, *, now: datetime) -> list[LeasedDomain]:
        query = (
            select(Domain.id, Domain.name)
            .where(
                Domain.id > self._cursor,
                or_(Domain.leased_until.is_(None), Domain.leased_until < now),
                or_(Domain.not_before.is_(None), Domain.not_before <= now),
                self._is_wanted(now),
            )
            .order_by(Domain.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=Domain)
        )
        return [LeasedDomain(id=row.id, name=row.name) for row in session.execute(query)]

    def _is_wanted(self, now: datetime) -> ColumnElement[bool]:
        if self._named is not None:
            following = sorted(id for id in self._named if id > self._cursor)
            return Domain.id.in_(following[:ID_BATCH])
        return exists().where(
            Frontier.domain_id == Domain.id, Frontier.due_at <= now, self._has_backlink(Frontier.page_id)
        )

    def _has_backlink(self, page_id: Any) -> ColumnElement[bool]:
        return exists().where(Backlink.page_id == page_id, Backlink.property_id == self._property_id)

    def _by_domain(self, page_ids: Collection[int]) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        ids = sorted(page_ids)
        with self._store.read() as session:
            for start in range(0, len(ids), ID_BATCH):
                batch = ids[start : start + ID_BATCH]
                for page_id, domain_id in session.execute(
                    select(Page.id, Page.domain_id).where(Page.id.in_(batch), self._has_backlink(Page.id))
                ):
                    found[domain_id].add(page_id)
        return found


_NOBODY: dict[str, Any] = {"leased_by": "", "leased_until": None}


def _is_alive(worker: str) -> bool:
    """Whether the process of a worker of this machine still runs."""
    process = worker.split("/")[1]
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True
