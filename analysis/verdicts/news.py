"""What has changed since the last analysis, and whether so little that judging it alone will do."""

import hashlib
import importlib.resources
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from importlib.resources.abc import Traversable

import msgspec
import polars as pl

from analysis.policy import Policy
from store.conclusions.basis import Known, find_known
from store.conclusions.touched import linking, newest_visit, report_keys, told_of, visited_since
from store.database import Store
from store.frames.reading import bulk_reader
from store.properties import KnownProperty, property_key

SMALL = 25_000
"""Backlinks up to which everything is judged anew: that takes seconds, and nothing is left for later."""
MOST = 0.05
"""Share of domains that are judged by themselves until a whole analysis is due. Counts at large that other
domains were judged by are out of date by no more than that."""
DUE = timedelta(days=7)
"""Age of the last whole analysis from which another is due: what is new in the queue grows old."""


def knowledge(store: Store, known: KnownProperty, rules: Policy, *, now: datetime) -> Known:
    """Return what an analysis that begins now goes by; what comes in while it reads is news for the next."""
    name = known.property.name
    with store.read() as session:
        reports, visit = report_keys(session, name), newest_visit(session)
    with bulk_reader(store, property_key(name)) as reader:
        own = reader.own_texts().select("target_id", own=pl.struct("own_language", "own_text").hash())
        targets = reader.targets().join(own, on="target_id", how="left").sort("target_id")
    return Known(
        made_by=_made_by(known, rules),
        reports=reports,
        visit_id=visit,
        targets=targets,
        domains=0,
        judged_again=0,
        cuts={},
        whole_at=now,
        parts=0,
    )


def news(store: Store, known: KnownProperty, current: Known) -> tuple[Known, frozenset[int]] | None:
    """Return what the last analysis knew and the domains that have changed since; None: judge everything."""
    name = known.property.name
    with store.read() as session:
        then = None if known.backlinks <= SMALL else find_known(session, name)
        if (
            then is None
            or then.made_by != current.made_by
            or not then.reports <= current.reports
            or current.whole_at - then.whole_at >= DUE
        ):
            return None
        targets = current.targets.join(then.targets, on=then.targets.columns, how="anti", nulls_equal=True)
        domains = told_of(session, current.reports - then.reports)
        domains |= visited_since(session, then.visit_id)
        domains |= linking(session, targets["target_id"])
    return (then, frozenset(domains)) if few(then, len(domains)) else None


def few(then: Known, domains: int) -> bool:
    """Say whether so many more domains may be judged by themselves."""
    return then.judged_again + domains <= MOST * then.domains


def _made_by(known: KnownProperty, rules: Policy) -> str:
    """Return a digest of everything but rows that a verdict depends on."""
    settings = (known.property, sorted(known.trusted), sorted(known.sisters), rules.sections)
    return hashlib.sha256(_program() + msgspec.json.encode(settings, order="deterministic")).hexdigest()


@cache
def _program() -> bytes:
    """Return a digest of the program text that judges."""
    digest = hashlib.sha256()
    for file in _files(importlib.resources.files("analysis")):
        digest.update(file.read_bytes())
    return digest.digest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry)
        elif entry.name.endswith((".py", ".toml")):
            yield entry
