"""The whole analysis over a real store, on both databases."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from analysis.analyse import AnalysisSummary, analyse
from analysis.cases.casefile import NoSuchCaseError, domain_case, page_case
from analysis.cases.gathering import dossier
from analysis.cases.overview import overview
from analysis.plugins import exports
from analysis.policy import policy
from store.database import Store
from store.looks.cases import domain_row
from store.looks.review import decide
from store.models import Campaign, Finding, Review, Verdict
from store.properties import UnknownPropertyError, property_key, put_policy
from tests.analysis import seeding
from tests.analysis.seeding import BLOCKED, NAME, NOW, SPONSORED, STORY, UNVISITED


@pytest.fixture
def analysed(store: Store, tmp_path: Path) -> tuple[Store, AnalysisSummary]:
    seeding.seed(store, tmp_path)
    return store, analyse(store, NAME, now=NOW)


def test_verdicts(analysed: tuple[Store, AnalysisSummary]) -> None:
    store, summary = analysed
    assert summary.backlinks == summary.pages == summary.domains == 4
    found = {url: page_case(store, NAME, url).verdict for url in (STORY, SPONSORED, UNVISITED, BLOCKED)}
    assert {url: (verdict.state, verdict.flagged) for url, verdict in found.items()} == {
        STORY: ("spam", True),
        SPONSORED: ("benign", False),
        UNVISITED: ("undecided", True),
        BLOCKED: ("undecided", False),
    }
    assert summary.page_verdicts == {"spam": 1, "suspicious": 0, "benign": 1, "undecided": 2}
    assert summary.flagged_domains == 2


def test_analysing_again_changes_nothing(analysed: tuple[Store, AnalysisSummary]) -> None:
    store, summary = analysed

    def rows() -> tuple[object, ...]:
        with store.read() as session:
            return (
                session.execute(select(Finding.page_id, Finding.signal, Finding.score, Finding.quote)).all(),
                session.execute(select(Verdict.subject_id, Verdict.state, Verdict.reason)).all(),
            )

    before = rows()
    assert analyse(store, NAME, now=NOW) == summary
    assert rows() == before


def test_judgements_are_replaced_as_a_whole_or_not_at_all(
    analysed: tuple[Store, AnalysisSummary], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = analysed
    monkeypatch.setattr("store.conclusions.judgements.VERDICT_COLUMNS", ("no_such_column",))
    with pytest.raises(Exception, match="no_such_column"):
        analyse(store, NAME, now=NOW)
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Verdict)) == 8


def test_progress_ends_with_all_backlinks(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    told: list[tuple[int, int]] = []
    analyse(store, NAME, now=NOW, on_progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)


def test_shards_do_not_change_the_verdicts(
    analysed: tuple[Store, AnalysisSummary], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, summary = analysed
    monkeypatch.setattr("analysis.verdicts.passes.SHARD", 1)
    assert analyse(store, NAME, now=NOW) == summary


def test_unknown_property(store: Store) -> None:
    with pytest.raises(UnknownPropertyError):
        analyse(store, "nobody.test", now=NOW)


def test_property_without_backlinks(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    from evidence.property import Property
    from store.properties import put_property

    with store.write() as session:
        put_property(session, Property(name="new.test", domains=("new.test",)), now=NOW)
    assert analyse(store, "new.test", now=NOW).pages == 0
    assert overview(store, "new.test").backlinks == 0


def test_case_file(analysed: tuple[Store, AnalysisSummary]) -> None:
    store, _ = analysed
    case = domain_case(store, NAME, "basketball-club.test")
    (page,) = case.pages
    assert page.findings[0].signal == "vanished-image"
    assert page.findings[0].decisive
    (link,) = page.backlinks
    assert (link.state, link.reason) == ("absent", "same-as-home")
    (claim,) = link.claims
    assert (claim.tool, claim.title, claim.anchor) == ("ahrefs", "Iris Violoncelle", "Iris Violoncelle")
    assert page.visits[0].archive == "crawl-1.warc.gz, 812 bytes from 4096"
    assert page.act is not None
    assert page.act.subject == "basketball-club.test"
    assert case.advice.startswith("No action")
    assert page_case(store, NAME, SPONSORED).backlinks[0].sightings[0].left == "thanks to"


@pytest.mark.parametrize("name", ["nobody.test", "https://nobody.test/x"])
def test_no_such_case(analysed: tuple[Store, AnalysisSummary], name: str) -> None:
    with pytest.raises(NoSuchCaseError):
        domain_case(analysed[0], NAME, name)
    with pytest.raises(NoSuchCaseError):
        page_case(analysed[0], NAME, name)


def test_overview(analysed: tuple[Store, AnalysisSummary]) -> None:
    seen = overview(analysed[0], NAME)
    assert (seen.backlinks, seen.unvisited) == (4, 1)
    assert (seen.present, seen.absent, seen.unknown) == ({"embed": 1}, {"same-as-home": 1}, {"bot-wall": 1})
    assert [(domain.domain, domain.state) for domain in seen.flagged] == [
        ("basketball-club.test", "spam"),
        ("organics.test", "undecided"),
    ]
    assert seen.flagged[0].strongest is not None
    assert seen.flagged[0].strongest.quote.endswith("now shows: Basketball Club")


def test_review_stands_beside_the_verdict_and_wins_in_exports(
    analysed: tuple[Store, AnalysisSummary], tmp_path: Path
) -> None:
    store, _ = analysed
    case = domain_case(store, NAME, "basketball-club.test")
    with store.write() as session:
        row = domain_row(session, case.domain)
        assert row is not None
        session.add(
            Review(
                property_id=property_key(NAME), subject="domain", subject_id=row.id, decision="benign",
                level="", note="our own club", decided_at=NOW,
            )
        )  # fmt: skip
    analyse(store, NAME, now=NOW)
    case = domain_case(store, NAME, "basketball-club.test")
    assert (case.verdict.state, case.verdict.review, case.verdict.final) == ("spam", "benign", "benign")
    (page,) = case.pages
    assert (page.verdict.state, page.verdict.final, page.act) == ("spam", "benign", None)
    assert {case.advice, page.advice} == {"No action."}, "nobody is asked again, and no draft is named"
    gathered = dossier(store, NAME, now=NOW)
    for export in exports():
        export.write(gathered, tmp_path / export.file_name)
    assert "basketball-club.test" not in (tmp_path / "disavow.txt").read_text()


@pytest.mark.parametrize(
    ("of_page", "final", "advice"),
    [
        ("spam", "spam", "No action: search engines"),
        ("unsure", "spam", "No action: search engines"),
        ("benign", "benign", "No action."),
    ],
)
def test_a_decision_about_a_page_goes_before_one_about_its_domain(
    analysed: tuple[Store, AnalysisSummary], of_page: str, final: str, advice: str
) -> None:
    store, _ = analysed
    (page,) = domain_case(store, NAME, "basketball-club.test").pages
    with store.write() as session:
        domain = domain_row(session, "basketball-club.test")
        assert domain is not None
        for subject, key, decision in (("page", page.id, of_page), ("domain", domain.id, "benign")):
            decide(session, NAME, subject, [key], decision=decision, level="", note="", now=NOW)
    (page,) = domain_case(store, NAME, "basketball-club.test").pages
    assert (page.verdict.review, page.verdict.final) == (of_page, final)
    assert page.advice.startswith(advice)


def test_exports_of_a_store(analysed: tuple[Store, AnalysisSummary], tmp_path: Path) -> None:
    gathered = dossier(analysed[0], NAME, now=NOW)
    assert gathered.backlinks["page_url"].to_list() == sorted([STORY, SPONSORED, UNVISITED, BLOCKED])
    for export in exports():
        export.write(gathered, tmp_path / export.file_name)
    assert "domain:basketball-club.test\n" in (tmp_path / "disavow.txt").read_text()
    assert len((tmp_path / "backlinks.csv").read_text().splitlines()) == 5


def test_campaigns_are_stored_and_replaced(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path, organics=6)
    for _ in range(2):
        analyse(store, NAME, now=NOW)
        with store.read() as session:
            (campaign,) = session.scalars(select(Campaign)).all()
            assert (campaign.fingerprint, campaign.value) == ("mark", "lone letter k")
            assert (campaign.pages, campaign.domains, campaign.judged, campaign.spam) == (6, 6, 0, 0)


def test_a_property_goes_by_numbers_of_its_own(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path)
    with store.write() as session:
        put_policy(session, NAME, {"vanished-image": {"cover": 1.1}})
    assert analyse(store, NAME, now=NOW).page_verdicts["spam"] == 0
    assert analyse(store, NAME, now=NOW, rules=policy()).page_verdicts["spam"] == 1
    with store.write() as session:
        put_policy(session, NAME, {})
    assert analyse(store, NAME, now=NOW).page_verdicts["spam"] == 1
