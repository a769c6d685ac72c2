"""Keeping what one analysis of a property went by, for the next one.

Frames are kept as Arrow files in single values: they are read and written as a whole. Whoever changes the
judgements takes the basis away first (`forget`) and puts it back when queue and counts are written, too
(`keep`): whatever stops an analysis in between, the next one judges everything.
"""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import polars as pl
from sqlalchemy import Row, delete, func, insert, select
from sqlalchemy.orm import Session

from store.database import Store
from store.models import Basis, BasisPart
from store.properties import property_key

PROCESSORS = 2
"""Parts that are unpacked at a time."""
LATER = 1_000_000
"""From this number on, parts hold domains that were judged again, and replace rows of earlier parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an analysis knew."""

    made_by: str
    """Digest of everything but the rows that verdicts depend on."""
    reports: frozenset[int]
    visit_id: int
    """The highest key of a visit; 0 without any."""
    targets: pl.DataFrame
    """As `store.frames.reading` gives them, with a number for what our own page says."""
    domains: int
    """Registrable domains that the last whole analysis judged."""
    judged_again: int
    """Registrable domains judged again since; one that was judged again twice counts twice."""
    cuts: Mapping[str, float | None]
    """Where the last whole analysis found that two kinds of values part, by name."""
    whole_at: datetime
    parts: int
    """How many parts belong to it (`parts`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the pages of some domains add to the counts at large."""

    claims: pl.DataFrame
    """With `domain_id`."""
    pages: pl.DataFrame
    """With `domain_id`; every domain of the part has a row."""
    is_later: bool = False
    """Whether earlier parts may have rows of the same domains, which it replaces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A part as it is stored."""

    claims: bytes
    pages: bytes


def find_known(session: Session, property_name: str) -> Known | None:
    """Return what the last analysis knew; None when it must not be built upon."""
    owner = property_key(property_name)
    row = session.get(Basis, owner)
    if row is None:
        return None
    return Known(
        made_by=row.made_by,
        reports=frozenset(map(int, row.reports)),
        visit_id=row.visit_id,
        targets=_frame(row.targets),
        domains=row.domains,
        judged_again=row.judged_again,
        cuts=row.cuts,
        whole_at=row.whole_at,
        parts=_parts(session, owner),
    )


def parts(session: Session, property_name: str) -> Iterator[Part]:
    """Give the parts of a basis, newest first: whoever has seen a domain has its newest rows."""
    query = (
        select(BasisPart.number, BasisPart.claims, BasisPart.pages)
        .where(BasisPart.property_id == property_key(property_name))
        .order_by(BasisPart.number.desc())
        .execution_options(yield_per=1)
    )
    with ThreadPoolExecutor(PROCESSORS) as pool:
        yield from pool.map(_part, session.execute(query))


def _part(row: Row[int, bytes, bytes]) -> Part:
    number, claims, pages = row
    return Part(claims=_frame(claims), pages=_frame(pages), is_later=number >= LATER)


def forget(store: Store, property_name: str) -> None:
    """Let the next analysis judge everything, whatever becomes of this one; the parts stay."""
    with store.write() as session:
        session.execute(delete(Basis).where(Basis.property_id == property_key(property_name)))


def packed(parts: Iterable[Part]) -> Iterator[Packed]:
    """Give parts as they are stored."""
    for part in parts:
        yield Packed(claims=_bytes(part.claims), pages=_bytes(part.pages))


def keep(store: Store, property_name: str, known: Known, added: Iterable[Packed]) -> None:
    """Keep what an analysis knew, with its parts: behind the `known.parts` that are there, or as the first.

    Where another analysis has changed them meanwhile, nothing is kept.
    """
    owner = property_key(property_name)
    with store.write() as session:
        if session.get(Basis, owner) is not None:
            return
        if not known.parts:
            session.execute(delete(BasisPart).where(BasisPart.property_id == owner))
        elif _parts(session, owner) != known.parts:
            return
        for number, part in enumerate(added, start=LATER + known.parts if known.parts else 0):
            row = {"property_id": owner, "number": number}
            session.execute(insert(BasisPart), {**row, "claims": part.claims, "pages": part.pages})
        session.add(
            Basis(
                property_id=owner,
                made_by=known.made_by,
                reports=sorted(map(str, known.reports)),
                visit_id=known.visit_id,
                targets=_bytes(known.targets),
                domains=known.domains,
                judged_again=known.judged_again,
                cuts=dict(known.cuts),
                whole_at=known.whole_at,
            )
        )


def _parts(session: Session, owner: int) -> int:
    query = select(func.count()).select_from(BasisPart).where(BasisPart.property_id == owner)
    return session.scalar(query) or 0


def _bytes(frame: pl.DataFrame) -> bytes:
    file = BytesIO()
    frame.write_ipc(file, compression="lz4")
    return file.getvalue()


def _frame(content: bytes) -> pl.DataFrame:
    return pl.read_ipc(BytesIO(content))
