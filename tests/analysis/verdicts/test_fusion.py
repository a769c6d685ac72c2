"""The median, the two thresholds, and what stands above them."""

from typing import Any

import polars as pl
import pytest

from analysis.plugins import signals
from analysis.policy import policy
from analysis.verdicts.fusion import Verdicts, _grouped, fuse

PAGE = {"page_id": 1, "domain_id": 7, "domain": "host.test", "readable": True, "failed": False}
Scores = dict[str, float]


def _findings(scores: dict[int, Scores], decisive: str = "") -> pl.DataFrame:
    rows = [
        {"page_id": page, "signal": signal, "score": score, "decisive": signal == decisive, "sentence": f"{signal}!"}
        for page, found in scores.items()
        for signal, score in found.items()
    ]  # fmt: skip
    return pl.DataFrame(
        rows,
        schema={"page_id": pl.Int64, "signal": pl.String, "score": pl.Float64, "decisive": pl.Boolean, "sentence": pl.String},
    )  # fmt: skip


def _fuse(
    scores: dict[int, Scores], *pages: dict[str, Any], decisive: str = "", exempt: str = ""
) -> Verdicts:
    return fuse(
        _findings(scores, decisive),
        pl.DataFrame([{**PAGE, **page} for page in pages or [{}]]),
        signals=signals(),
        policy=policy()["fusion"],
        exempt=frozenset({exempt}),
    )


@pytest.mark.parametrize(
    ("scores", "page", "decisive", "state", "flagged"),
    [
        ({"a": 1.0, "b": 0.75, "c": 0.2}, {}, "", "spam", True),
        ({"a": 1.0, "b": 0.74, "c": 0.2}, {}, "", "suspicious", True),
        ({"a": 0.6, "b": 0.5, "c": 0.2}, {}, "", "suspicious", True),
        ({"a": 0.6, "b": 0.49, "c": 0.2}, {}, "", "benign", False),
        ({"a": 0.9, "b": 0.1, "c": 0.1}, {}, "", "suspicious", True),
        ({"a": 1.0, "b": 1.0}, {}, "", "undecided", True),
        ({"a": 0.7, "b": 0.7}, {}, "", "undecided", False),
        ({}, {}, "", "undecided", False),
        ({"a": 1.0, "b": 0.0}, {}, "a", "spam", True),
        ({"a": 1.0, "b": 0.0, "c": 0.0}, {}, "a", "spam", True),
        ({"a": 1.0, "b": 1.0, "c": 1.0}, {"failed": True}, "", "undecided", True),
        ({"a": 0.1, "b": 0.1, "c": 0.1}, {"failed": True}, "", "undecided", False),
        ({"a": 1.0, "b": 1.0, "c": 1.0}, {"readable": False}, "", "suspicious", True),
        ({"a": 1.0, "b": 1.0, "c": 1.0, "dead-page": 0.0}, {}, "", "undecided", False),
    ],
)
def test_page_verdicts(
    scores: Scores, page: dict[str, Any], decisive: str, state: str, *, flagged: bool
) -> None:
    (verdict,) = _fuse({1: scores}, page, decisive=decisive).pages.to_dicts()
    assert (verdict["state"], verdict["flagged"]) == (state, flagged)
    assert verdict["reason"]


def test_decisive_finding_lifts_the_score_and_is_named() -> None:
    (verdict,) = _fuse({1: {"a": 1.0, "b": 0.0}}, decisive="a").pages.to_dicts()
    assert verdict["score"] == 0.75
    assert verdict["reason"] == "Decided by one finding: a!"


def test_own_and_trusted_domains_are_never_flagged() -> None:
    (verdict,) = _fuse({1: {"a": 1.0, "b": 1.0, "c": 1.0}}, decisive="a", exempt="host.test").pages.to_dicts()
    assert (verdict["state"], verdict["flagged"]) == ("undecided", False)


SPAM, BENIGN, THIN = {"a": 1.0, "b": 1.0, "c": 1.0}, {"a": 0.1, "b": 0.1, "c": 0.1}, {"a": 0.1}


@pytest.mark.parametrize(
    ("pages", "state", "spam_pages"),
    [
        ([SPAM], "spam", 1),
        ([SPAM, SPAM, SPAM, SPAM, BENIGN], "spam", 4),
        ([SPAM, BENIGN], "suspicious", 1),
        ([SPAM, THIN], "spam", 1),
        ([BENIGN, THIN], "benign", 0),
        ([THIN, THIN], "undecided", 0),
    ],
)
def test_domain_verdicts(pages: list[Scores], state: str, spam_pages: int) -> None:
    scores = dict(enumerate(pages))
    verdicts = _fuse(scores, *({"page_id": number} for number in scores))
    (domain,) = verdicts.domains.to_dicts()
    assert (domain["state"], domain["spam_pages"], domain["pages"]) == (state, spam_pages, len(pages))


def test_several_backlinks_of_a_page_are_averaged_by_signal() -> None:
    rows = pl.concat([_findings({1: {"a": 1.0, "b": 0.2, "c": 0.2}}), _findings({1: {"a": 0.0}})])
    verdicts = fuse(rows, pl.DataFrame([PAGE]), signals=signals(), policy=policy()["fusion"])
    assert verdicts.pages["signals"].to_list() == [3]
    assert verdicts.pages["score"].to_list() == [0.2]


@pytest.mark.parametrize(
    ("scores", "state"),
    [
        ({"a": 1.0, "b": 0.8, "c": 0.8, "sitewide-link": 0.4, "link-churn": 0.5, "odd-anchors": 0.5}, "spam"),
        ({"a": 0.0, "b": 0.0, "c": 0.2, "link-surge": 0.7, "link-churn": 0.5, "odd-anchors": 0.5}, "benign"),
        ({"a": 0.6, "link-surge": 0.7, "short-lived-links": 0.7}, "suspicious"),
    ],
)
def test_what_the_crowd_shows_counts_only_where_the_page_says_too_little(scores: Scores, state: str) -> None:
    (verdict,) = _fuse({1: scores}).pages.to_dicts()
    assert verdict["state"] == state


def test_the_pages_of_a_large_domain_are_counted_readably() -> None:
    pages = [{"page_id": number} for number in range(1, 12_346)]
    seen = {"gallery-page": 1.0, "vanished-image": 1.0, "keyword-page": 1.0}
    spam = {number: {**seen} for number in range(1, 1_001)}
    found = _fuse(spam, *pages)
    (reason,) = found.domains["reason"]
    assert reason.startswith("1,000 of 12,345 pages are spam, 1,000 could be judged.")


@pytest.mark.parametrize(
    ("number", "written"), [(0, "0"), (999, "999"), (33_337, "33,337"), (12_345_678, "12,345,678")]
)
def test_thousands_are_told_apart(number: int, written: str) -> None:
    assert pl.select(_grouped(pl.lit(number))).item() == written


@pytest.mark.parametrize(
    ("scores", "said"), [({"a": 0.1}, "One signal"), ({"a": 0.1, "b": 0.2}, "2 signals")]
)
def test_too_few_signals_are_counted_in_words(scores: Scores, said: str) -> None:
    (reason,) = _fuse({1: scores}).pages["reason"]
    assert reason == f"{said} had evidence, too few to judge."
