"""`learn` through the real command line: it refuses thin reviews, and shows figures where there are enough."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from analysis.analyse import analyse
from crawler.imports.importing import import_report
from evidence.property import Property
from store.database import Store, open_store
from store.models import Domain, Review
from store.properties import find_property, property_key, put_policy, put_property
from tests.analysis.seeding import NOW
from tests.linkwitness.program import linkwitness

KINDS = {
    "spam": "cut back despise {} season ski pass sensor handbook",
    "benign": "A day in the snow, number {}",
}


@pytest.fixture
def reported(tmp_path: Path) -> Store:
    """Give a store with fifty reported pages on as many domains, analysed, that nobody has visited."""
    store = open_store(f"sqlite:///{tmp_path / 'linkwitness.db'}")
    with store.write() as session:
        put_property(session, Property(name="shop.test", domains=("shop.test",)), now=NOW)
    rows = ["Referring page title,Referring page URL,Target URL,Anchor,Type"]
    for number in range(50):
        kind = "spam" if number % 2 else "benign"
        title = KINDS[kind].format(number)
        address = f"https://{kind}{number}.test/season-ski-pass-{'k' if number % 2 else 'day'}.html"
        rows.append(f'"{title}",{address},https://shop.test/uploads/snow-shoes.jpg,"",image')
    report = tmp_path / "report.csv"
    report.write_text("\n".join(rows) + "\n", encoding="utf-8")
    import_report(store, "shop.test", report, now=NOW)
    analyse(store, "shop.test", now=NOW)
    return store


def _review(store: Store) -> None:
    with store.write() as session:
        for domain in session.scalars(select(Domain)).all():
            kind = next((kind for kind in KINDS if domain.name.startswith(kind)), "")
            if kind:
                session.add(
                    Review(
                        property_id=property_key("shop.test"),
                        subject="domain",
                        subject_id=domain.id,
                        decision=kind,
                        level="",
                        note="",
                        decided_at=NOW,
                    )
                )


def test_thin_reviews_are_refused(reported: Store, tmp_path: Path) -> None:
    reported.close()
    done = linkwitness(tmp_path, "--data", ".", "learn")
    assert done.code == 1
    assert "0 pages are reviewed as spam and 20 are needed" in done.err


def test_figures_are_shown_and_no_verdict_changes(reported: Store, tmp_path: Path) -> None:
    _review(reported)
    reported.close()
    done = linkwitness(tmp_path, "--data", ".", "learn", "--json")
    assert done.code == 0, done.err
    found = json.loads(done.out)
    assert (found["spam"], found["benign"]) == (25, 25)
    assert set(found["by_split"]) == {"domain", "campaign"}
    shown = linkwitness(tmp_path, "--data", ".", "learn").out
    assert "model, campaigns held back" in shown
    assert "verdicts in force" in shown


def test_the_model_speaks_only_when_the_owner_says_so(reported: Store, tmp_path: Path) -> None:
    _review(reported)
    with reported.write() as session:
        put_policy(session, "shop.test", {"fusion": {"auto": 0.9}})
    reported.close()
    show = ("--data", ".", "show", "spam1.test")
    before = linkwitness(tmp_path, *show, "--json").out
    assert json.loads(before)["pages"][0]["verdict"]["learned"] is None
    linkwitness(tmp_path, "--data", ".", "learn", "--use")
    used = json.loads(linkwitness(tmp_path, *show, "--json").out)["pages"][0]["verdict"]
    assert used["learned"] > 0.5
    assert used["state"] == json.loads(before)["pages"][0]["verdict"]["state"]
    honest = linkwitness(tmp_path, "--data", ".", "show", "benign0.test", "--json").out
    assert (json.loads(honest)["pages"][0]["verdict"]["learned"] or 0.0) < 0.5
    assert "the model fitted on your reviews:" in linkwitness(tmp_path, *show).out
    done = linkwitness(tmp_path, "--data", ".", "analyse")
    assert done.code == 0, done.err
    linkwitness(tmp_path, "--data", ".", "learn", "--stop")
    assert json.loads(linkwitness(tmp_path, *show, "--json").out)["pages"][0]["verdict"]["learned"] is None
    store = open_store(f"sqlite:///{tmp_path / 'linkwitness.db'}")
    with store.read() as session:
        assert find_property(session, "shop.test").policy == {"fusion": {"auto": 0.9}}
    store.close()
