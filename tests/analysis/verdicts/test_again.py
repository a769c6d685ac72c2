"""An analysis of what has changed ends where a whole one does, on both databases."""

import shutil
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, update

from analysis.analyse import analyse
from analysis.plugins import signals
from store.database import Store
from store.models import Basis, Campaign, Verdict, Visit
from tests.analysis import growing, seeding
from tests.analysis.concluded import concluded
from tests.analysis.seeding import NAME, NOW
from tests.web import shop

OF_CROWD = frozenset(signal.id for signal in signals() if signal.of_crowd)
"""Signals whose findings about domains that did not change wait for a whole analysis."""


pytestmark = pytest.mark.usefixtures("eager")


def _again(store: Store) -> None:
    """Analyse, and make sure that not everything was judged anew."""
    with store.read() as session:
        before = session.scalar(select(Basis.judged_again)) or 0
    analyse(store, NAME, now=NOW)
    with store.read() as session:
        assert (session.scalar(select(Basis.judged_again)) or 0) > before


def _hosts_told_of(rows: list[tuple[str, ...]]) -> set[str]:
    return {row[1].split("/")[2] for row in rows}


@pytest.mark.parametrize("seed", range(4))
def test_as_a_whole_one_but_for_what_others_share(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("analysis.verdicts.again.SMALL_GROUP", 100)
    chance = Random(seed)
    growing.property_added(store)
    for step, (rows, hosts) in enumerate(((250, 40), (chance.randrange(1, 30), 60), (5, 80))):
        new = growing.rows_by_chance(chance, rows, hosts=hosts)
        growing.reported(store, tmp_path, new, f"report-{step}")
        told = _hosts_told_of(new)
        growing.visited(store, chance, hosts=told, share=0.7)
        if step == 0:
            analyse(store, NAME, now=NOW)
        else:
            _again(store)
    found = concluded(store)
    analyse(store, NAME, now=NOW, whole=True)
    wanted = concluded(store)
    stale = {row[0] for row in found["finding"] ^ wanted["finding"] if row[4] in OF_CROWD}
    assert {row for row in found["finding"] ^ wanted["finding"] if row[4] not in OF_CROWD} == set()
    assert not stale & told
    for table in ("page", "domain", "queue", "facet"):
        assert {row for row in found[table] ^ wanted[table] if row[0] not in stale} == set(), table
    assert found["campaign"] == wanted["campaign"]
    assert len(wanted["finding"]) > 300
    assert wanted["campaign"]
    assert 2 * len(stale) < len({row[0] for row in wanted["domain"]})


def test_a_new_campaign_is_told_of_all_its_pages(store: Store, tmp_path: Path) -> None:
    growing.property_added(store)
    growing.reported(store, tmp_path, growing.marked(1, 2, 3, 4), "first")
    analyse(store, NAME, now=NOW)
    assert concluded(store)["finding"] == set()
    growing.reported(store, tmp_path, growing.marked(5), "second")
    _again(store)
    found = concluded(store)
    assert len(found["finding"]) == 5
    assert {row[0] for row in found["finding"]} == {f"host{number}.test" for number in range(1, 6)}
    assert [pages for _, _, pages, *_ in found["campaign"]] == [5]
    analyse(store, NAME, now=NOW, whole=True)
    assert concluded(store) == found


def _pages_of_one_kit(store: Store, states: dict[str, str]) -> None:
    """Visit pages of hosts: all wear one template, and some answer like their home page."""
    for host, state in states.items():
        seeding.visit(
            store, f"https://{host}.test/iris-violoncelle-flacon.html", state, "same-as-home" if state == "absent" else "embed",
            title="Basketball Club", h1="Basketball Club", vocabulary="willkommen beim spielplan training halle",
            template_hash="one-kit",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("absent_first", "visited_again", "now"),
    [(range(1, 8), range(4, 8), "present"), (range(0), range(1, 8), "absent")],
    ids=["acquitted", "convicted"],
)
def test_members_hear_when_their_campaign_turns(
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    absent_first: range,
    visited_again: range,
    now: str,
) -> None:
    monkeypatch.setattr("analysis.verdicts.again.SMALL_GROUP", 0)
    growing.property_added(store)
    rows = [
        ("Iris Violoncelle", f"https://club{host}.test/iris-violoncelle-flacon.html", seeding.IMAGE, "", "", "", "image", "2026-01-02", "2026-10-02")
        for host in range(8)
    ]  # fmt: skip
    growing.reported(store, tmp_path, rows)
    hosts = [f"club{host}" for host in range(8)]
    states = {host: "absent" if number in absent_first else "present" for number, host in enumerate(hosts)}
    _pages_of_one_kit(store, states)
    analyse(store, NAME, now=NOW)
    before = concluded(store)
    _pages_of_one_kit(store, {hosts[number]: now for number in visited_again})
    _again(store)
    found = concluded(store)
    analyse(store, NAME, now=NOW, whole=True)
    assert concluded(store) == found
    told = [{row[0] for row in rows["finding"] if row[4] == "campaign"} for rows in (before, found)]
    assert told[0] ^ told[1] == {f"{host}.test" for host in hosts}


def test_of_a_large_group_a_page_more_is_not_told_to_the_others(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.verdicts.again.SMALL_GROUP", 1)
    growing.property_added(store)
    growing.reported(store, tmp_path, growing.marked(*range(6)), "first")
    analyse(store, NAME, now=NOW)
    growing.reported(store, tmp_path, growing.marked(6), "second")
    _again(store)
    told = {(row[0] == "host6.test", "that 7 unrelated" in row[7]) for row in concluded(store)["finding"]}
    assert told == {(False, False), (True, True)}
    with store.read() as session:
        assert session.scalars(select(Campaign.domains)).all() == [7]


def test_nothing_new_changes_nothing(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path, organics=6)
    summary = analyse(store, NAME, now=NOW)
    found = concluded(store)
    assert analyse(store, NAME, now=NOW) == summary
    assert concluded(store) == found


@pytest.mark.parametrize("judged", [0.2, 0.6])
def test_the_demonstration(analysed: Path, tmp_path: Path, judged: float) -> None:
    shutil.copy(analysed / "linkwitness-data" / "linkwitness.db", tmp_path / "store.db")
    store = Store(f"sqlite:///{tmp_path / 'store.db'}")
    name = shop.PROPERTY.name
    analyse(store, name, now=NOW, whole=True)
    wanted = concluded(store)
    with store.write() as session:
        visits = session.scalars(select(Visit.id).order_by(Visit.id)).all()
        session.execute(update(Basis).values(visit_id=visits[int(len(visits) * judged)]))
        session.execute(update(Verdict).values(reason="as it was"))
    analyse(store, name, now=NOW)
    found = concluded(store)
    old = {row[0] for row in found["domain"] if row[-1] == "as it was"}
    assert 0 < len(old) < len(found["domain"])
    for table in ("page", "domain"):
        assert {row for row in wanted[table] if row[0] not in old} < found[table]
    for table in ("finding", "campaign", "queue", "facet", "tally"):
        assert found[table] == wanted[table], table
    store.close()
