"""Bulk reads give the same typed frames on both databases, empty tables among them."""

from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from sqlalchemy import text

from evidence.addresses.urls import normal_form
from store.crawls.target_profiles import Profile, put_profile
from store.database import Store
from store.frames.evidence import OWN_TEXT
from store.frames.reading import bulk_connection, bulk_reader
from store.frames.shards import KEYS, Shard, shards
from store.frames.spool import Spool, spooled
from store.identity import key
from store.properties import property_key
from tests.analysis import seeding


@pytest.mark.parametrize("backlinks", [0, 1, 100_000, 1_000_001])
def test_shards_cover_every_key_once(backlinks: int) -> None:
    found = shards(backlinks, size=100_000)
    assert found[0].low == 0
    assert found[-1].high == KEYS
    assert all(left.high == right.low for left, right in pairwise(found))
    assert len(found) == max(1, -(-backlinks // 100_000))


def test_frames_have_their_types_even_when_empty(store: Store) -> None:
    with bulk_reader(store, property_key("nobody.test")) as reader:
        with spooled(reader) as spool:
            backlinks, visits = spool.backlinks(0), reader.visits(spool.looks(0))
            assert spool.statements(0).schema["lost"] == pl.Int64
            assert spool.references(0, spool.looks(0)).height == reader.beside(Shard()).height == 0
        assert reader.reviews().schema["decision"] == pl.String
    assert backlinks.schema["target_is_image"] == pl.Boolean
    assert backlinks.schema["page_url"] == pl.String
    assert visits.schema["noindex"] == pl.Boolean
    assert visits.schema["simhash"] == pl.Int64


def test_rows_come_as_stored(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    with bulk_reader(store, property_key(seeding.NAME)) as reader:
        with spooled(reader) as spool:
            backlinks, statements = spool.backlinks(0), spool.statements(0)
            visits, references = reader.visits(spool.looks(0)), spool.references(0, spool.looks(0))
            assert set(spool.looks(0)["address"]) == {"192.0.2.7"}
            assert set(spool.looks(0)["trackers"]) == {"[]"}
        with spooled(reader, parts=shards(4, size=1)) as spool:
            quarters = [spool.backlinks(number) for number in range(4)]
            alike = [spool.statements(number)["backlink_id"].sort() for number in range(4)]
    assert backlinks.height == statements.height == 4
    assert pl.concat(quarters).sort("backlink_id").equals(backlinks.sort("backlink_id"))
    assert [rows["backlink_id"].sort().to_list() for rows in quarters] == [ids.to_list() for ids in alike]
    assert backlinks["target_is_image"].to_list() == [True] * 4
    assert statements["first_seen"].to_list() == [1767348000] * 4
    assert sorted(visits["status"].to_list()) == [200, 200, 403]
    assert visits["simhash"].to_list() == [-5] * 3
    assert references["left"].to_list() == ["thanks to"]


def test_two_readers_find_what_one_does(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    owner = property_key(seeding.NAME)
    with (
        bulk_reader(store, owner) as first,
        bulk_reader(store, owner) as second,
        spooled(first) as alone,
        spooled(first, second) as together,
    ):
        for rows in (Spool.backlinks, Spool.statements, Spool.looks):
            assert_frame_equal(rows(together, 0), rows(alone, 0), check_row_order=False)
        looks = alone.looks(0)
        assert together.references(0, looks).equals(alone.references(0, looks))
        assert looks.height == 3


def test_what_our_own_pages_say(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    target = key("target", seeding.NAME, normal_form(seeding.IMAGE))
    put_profile(store, Profile(target_id=target, seen_at=seeding.NOW, language="fr", text="iris " * 2_000))
    with bulk_reader(store, property_key(seeding.NAME)) as reader:
        (row,) = reader.own_texts().to_dicts()
    assert row == {"target_id": target, "own_language": "fr", "own_text": ("iris " * 2_000)[:OWN_TEXT]}
    with bulk_reader(store, property_key("nobody.test")) as reader:
        assert reader.own_texts().is_empty()


def test_rows_of_chosen_domains_alone(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    owner = property_key(seeding.NAME)
    with bulk_reader(store, owner) as reader, spooled(reader) as spool:
        club = pl.col("domain").is_in(["basketball-club.test", "other-club.test"])
        wanted = spool.backlinks(0).filter(club).sort("backlink_id")
        said = spool.statements(0).join(wanted, on="backlink_id", how="semi").sort("backlink_id")
    with bulk_reader(store, owner, wanted.select("domain_id")) as reader, spooled(reader) as spool:
        assert spool.backlinks(0).sort("backlink_id").equals(wanted)
        assert spool.statements(0).sort("backlink_id").equals(said)
        assert reader.visits(spool.looks(0))["title"].sort().to_list() == ["Basketball Club", "Our sponsors"]
        assert spool.references(0, spool.looks(0))["left"].to_list() == ["thanks to"]
        assert reader.beside(Shard()).is_empty()
        assert reader.domains().height == 2
    with bulk_reader(store, owner, wanted.select("domain_id").clear()) as reader, spooled(reader) as spool:
        assert spool.backlinks(0).is_empty()


def test_what_comes_in_meanwhile_is_left_to_the_next_reader(store: Store) -> None:
    owner, late = (
        property_key("nobody.test"),
        "INSERT INTO domain (id, name, leased_by) VALUES (7, 'late.test', '')",
    )
    with bulk_reader(store, owner) as reader:
        with bulk_connection(store) as other, other.cursor() as cursor:
            cursor.execute(late)
            other.commit()
        assert reader.domains().is_empty()
    with bulk_reader(store, owner) as reader:
        assert reader.domains()["domain"].to_list() == ["late.test"]


def test_an_open_session_of_this_process_is_refused_on_sqlite(store: Store) -> None:
    if not store.is_sqlite:
        return
    with (
        store.write() as session,
        pytest.raises(RuntimeError, match="session"),
        bulk_reader(store, property_key("nobody.test")),
    ):
        session.connection()


def test_visits_beside_pages_are_not_sought_among_all_visits(store: Store) -> None:
    if not store.is_sqlite:
        pytest.skip("PostgreSQL chooses by the size of its tables, and these are empty")
    query = """SELECT url FROM visit WHERE purpose IN ('home', 'sibling') AND domain_id >= 7 AND domain_id <= 9
    ORDER BY id"""
    with store.read() as session:
        steps = session.execute(text(f"EXPLAIN QUERY PLAN {query}"))
        assert "ix_visit_beside" in "\n".join(row.detail for row in steps)
