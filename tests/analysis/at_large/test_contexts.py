"""The rarest real word on each side, after the patent's own example."""

import polars as pl
import pytest

from analysis.at_large.contexts import contexts, document_frequencies, rarest
from analysis.at_large.dictionary import known_words
from analysis.policy import policy
from tests.analysis.at_large.claims import claims, week

SATURN = {"left": "Beautiful of all the planet", "right": "is surrounded by an elegant"}
FREQUENCIES = pl.DataFrame(
    {
        "beautiful": 90_000, "of": 990_000, "all": 800_000, "the": 995_000, "planet": 4_000,
        "is": 980_000, "surrounded": 20_000, "by": 900_000, "an": 880_000, "elegant": 9_000,
    }
).unpivot(variable_name="word", value_name="common")  # fmt: skip

DEFAULT = policy()
OWN = policy({"reference-context": {"documents": 0}})
"""Where the documents themselves say which words are real."""


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
    found = contexts(claims(rows), rules=OWN)
    assert found["context_domains"].to_list() == [60] * 90 + [1]
    assert found["linking_domains"][0] == 60
    assert found["context"].n_unique() == 1
    assert 92 not in found["backlink_id"], "one side without words is no context"


def test_contexts_that_come_at_once_surge() -> None:
    rows: list[dict[str, object]] = [{**SATURN, "first_seen": week(number)} for number in range(10)]
    rows += [{**SATURN, "first_seen": week(10)}] * 50
    rows += [{"left": "planet", "right": "elegant", "target_id": 2, "first_seen": week(10)}] * 50
    found = contexts(claims(rows), rules=OWN).sort("backlink_id")
    assert found["context_surge"].head(10).drop_nulls().to_list() == []
    assert all(found["context_surge"][10:60] > 6)
    assert found["context_surge"].tail(50).null_count() == 50, "without weeks before there is no surge"


def test_the_patents_example_by_bundled_frequencies() -> None:
    found = contexts(claims([SATURN]), rules=DEFAULT)
    assert found["context"].to_list() == ["planet … elegant"]


def test_a_word_that_no_list_has_is_none_either() -> None:
    made_up = {"left": "Beautiful of xq7z the planet", "right": "is surrounded by xq7z elegant"}
    assert contexts(claims([made_up]), rules=DEFAULT)["context"].to_list() == ["planet … elegant"]
    assert contexts(claims([{"left": "xq7z", "right": "xq7z"}]), rules=DEFAULT).is_empty()


@pytest.mark.parametrize(("domains", "context"), [(61, "book … book"), (60, "planet … elegant")])
def test_who_says_what_is_rare(domains: int, context: str) -> None:
    """`book` is common in the language, and rarer than the others in these documents."""
    rows: list[dict[str, object]] = [{"left": "book planet", "right": "book elegant"} for _ in range(50)]
    rows += [{"left": "planet", "right": "elegant"} for _ in range(50, domains)]
    found = contexts(claims(rows), rules=policy({"reference-context": {"documents": 61}}))
    assert found.filter(pl.col("backlink_id") <= 50)["context"].unique().to_list() == [context]


def test_one_scale_for_what_is_judged_again() -> None:
    rows: list[dict[str, object]] = [{"left": "book planet", "right": "book elegant"} for _ in range(50)]
    rows += [{"left": "planet", "right": "elegant"} for _ in range(11)]
    everybody = claims(rows)
    found = contexts(everybody, everybody.head(1), rules=policy({"reference-context": {"documents": 61}}))
    assert found.filter(pl.col("backlink_id") == 1)["context"].to_list() == ["book … book"]


HONEST: dict[str, list[dict[str, object]]] = {
    "words of their own around each link": [
        {"left": f"my {thing} stands beside", "right": f"which my {other} gave me"}
        for thing, other in zip(
            ["cat", "horse", "chair", "bottle", "garden", "window", "kitchen", "river", "mountain", "bridge"],
            [
                "uncle",
                "teacher",
                "sister",
                "doctor",
                "baker",
                "captain",
                "driver",
                "painter",
                "singer",
                "judge",
            ],
            strict=True,
        )
        for _ in range(3)
    ],
    "words on one side only": [{"left": "photo taken by", "right": ""}] * 30,
    "no words": [{}] * 30,
}


@pytest.mark.parametrize("case", HONEST)
def test_what_honest_pages_share_by_bundled_frequencies(case: str) -> None:
    found = contexts(claims(HONEST[case]), rules=DEFAULT)
    assert all(domains <= 3 for domains in found["context_domains"])


def test_lists_are_folded_as_our_words_are() -> None:
    words = known_words()
    of = dict(words.filter(pl.col("word").is_in(["planete", "planète", "strasse", "straße"])).iter_rows())
    assert set(of) == {"planete", "strasse"}
    assert words["word"].is_unique().all()
    assert words.filter(pl.col("common") < 1e-6).is_empty(), "once in a million words"
    assert words.filter(pl.col("common") > 0.1).is_empty()
