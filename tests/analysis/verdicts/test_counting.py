"""Verdicts are counted as they stand, and corrected where some have taken the place of others."""

import polars as pl

from analysis.verdicts.counting import corrected, verdict_counts

Row = tuple[str, str, bool]


def verdicts(*rows: Row) -> pl.DataFrame:
    schema = {"subject": pl.String, "state": pl.String, "flagged": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def test_pages_and_domains_by_state_and_flagged_domains() -> None:
    found = verdict_counts(verdicts(("page", "spam", True), ("page", "spam", True), ("domain", "spam", True)))
    assert found == [
        ("verdict", "domain", "spam", 1),
        ("verdict", "page", "spam", 2),
        ("flagged", "domain", "", 1),
    ]
    assert verdict_counts(verdicts()) == [("flagged", "domain", "", 0)]


def test_what_has_gone_is_counted_no_more() -> None:
    before = verdicts(("page", "spam", True), ("page", "benign", False), ("domain", "spam", True))
    gone = verdicts(("page", "spam", True), ("domain", "spam", True))
    new = verdicts(("page", "undecided", False), ("domain", "undecided", False))
    after = verdicts(("page", "benign", False), ("page", "undecided", False), ("domain", "undecided", False))
    kept = [("language", "de", "", 3), *verdict_counts(before)]
    assert sorted(corrected(kept, gone, new)) == sorted([("language", "de", "", 3), *verdict_counts(after)])
