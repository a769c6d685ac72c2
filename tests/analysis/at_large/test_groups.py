"""Lives of groups of pages with one fingerprint, and of themes that honest pages wear."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import pytest

from analysis.at_large.groups import SCHEMA, lifespans, lives_of_groups
from analysis.policy import policy
from tests.analysis.at_large.claims import claims, week

DAY = 86_400
TODAY = week(31)
STEADY = [{"born": week(number)} for number in range(10)]
FLOOD = [{"born": week(10)} for _ in range(30)]
SHORT_LIVED = [{"born": week(10), "gone": week(10) + 40 * DAY} for _ in range(25)]
OLD = [{"born": week(0)} for _ in range(15)]
DEAD = [{"born": week(0), "gone": week(30)} for _ in range(15)]
NEW = [{"born": week(23 + number % 7)} for number in range(20)]


def _lives(*groups: Sequence[Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
    """Number the pages of all groups, each of a domain of its own, and return what is told of them."""
    rows = [
        {"group": group, "born": None, "gone": None, **page}
        for group, pages in enumerate(groups)
        for page in pages
    ]
    pages = pl.DataFrame(
        rows, schema={"group": pl.UInt32, "born": pl.Int64, "gone": pl.Int64}
    ).with_row_index("page_id", offset=1)
    members = pages.select(pl.col("page_id").cast(pl.Int64), domain_id=pl.col("page_id") * 10, group="group")
    known = pl.DataFrame(
        [
            {"group": number, "fingerprint": "template", "value": f"t{number}", "domains": len(pages)}
            for number, pages in enumerate(groups)
        ],
        schema_overrides={"group": pl.UInt32},
    )
    dates = pages.select(pl.col("page_id").cast(pl.Int64), "born", "gone")
    found = lives_of_groups(known, members, dates, rules=policy(), today=TODAY)
    assert list(found.columns) == ["page_id", *SCHEMA]
    return {row["page_id"]: row for row in found.iter_rows(named=True)}


def test_a_kit_that_is_rolled_out_in_one_week() -> None:
    found = _lives(STEADY + FLOOD)
    assert set(found) == set(range(11, 41))
    assert {row["group_surging"] for row in found.values()} == {"template: t0"}
    assert found[11]["group_surge"] == pytest.approx((30 - 1) / 1.4826)
    assert found[11]["group_unbelieved"] == pytest.approx(1 - 1.2 / 30)


def test_a_kit_that_was_born_and_lost_together() -> None:
    found = _lives([*SHORT_LIVED, {"born": week(10)}, *STEADY])
    told = {
        number: (row["group_dying"], row["group_born"], row["group_lost"])
        for number, row in found.items()
        if row["group_dying"]
    }
    assert told == dict.fromkeys(range(1, 26), ("template: t0", 26, pytest.approx(25 / 26)))


def test_a_kit_that_wins_and_loses() -> None:
    found = _lives(OLD + DEAD + NEW)
    restless = {(row["group_before"], row["group_growth"], row["group_death"]) for row in found.values()}
    assert restless == {(30, 20 / 30, 15 / 30)}
    assert len(found) == 50, "the pages that stay are of it, too"


@pytest.mark.parametrize(
    "pages",
    [
        STEADY * 3,
        FLOOD,
        FLOOD[:8] + STEADY,
        OLD * 2 + NEW,
        [{"born": None}] * 40,
        [{"born": None, "gone": week(3)}] * 40,
        [{**page, "gone": week(10) + 61 * DAY} for page in SHORT_LIVED],
        SHORT_LIVED[:19],
    ],
    ids=[
        "a theme that wins a page a week",
        "a press release, copied in its first week",
        "eight pages in one week",
        "a theme that wins and keeps",
        "nobody knows since when",
        "or only until when",
        "a campaign of two months that ends as it was planned",
        "a handful of pages that are gone",
    ],
)
def test_what_honest_pages_do(pages: list[dict[str, Any]]) -> None:
    assert _lives(pages) == {}


def test_a_page_of_two_groups_hears_of_the_one_that_stands_out_most() -> None:
    pages = [{"born": week(number)} for number in range(10)] + [{"born": week(10)}] * 30
    dates = pl.DataFrame([{"page_id": n, "gone": None, **page} for n, page in enumerate(pages, 1)]).cast(
        {"gone": pl.Int64}
    )
    of_all = pl.DataFrame({"page_id": range(1, 41)}).with_columns(group=pl.lit(0, pl.UInt32))
    of_some = of_all.filter(~pl.col("page_id").is_between(11, 25)).with_columns(group=pl.lit(1, pl.UInt32))
    groups = pl.DataFrame(
        {
            "group": [0, 1],
            "fingerprint": ["template", "address"],
            "value": ["t", "a b c"],
            "domains": [40, 25],
        },
        schema_overrides={"group": pl.UInt32},
    )
    members = pl.concat([of_all, of_some]).with_columns(domain_id="page_id")
    found = lives_of_groups(groups, members, dates, rules=policy(), today=TODAY)
    assert found.height == 30
    assert set(found["group_surging"]) == {"template: t"}


def test_a_page_lives_from_its_first_link_to_its_last() -> None:
    rows = [
        {"page_id": 1, "first_seen": 50, "lost": 90},
        {"page_id": 1, "first_seen": 40, "lost": 80},
        {"page_id": 2, "first_seen": 10, "lost": 20},
        {"page_id": 2, "first_seen": 30},
        {"page_id": 3},
    ]
    found = lifespans(claims(rows)).sort("page_id")
    assert list(found.iter_rows()) == [(1, 40, 90), (2, 10, None)]
