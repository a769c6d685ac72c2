"""Putting pages into a store that a crawl will visit, and running the crawl as its own process."""

import json
import os
import signal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evidence.addresses.hosts import host_of, registrable_domain
from evidence.addresses.urls import normal_form
from evidence.property import Property
from store.database import Store
from store.identity import key
from store.models import Backlink, Domain, Frontier, Page, Target
from store.properties import property_key, put_property
from tests.forked import ROOT, Forked, Started, fork, start

PROPERTY = Property(name="shop.example", domains=("shop.example",), brands=("Shop Example",))
IMAGE = "https://shop.example/images/blue-bottle.jpg"
STRICT = ("-W", "error")
LOADED = ("crawler.crawl", "migrations.versions")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def seed(store: Store, urls: Sequence[str], *, target: str = IMAGE) -> dict[str, int]:
    """Add pages that are due, each reported to link to `target`; return their keys by URL."""
    ids: dict[str, int] = {}
    with store.write() as session:
        put_property(session, PROPERTY, now=LONG_AGO)
        session.flush()
        target_id = key("target", PROPERTY.name, normal_form(target))
        session.merge(
            Target(
                id=target_id, property_id=property_key(PROPERTY.name), url=target, is_image=True, page_url=""
            )
        )
        for url in urls:
            domain = registrable_domain(url)
            ids[url] = page_id = key("page", normal_form(url))
            domain_id = key("domain", domain)
            session.merge(Domain(id=domain_id, name=domain))
            session.flush()
            session.merge(Page(id=page_id, domain_id=domain_id, url=url, host=host_of(url)))
            session.flush()
            session.merge(Frontier(page_id=page_id, domain_id=domain_id, due_at=LONG_AGO))
            session.merge(
                Backlink(
                    id=key("backlink", PROPERTY.name, str(page_id), str(target_id)),
                    property_id=property_key(PROPERTY.name),
                    page_id=page_id,
                    target_id=target_id,
                )
            )
    return ids


@dataclass(frozen=True, slots=True)
class Ended:
    """How a crawl process ended."""

    code: int
    summary: Mapping[str, Any]
    errors: str

    @property
    def counts(self) -> dict[tuple[str, str], int]:
        """Backlinks by state and reason."""
        return {(state, reason): count for state, reason, count in self.summary["counts"]}


class Crawl:
    """A crawl in a process of its own (Twisted's reactor runs once in a process)."""

    def __init__(self, store_url: str, folder: Path, **job: Any) -> None:
        """`job`: what differs from a fast crawl of loopback."""
        fields = {
            "store_url": store_url,
            "property_name": PROPERTY.name,
            "archive": str(folder / "archive"),
            "contact": "mailto:owner@shop.example",
            "delay_s": 0.0,
            **job,
        }
        self.process = self._begin([json.dumps(fields, default=str)])

    def _begin(self, words: list[str]) -> Forked | Started:
        return fork("tests.crawler", words, folder=ROOT, options=STRICT, loaded=LOADED)

    def ended(self, timeout_s: float = 60) -> Ended:
        """Wait for the end."""
        code = self.process.wait(timeout_s)
        out, errors = self.process.written()
        return Ended(code, json.loads(out) if out else {}, errors)

    def send(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.process.pid, number)


class CrawlAfresh(Crawl):
    """A crawl that begins by importing, as any program does: what it takes is measured."""

    def _begin(self, words: list[str]) -> Forked | Started:
        return start("tests.crawler", words, folder=ROOT, options=STRICT)


def crawl(store_url: str, folder: Path, **job: Any) -> Ended:
    """Run a crawl to its end; it may not write to standard error."""
    ended = Crawl(store_url, folder, **job).ended()
    assert not ended.errors, ended.errors
    assert ended.code == 0
    return ended
