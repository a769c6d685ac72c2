"""What an analysis keeps for the next one: complete, or not at all."""

from dataclasses import asdict, replace
from datetime import UTC, datetime

import polars as pl
import pytest

from evidence.property import Property
from store.conclusions.basis import Known, Part, find_known, forget, keep, packed, parts
from store.database import Store
from store.properties import put_property

NOW = datetime(2026, 11, 21, tzinfo=UTC)
NAME = "shop.test"
FIRST = Known(
    made_by="ab", reports=frozenset({1 << 62, 7}), visit_id=9, targets=pl.DataFrame({"target_id": [1], "says": [""]}),
    domains=2, judged_again=0, cuts={"page": 1.5, "own": None}, whole_at=NOW, parts=0,
)  # fmt: skip


def _part(domain: int) -> Part:
    return Part(claims=pl.DataFrame({"domain_id": [domain]}), pages=pl.DataFrame({"domain_id": [domain]}))


@pytest.fixture
def kept(store: Store) -> Store:
    with store.write() as session:
        put_property(session, Property(name=NAME, domains=(NAME,)), now=NOW)
    keep(store, NAME, FIRST, packed([_part(1), _part(2)]))
    return store


def _known(store: Store) -> Known | None:
    with store.read() as session:
        return find_known(session, NAME)


def _domains(store: Store) -> list[int]:
    with store.read() as session:
        return [part.pages["domain_id"].item() for part in parts(session, NAME)]


def test_comes_back_as_it_was(kept: Store) -> None:
    known = _known(kept)
    assert known is not None
    assert known.targets.equals(FIRST.targets)
    framed = {"targets": None, "parts": 0}
    assert asdict(known) | framed == asdict(FIRST) | framed
    assert (known.parts, _domains(kept)) == (2, [2, 1])


def test_a_part_more(kept: Store) -> None:
    forget(kept, NAME)
    assert _known(kept) is None
    keep(kept, NAME, replace(FIRST, parts=2, judged_again=1), packed([_part(3)]))
    keep(kept, NAME, replace(FIRST, parts=2, judged_again=1), packed([_part(4)]))
    assert _domains(kept) == [3, 2, 1]
    with kept.read() as session:
        assert [part.is_later for part in parts(session, NAME)] == [True, False, False]


def test_a_whole_one_begins_anew(kept: Store) -> None:
    forget(kept, NAME)
    keep(kept, NAME, FIRST, packed([_part(3)]))
    assert _domains(kept) == [3]


@pytest.mark.parametrize("known", [FIRST, replace(FIRST, parts=2)])
def test_what_another_analysis_kept_meanwhile_stays(kept: Store, known: Known) -> None:
    keep(kept, NAME, known, packed([_part(3)]))
    assert _domains(kept) == [2, 1]


def test_nothing_is_kept_behind_other_parts(kept: Store) -> None:
    forget(kept, NAME)
    keep(kept, NAME, replace(FIRST, parts=1), packed([_part(3)]))
    assert _known(kept) is None
