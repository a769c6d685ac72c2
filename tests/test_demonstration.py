"""The end-to-end test: the demonstration's every case ends with the state and judgement it must have."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import select

from store.database import open_store
from store.models import Backlink, Page, Statement, TargetProfile, Verdict
from tests.web.cases import CASES
from tests.web.model import Case

CaseKey = tuple[str, str]
Ending = tuple[str, str, str, str, str]
"""State, reason, level, visibility, judgement."""


@pytest.fixture(scope="session")
def endings(demonstration: tuple[Path, str]) -> Mapping[CaseKey, Ending]:
    """Give how each reported backlink ended, by source and target."""
    store = open_store(f"sqlite:///{demonstration[0] / 'linkwitness.db'}")
    rows = (
        select(Statement.source_url, Statement.target_url, Backlink, Verdict.state)
        .join(Backlink, Backlink.id == Statement.backlink_id)
        .join(Page, Page.id == Backlink.page_id)
        .join(Verdict, (Verdict.subject_id == Page.id) & (Verdict.subject == "page"))
    )
    with store.read() as session:
        found = {
            (source, target): (link.state, link.reason, link.level, link.visibility, judgement)
            for source, target, link, judgement in session.execute(rows)
        }
    store.close()
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id}-{case.host}")
def test_every_case_ends_as_it_must(case: Case, endings: Mapping[CaseKey, Ending]) -> None:
    state, reason, level, visibility, judgement = endings[case.source_url, case.target_url]
    expect = case.expect
    assert state in expect.states, case.note
    assert reason in expect.reasons, case.note
    assert judgement in expect.judgements, case.note
    if state == "present":
        assert level in (expect.levels or {level})
        assert visibility in (expect.visibilities or {visibility})


def test_a_gallery_that_shuffles_is_told_by_its_loads(demonstration: tuple[Path, str]) -> None:
    """A07: the first load lacks our picture, the second shows it, the third lacks it again."""
    store = open_store(f"sqlite:///{demonstration[0] / 'linkwitness.db'}")
    with store.read() as session:
        query = (
            select(Backlink)
            .join(Page, Page.id == Backlink.page_id)
            .where(Page.host == "cadeaux-malins-be.test")
        )
        link = session.scalars(query).one()
    store.close()
    assert (link.state, link.seen_loads, link.loads) == ("present", 1, 3)
    assert link.detail.endswith("Seen in 1 of 3 loads.")


def test_it_says_how_to_look_at_it(demonstration: tuple[Path, str]) -> None:
    folder, printed = demonstration
    assert f"linkwitness --data {folder} review" in printed.replace("\n", "")


def test_the_owners_pictures_are_seen(demonstration: tuple[Path, str]) -> None:
    """The shop is served over TLS with a certificate that nobody signed: read all the same."""
    store = open_store(f"sqlite:///{demonstration[0] / 'linkwitness.db'}")
    with store.read() as session:
        seen = {(row.state, row.kind, row.archive_file != "") for row in session.query(TargetProfile)}
    store.close()
    assert seen == {("there", "image", True), ("there", "page", True)}
