"""Who is an authority, and that no growth of theirs is told."""

import polars as pl
import pytest

from analysis.at_large.authorities import DAY, authorities
from analysis.at_large.facts import GROWTH, facts_at_large, rare_facts
from analysis.at_large.groups import SCHEMA
from analysis.policy import policy
from tests.analysis.at_large.claims import claims, week

YEAR = 360
"""Days."""


@pytest.mark.parametrize(
    "suffix", ["gov", "edu", "gov.uk", "ac.jp", "gv.at", "nsw.edu.au", "go.jp", "gouv.fr"]
)
def test_registries_that_ask_who_one_is(suffix: str) -> None:
    assert authorities(claims([{"suffix": suffix}]), after=YEAR)["backlink_id"].to_list() == [1]


@pytest.mark.parametrize("suffix", ["com", "ac", "go.it", "co.uk", "gov.com", "mygov", "", "edu.eu.org"])
def test_registries_that_do_not(suffix: str) -> None:
    assert authorities(claims([{"suffix": suffix}]), after=YEAR).is_empty()


def test_an_old_acquaintance() -> None:
    first = week(0)
    later = [first + YEAR * DAY, first + YEAR * DAY - 1]
    rows = [{"first_seen": moment, "domain_id": 1} for moment in (first, *later)]
    assert authorities(claims(rows), after=YEAR)["backlink_id"].to_list() == [2]
    lost = [{**rows[0], "lost": week(9)}, *rows[1:]]
    assert authorities(claims(lost), after=YEAR).is_empty(), "it had gone away again"


def test_no_growth_is_held_against_them() -> None:
    steady = [{"first_seen": week(number // 2)} for number in range(16)]
    flood = [{"first_seen": week(8)} for _ in range(40)]
    ministry = {"first_seen": week(8), "suffix": "gov"}
    ours = {"group_surging": "template: t1", "group_surge": 9.0, "group_unbelieved": 0.5}
    lives = pl.DataFrame(
        [{**dict.fromkeys(SCHEMA), "page_id": number, **ours} for number in (17, 57)],
        schema={"page_id": pl.Int64, **SCHEMA},
    )
    everybody = claims([*steady, *flood, ministry])
    facts = facts_at_large(everybody, brands=(), rules=policy())
    rare = rare_facts(everybody, lives, rules=policy())
    both = facts.join(rare, on="backlink_id", how="left")
    told = {row["backlink_id"]: row for row in both.iter_rows(named=True)}
    assert 57 in rare["backlink_id"]
    assert told[17]["surge"] > 6
    assert told[17]["property_surge"] == told[17]["surge"], "it has one target"
    assert told[17]["group_surge"] == 9
    assert [told[57][name] for name in GROWTH] == [None] * len(GROWTH)
    assert told[57]["cohort_lost"] == told[17]["cohort_lost"]
