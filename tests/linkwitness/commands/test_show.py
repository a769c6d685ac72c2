"""`show` through the real command line: a case file that says who claims what, since when, and what was decided."""

from pathlib import Path

import pytest

from analysis.analyse import analyse
from crawler.imports.importing import import_report
from evidence.property import Property
from store.database import Store, open_store
from store.looks.cases import domain_row
from store.looks.review import decide
from store.properties import put_property
from tests.analysis.seeding import NOW
from tests.linkwitness.program import linkwitness

ROWS = {
    "dated": "A page,https://dated.test/a,the,our vases,shop,2026-01-02,2026-03-04,2026-04-05,Removed",
    "wordless": "A page,https://wordless.test/a,,,,2026-01-02,2026-03-04,,",
    "undated": "A page,https://undated.test/a,,our vases,,,,,",
}
CLAIMS = {
    "dated": "(ahrefs, first seen 2026-01-02, last seen 2026-03-04, lost 2026-04-05, Removed) claims: the [our vases] shop",
    "wordless": "(ahrefs, first seen 2026-01-02, last seen 2026-03-04) claims: a link, without words",
    "undated": "(ahrefs) claims: [our vases]",
}


@pytest.fixture
def reported(tmp_path: Path) -> Store:
    """Give a store with a page of each kind, analysed, that nobody has visited."""
    store = open_store(f"sqlite:///{tmp_path / 'linkwitness.db'}")
    with store.write() as session:
        put_property(session, Property(name="shop.test", domains=("shop.test",)), now=NOW)
    header = "Referring page title,Referring page URL,Left context,Anchor,Right context,First seen,Last seen,Lost,Lost status"
    report = tmp_path / "report.csv"
    rows = [f"{row},https://shop.test/vases,text" for row in ROWS.values()]
    report.write_text("\n".join([f"{header},Target URL,Type", *rows]) + "\n", encoding="utf-8")
    import_report(store, "shop.test", report, now=NOW)
    analyse(store, "shop.test", now=NOW)
    return store


@pytest.mark.parametrize("kind", ROWS)
def test_who_claims_what_since_when(reported: Store, tmp_path: Path, kind: str) -> None:
    reported.close()
    told = linkwitness(tmp_path, "--data", ".", "show", f"{kind}.test")
    assert told.code == 0
    assert CLAIMS[kind] in " ".join(told.out.split())


def test_a_decision_about_a_domain_is_told_once_and_nobody_is_asked_again(
    reported: Store, tmp_path: Path
) -> None:
    with reported.write() as session:
        domain = domain_row(session, "dated.test")
        assert domain is not None
        decide(
            session,
            "shop.test",
            "domain",
            [domain.id],
            decision="spam",
            level="domain",
            note="a farm",
            now=NOW,
        )
    reported.close()
    out = " ".join(linkwitness(tmp_path, "--data", ".", "show", "dated.test").out.split())
    assert out.count("a person decided: spam domain: a farm") == 1
    assert "a disavow line for this domain is in the draft: dated.test" in out
    assert (
        "a person decided: spam domain: a farm"
        in linkwitness(tmp_path, "--data", ".", "show", "https://dated.test/a").out
    )
