"""The median, the two thresholds, and what stands above them."""

from typing import Any

import polars as pl
import pytest

from analysis.plugins import signals
from analysis.policy import policy
from analysis.verdicts.fusion import Verdicts, _grouped, fuse

STRONG = policy()["fusion"]["strong"]
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
        ({"a": STRONG, "b": 0.1, "c": 0.1}, {}, "", "suspicious", True),
        ({"a": STRONG - 0.01, "b": 0.1, "c": 0.1}, {}, "", "benign", False),
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


@pytest.mark.parametrize(
    ("scores", "page", "score", "signals", "spam_pages", "reason"),
    [
        ({"a": 1.0, "b": 0.752, "c": 0.2}, {}, 0.752, 3, 1, "The median of 3 signals is 0.75, at or above 0.75: a!"),
        ({"a": 0.6, "b": 0.5, "c": 0.2}, {}, 0.5, 3, 0, "The median of 3 signals is 0.5, at or above 0.5: a!"),
        ({"a": 1.0, "b": 0.1, "c": 0.1}, {}, 0.1, 3, 0, "The median of 3 signals is 0.1, but one finding is strong: a!"),
        ({"a": 0.1, "b": 0.1, "c": 0.1}, {}, 0.1, 3, 0, "The median of 3 signals is 0.1, below 0.5."),
        ({"a": 1.0, "b": 0.5}, {}, 0.75, 2, 0, "Too few signals to judge (2), but: a!"),
        ({"a": 1.0}, {"failed": True}, 1.0, 1, 0, "No visit could read the page, but the report shows: a!"),
        ({"a": 0.1}, {"failed": True}, 0.1, 1, 0, "No visit could read the page; that says nothing about it."),
        ({"a": 1.0, "dead-page": 0.0}, {}, 0.5, 2, 0, "dead-page!"),
        ({}, {}, None, 0, 0, "0 signals had evidence, too few to judge."),
    ],
)  # fmt: skip
def test_what_is_told_of_a_page(
    scores: Scores, page: dict[str, Any], score: float | None, signals: int, spam_pages: int, reason: str
) -> None:
    (verdict,) = _fuse({1: scores}, page).pages.to_dicts()
    told = (verdict["score"], verdict["signals"], verdict["pages"], verdict["spam_pages"], verdict["reason"])
    assert told == (score, signals, 1, spam_pages, reason)


def test_own_and_trusted_domains_are_never_flagged() -> None:
    (verdict,) = _fuse({1: {"a": 1.0, "b": 1.0, "c": 1.0}}, decisive="a", exempt="host.test").pages.to_dicts()
    assert (verdict["state"], verdict["flagged"]) == ("undecided", False)


SPAM, BENIGN, THIN = {"a": 1.0, "b": 0.9, "c": 0.8}, {"a": 0.1, "b": 0.1, "c": 0.1}, {"a": 0.1}
DOUBTFUL = {"a": 0.7, "b": 0.6, "c": 0.5}


@pytest.mark.parametrize(
    ("pages", "state", "spam_pages"),
    [
        ([SPAM], "spam", 1),
        ([SPAM, SPAM, SPAM, SPAM, BENIGN], "spam", 4),
        ([SPAM, BENIGN], "suspicious", 1),
        ([SPAM, SPAM, SPAM, BENIGN], "suspicious", 3),
        ([DOUBTFUL], "suspicious", 0),
        ([DOUBTFUL, BENIGN, THIN], "suspicious", 0),
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


@pytest.mark.parametrize(
    ("pages", "score", "signals", "flagged", "reason"),
    [
        ([SPAM], 0.9, 3, True, "The median of 3 signals is 0.9, at or above 0.75: a!"),
        ([SPAM, BENIGN, THIN], 0.5, 3, True, "1 of 3 pages are spam, 2 could be judged. The median of 3 signals is 0.9, at or above 0.75: a!"),
        ([BENIGN, DOUBTFUL], 0.35, 3, True, "0 of 2 pages are spam, 2 could be judged. The median of 3 signals is 0.6, at or above 0.5: a!"),
        ([THIN, {}], None, 1, False, "0 of 2 pages are spam, 0 could be judged. One signal had evidence, too few to judge."),
    ],
)  # fmt: skip
def test_what_is_told_of_a_domain(
    pages: list[Scores], score: float | None, signals: int, flagged: bool, reason: str
) -> None:
    scores = dict(enumerate(pages))
    (domain,) = _fuse(scores, *({"page_id": number} for number in scores)).domains.to_dicts()
    assert domain["score"] == (score if score is None else pytest.approx(score))
    assert (domain["signals"], domain["flagged"], domain["reason"]) == (signals, flagged, reason)


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
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (33_337, "33,337"),
        (999_999, "999,999"),
        (1_000_000, "1,000,000"),
        (12_345_678, "12,345,678"),
    ],
)
def test_thousands_are_told_apart(number: int, written: str) -> None:
    assert pl.select(_grouped(pl.lit(number))).item() == written


@pytest.mark.parametrize(
    ("scores", "said"), [({"a": 0.1}, "One signal"), ({"a": 0.1, "b": 0.2}, "2 signals")]
)
def test_too_few_signals_are_counted_in_words(scores: Scores, said: str) -> None:
    (reason,) = _fuse({1: scores}).pages["reason"]
    assert reason == f"{said} had evidence, too few to judge."
