"""The model finds what the reviews say, is measured on what it was not fitted on, and refuses thin reviews."""

import polars as pl
import pytest

from analysis.model.learning import TooFewReviewsError, decisions, learn

PAGES = 60


def _decided(*, domains: int = 30, campaigns: int = 30) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "page_id": page,
                "domain": f"host{page % domains}.test",
                "campaign": f"template{page % campaigns}",
                "spam": page % 2 == 0,
            }
            for page in range(PAGES)
        ]
    )


def _findings() -> pl.DataFrame:
    """`telling` knows the answer; `timid` scores everything alike; `talker` speaks about spam only."""
    rows = []
    for page in range(PAGES):
        rows.append({"page_id": page, "signal": "telling", "score": 0.8 if page % 2 == 0 else 0.2})
        rows.append({"page_id": page, "signal": "timid", "score": 0.1})
        if page % 2 == 0:
            rows.append({"page_id": page, "signal": "talker", "score": 0.0})
    return pl.DataFrame(rows)


def _called(state: str) -> pl.DataFrame:
    return pl.DataFrame({"page_id": range(PAGES), "state": [state] * PAGES})


def test_the_model_learns_what_the_median_misses() -> None:
    learned = learn(_findings(), _decided(), _called("suspicious"))
    assert (learned.spam, learned.benign) == (30, 30)
    assert (learned.median.precision, learned.median.recall) == (1.0, 0.0)
    assert {split: (m.precision, m.recall) for split, m in learned.by_split.items()} == {
        "domain": (1.0, 1.0),
        "campaign": (1.0, 1.0),
    }
    assert learned.weights["telling"] > 0.5
    assert learned.weights["talker"] > 0.5
    assert abs(learned.weights["timid"]) < 0.1


def test_campaigns_are_held_back_whole() -> None:
    """A signal that knows one campaign by heart is worth nothing once that campaign is held back."""
    decided = pl.DataFrame(
        [
            {
                "page_id": page,
                "domain": f"host{page}.test",
                "campaign": f"template{page % 10}",
                "spam": page % 10 < 5,
            }
            for page in range(PAGES)
        ]
    )
    by_heart = pl.DataFrame(
        [{"page_id": page, "signal": f"template{page % 10}", "score": 1.0} for page in range(PAGES)]
    )
    learned = learn(by_heart, decided, _called("benign"))
    assert learned.by_split["domain"].recall == 1.0
    assert learned.by_split["campaign"].recall < 1.0


@pytest.mark.parametrize(
    ("decided", "said"),
    [
        (_decided().head(30), "15 pages are reviewed as spam and 20 are needed"),
        (_decided().filter(pl.col("spam")), "0 pages are reviewed as benign"),
        (_decided(domains=6), "of 3 domains and 5 are needed"),
        (_decided(campaigns=4), "of 2 campaigns and 5 are needed"),
    ],
)
def test_thin_reviews_are_refused(decided: pl.DataFrame, said: str) -> None:
    with pytest.raises(TooFewReviewsError, match=said):
        learn(_findings(), decided, _called("spam"))


def test_the_newest_decision_counts_and_the_page_goes_before_its_domain() -> None:
    pages = pl.DataFrame(
        {
            "page_id": [1, 2, 3, 4],
            "domain_id": [10, 10, 11, 12],
            "domain": ["a.test", "a.test", "b.test", "c.test"],
            "campaign": ["x", "x", "y", "z"],
        }
    )
    reviews = pl.DataFrame(
        [
            ("domain", 10, "spam"),
            ("page", 2, "benign"),
            ("page", 3, "spam"),
            ("page", 3, "unsure"),
            ("domain", 12, "benign"),
            ("domain", 12, "spam"),
        ],
        schema=["subject", "subject_id", "decision"],
        orient="row",
    )
    decided = decisions(reviews, pages)
    assert dict(decided.select("page_id", "spam").iter_rows()) == {1: True, 2: False, 4: True}
