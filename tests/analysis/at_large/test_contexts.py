"""The rarest real word on each side, after the patent's own example."""

import polars as pl

from analysis.at_large.contexts import contexts, document_frequencies, rarest
from analysis.policy import policy
from tests.analysis.at_large.claims import claims, week

SATURN = {"left": "Beautiful of all the planet", "right": "is surrounded by an elegant"}
FREQUENCIES = pl.DataFrame(
    {
        "beautiful": 90_000, "of": 990_000, "all": 800_000, "the": 995_000, "planet": 4_000,
        "is": 980_000, "surrounded": 20_000, "by": 900_000, "an": 880_000, "elegant": 9_000,
    }
).unpivot(variable_name="word", value_name="common")  # fmt: skip


def test_the_patents_example() -> None:
    windows = pl.DataFrame(
        {"backlink_id": [1, 2], "words": [SATURN["left"].lower().split()[::-1], SATURN["right"].split()]}
    )
    assert rarest(windows, FREQUENCIES)["rare"].to_list() == ["planet", "elegant"]


def test_a_word_that_hardly_anybody_has_is_none() -> None:
    windows = pl.DataFrame({"backlink_id": [1], "words": [["xq7z", "planet", "the"]]})
    assert rarest(windows, FREQUENCIES)["rare"].to_list() == ["planet"]


def test_the_nearest_of_two_equally_rare_words() -> None:
    windows = pl.DataFrame({"backlink_id": [1], "words": [["near", "far"]]})
    equal = pl.DataFrame({"word": ["far", "near"], "common": [60.0, 60.0]})
    assert rarest(windows, equal)["rare"].to_list() == ["near"]


def test_a_site_is_one_document() -> None:
    windows = pl.DataFrame({"domain_id": [*range(49), *[7] * 100], "words": [["spoon"]] * 149})
    assert document_frequencies(windows).is_empty()


def test_contexts_are_counted_by_domain_and_target() -> None:
    rows: list[dict[str, object]] = [{**SATURN} for _ in range(60)]
    rows += [{**SATURN, "domain_id": 1} for _ in range(30)]
    rows += [{**SATURN, "target_id": 2}, {"left": "planet"}]
    found = contexts(claims(rows), policy=policy()["reference-context"])
    assert found["context_domains"].to_list() == [60] * 90 + [1]
    assert found["linking_domains"][0] == 60
    assert found["context"].n_unique() == 1
    assert 92 not in found["backlink_id"], "one side without words is no context"


def test_contexts_that_come_at_once_surge() -> None:
    rows: list[dict[str, object]] = [{**SATURN, "first_seen": week(number)} for number in range(10)]
    rows += [{**SATURN, "first_seen": week(10)}] * 50
    rows += [{"left": "planet", "right": "elegant", "target_id": 2, "first_seen": week(10)}] * 50
    found = contexts(claims(rows), policy=policy()["reference-context"]).sort("backlink_id")
    assert found["context_surge"].head(10).drop_nulls().to_list() == []
    assert all(found["context_surge"][10:60] > 6)
    assert found["context_surge"].tail(50).null_count() == 50, "without weeks before there is no surge"
