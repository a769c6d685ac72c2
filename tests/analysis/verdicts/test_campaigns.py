"""Groups of pages of one kind: which are campaigns, and which of them are proven."""

from dataclasses import replace

import narwhals as nw
import polars as pl
import pytest

from analysis.at_large.crowd import Hearsay, crowd_of, fingerprints
from analysis.policy import policy
from analysis.signal import FINDING
from analysis.signals import shared_owner
from analysis.signals.campaign import SIGNAL
from analysis.verdicts.campaigns import Campaigns, campaigns_of, kinship
from tests.analysis.factory import Web


def _pages(*, domains: int, template: str = "t1", url: str = "https://h{}.test/p/{}") -> pl.DataFrame:
    numbers = range(1, domains + 1)
    return pl.DataFrame({"page_id": numbers}).select(
        "page_id",
        page_url=pl.Series([url.format(number, number) for number in numbers]),
        domain_id=pl.col("page_id") * 10,
        template_hash=pl.lit(template),
        network=pl.lit(""),
        title=pl.lit(""),
        simhash=pl.lit(0),
        trackers=pl.lit("[]"),
        born=pl.lit(None, pl.Int64),
        gone=pl.lit(None, pl.Int64),
    )


SPAM = dict.fromkeys((1, 2, 3), "spam")


def _titled(title: str, *, url: str = "https://h{}.test/red-shed-{}.html") -> pl.DataFrame:
    titles = [title.format(number) for number in range(1, 7)]
    return _pages(domains=6, template="", url=url).with_columns(title=pl.Series(titles))


def _of_owner(*, domains: int, trackers: str = "[]", network: str = "") -> pl.DataFrame:
    facts = {"trackers": pl.lit(trackers), "network": pl.lit(network)}
    return _pages(domains=domains, template="").with_columns(**facts)


NO_LINKS = pl.DataFrame(
    schema={"domain_id": pl.Int64, "target_id": pl.Int64, "target_url": pl.String},
)
NO_CLAIMS = pl.DataFrame(
    schema={
        **dict.fromkeys(("backlink_id", "page_id", "domain_id", "target_id"), pl.Int64),
        **dict.fromkeys(("anchor", "left", "right", "language", "suffix", "network"), pl.String),
        **dict.fromkeys(("first_seen", "last_seen", "lost"), pl.Int64),
    }
)


def _campaigns(pages: pl.DataFrame, states: dict[int, str], links: pl.DataFrame = NO_LINKS) -> Campaigns:
    verdicts = pl.DataFrame(
        {"page_id": list(states), "state": list(states.values())},
        schema={"page_id": pl.Int64, "state": pl.String},
    )
    heard = Hearsay(pages=fingerprints(pages, links, policy()["campaign"]), claims=NO_CLAIMS)
    crowd = crowd_of([heard], brands=(), rules=policy())
    return campaigns_of(crowd.groups, crowd.members, verdicts, policy()["campaign"])


@pytest.mark.parametrize(
    ("pages", "fingerprints"),
    [
        (_pages(domains=5), ["template"]),
        (_pages(domains=4), []),
        (_pages(domains=5, template=""), []),
        (_pages(domains=5, template="", url="https://h{}.test/red-garden-shed-{}.html"), []),
        (_pages(domains=5, template="", url="https://h{}.test/red-garden-shed.html"), ["address"]),
        (_pages(domains=5, template="", url="https://h{}.test/garden-shed.html"), []),
        (_pages(domains=5, template="", url="https://h{}.test/words-{}-k.html"), ["mark"]),
        (_pages(domains=5, template="", url="https://h{}.test/%C3%A4-red-garden-shed.html"), ["address"]),
        (_pages(domains=5).with_columns(domain_id=pl.lit(7)), []),
    ],
)
def test_what_makes_a_group(pages: pl.DataFrame, fingerprints: list[str]) -> None:
    assert _campaigns(pages, {}).all["fingerprint"].to_list() == fingerprints


@pytest.mark.parametrize(
    ("pages", "patterns"),
    [
        (_titled("Best red shed {0} cheap online shop of 2026"), ["best * cheap online shop of #"]),
        (_titled("BEST Red-Shed {0}: cheap online shop of 1999"), ["best * cheap online shop of #"]),
        (_titled("Red shed {0}"), []),
        (_titled("Red shed {0} – Home"), []),
        (_titled("Our sponsors of the season and friends"), []),
        (_titled("Best red shed {0} cheap online shop", url="https://h{}.test/?p={}"), []),
    ],
)
def test_patterns_of_titles(pages: pl.DataFrame, patterns: list[str]) -> None:
    assert _campaigns(pages, {1: "spam", 2: "spam", 3: "spam"}).all["value"].to_list() == patterns
    assert _campaigns(pages, {1: "spam", 2: "benign", 3: "spam"}).all.is_empty(), "strangers title so, too"


def test_a_pattern_of_titles_is_told_and_never_decides() -> None:
    pages = _titled("Best red shed {0} cheap online shop")
    kin = kinship(_campaigns(pages, SPAM), pages.select("page_id", readable=pl.lit(value=True)))
    frames = replace(Web().page().frames(), kin=nw.from_native(kin.lazy()))
    found = SIGNAL.find(frames, policy()["campaign"]).select(*FINDING).to_native().collect()
    assert found["score"].to_list() == [1.0] * 6
    assert not found["decisive"].any()


@pytest.mark.parametrize(("simhash", "found"), [(-77, ["-77"]), (0, []), (None, [])])
def test_one_text_on_many_domains(simhash: int | None, found: list[str]) -> None:
    pages = _pages(domains=6, template="").with_columns(simhash=pl.lit(simhash, pl.Int64))
    assert _campaigns(pages, SPAM).all["value"].to_list() == found
    assert _campaigns(pages, AGENCY).all.is_empty(), "an article that honest sites share"
    kin = kinship(_campaigns(pages, SPAM), pages.select("page_id", readable=pl.lit(value=True)))
    frames = replace(Web().page().frames(), kin=nw.from_native(kin.lazy()))
    told = SIGNAL.find(frames, policy()["campaign"]).select(*FINDING).to_native().collect()
    assert told.height == 6 * len(found)
    assert not told["decisive"].any()


def _links(*, domains: int, targets: dict[int, tuple[int, ...]]) -> pl.DataFrame:
    """Return backlinks of domains to targets; `targets`: of domains that differ from the first."""
    rows = [
        {"domain_id": number * 10, "target_id": target, "target_url": f"https://shop.test/{target}.jpg"}
        for number in range(1, domains + 1)
        for target in targets.get(number, targets[1])
    ]
    return pl.DataFrame(rows)


THREE = (7, 8, 9)


@pytest.mark.parametrize(
    ("targets", "states", "domains"),
    [
        ({1: THREE}, SPAM, [6]),
        ({1: (9, 7, 8, 9), 2: THREE}, SPAM, [6]),
        ({1: THREE, 5: (7, 8), 6: (7, 8, 9, 4)}, SPAM, []),
        ({1: (7, 8)}, SPAM, []),
        ({1: (7, 8, 0)}, SPAM, []),
        ({1: THREE}, {**SPAM, 4: "benign"}, []),
        ({1: THREE}, {}, []),
    ],
    ids=[
        "the same three everywhere", "in any order, more than once", "too few domains have the same", "two are everybody's",
        "a report without a target adds none", "an honest blog names the same three", "nobody is spam",
    ],
)  # fmt: skip
def test_domains_with_one_set_of_targets(
    targets: dict[int, tuple[int, ...]], states: dict[int, str], domains: list[int]
) -> None:
    pages = _pages(domains=6, template="")
    found = _campaigns(pages, states, _links(domains=6, targets=targets))
    assert found.all["domains"].to_list() == domains
    assert all(
        value.startswith("3 targets, among them https://shop.test/7.jpg") for value in found.all["value"]
    )
    kin = kinship(found, pages.select("page_id", readable=pl.lit(value=True)))
    frames = replace(Web().page().frames(), kin=nw.from_native(kin.lazy()))
    told = SIGNAL.find(frames, policy()["campaign"]).select(*FINDING).to_native().collect()
    assert told.height == sum(domains)
    assert not told["decisive"].any(), "whoever gathers our best pages names the same ones"


def test_an_account_says_more_than_a_network() -> None:
    pages = _of_owner(domains=6, trackers='["UA-12345-1"]', network="93.184.215.0/24")
    other = pl.concat(
        [
            pages,
            _of_owner(domains=6, network="93.184.215.0/24").with_columns(
                pl.col("page_id") + 6, domain_id=pl.col("domain_id") + 600
            ),
        ]
    )
    states = {**SPAM, 4: "spam", 5: "benign", **dict.fromkeys(range(7, 13), "spam")}
    kin = kinship(_campaigns(other, states), other.select("page_id", readable=pl.lit(value=True)))
    assert kin.filter(pl.col("page_id") == 6)["fingerprint"].to_list() == ["tracker"]


AGENCY = {**dict.fromkeys((1, 2, 3), "spam"), 4: "benign"}
MOSTLY_SPAM = {**dict.fromkeys((1, 2, 3, 4), "spam"), 5: "benign"}


@pytest.mark.parametrize(
    ("pages", "states", "values"),
    [
        (_of_owner(domains=5, trackers='["UA-12345-1"]'), SPAM, ["UA-12345"]),
        (_of_owner(domains=5, trackers='["GTM-ABC123", "facebook:12345678"]'), SPAM, ["GTM-ABC123", "facebook:12345678"]),
        (_of_owner(domains=5, trackers='["UA-12345-1"]'), AGENCY, []),
        (_of_owner(domains=5, trackers='["UA-12345-1"]'), {}, []),
        (_of_owner(domains=4, trackers='["UA-12345-1"]'), SPAM, []),
        (_of_owner(domains=5, network="93.184.215.0/24"), SPAM, ["93.184.215.0/24"]),
        (_of_owner(domains=5, network="93.184.215.0/24"), AGENCY, []),
        (_of_owner(domains=5), SPAM, []),
    ],
)  # fmt: skip
def test_owners_are_campaigns_only_when_proven(
    pages: pl.DataFrame, states: dict[int, str], values: list[str]
) -> None:
    found = _campaigns(pages, states)
    assert found.all["value"].to_list() == values
    assert set(found.members["group"]) == set(found.all["group"])


@pytest.mark.parametrize(
    ("facts", "score"),
    [({"trackers": '["UA-12345-1"]'}, 0.8), ({"network": "93.184.215.0/24"}, 0.4), ({"template_hash": "t1"}, None)],
)  # fmt: skip
def test_a_shared_owner_asks_for_a_look_and_never_decides(facts: dict[str, str], score: float | None) -> None:
    pages = _pages(domains=6, template="").with_columns(
        **{name: pl.lit(value) for name, value in facts.items()}
    )
    kin = kinship(_campaigns(pages, SPAM), pages.select("page_id", readable=pl.lit(value=True)))
    frames = replace(Web().page().frames(), kin=nw.from_native(kin.lazy()))
    rules = policy()["shared-owner"]
    found = shared_owner.SIGNAL.find(frames, rules).select(*FINDING).to_native().collect()
    assert found["score"].to_list() == [score] * (0 if score is None else 6)
    assert not found["decisive"].any()
    kit = SIGNAL.find(frames, policy()["campaign"]).select(*FINDING).to_native().collect()
    assert kit.height == (0 if score is not None else 6), "what made the page is another question"


def test_one_page_may_belong_to_a_kit_and_an_owner() -> None:
    pages = _pages(domains=6).with_columns(trackers=pl.lit('["UA-12345-1"]'))
    kin = kinship(_campaigns(pages, SPAM), pages.select("page_id", readable=pl.lit(value=True)))
    assert kin.filter(pl.col("page_id") == 4)["fingerprint"].sort().to_list() == ["template", "tracker"]


@pytest.mark.parametrize(
    ("states", "score"),
    [
        ({1: "spam", 2: "spam", 3: "spam"}, 1.0),
        (MOSTLY_SPAM, 0.8),
        ({1: "spam", 2: "spam", 3: "spam", 4: "benign"}, None),
        ({1: "spam", 2: "spam"}, None),
        ({1: "spam", 2: "spam", 3: "spam", 4: "undecided"}, 1.0),
        ({1: "benign", 2: "benign", 3: "benign"}, None),
        ({}, None),
    ],
)
def test_proven_by_its_members(states: dict[int, str], score: float | None) -> None:
    pages = _pages(domains=6)
    readable = pages.select("page_id", readable=pl.col("page_id") != 6)
    kin = kinship(_campaigns(pages, states), readable)
    frames = replace(Web().page().frames(), kin=nw.from_native(kin.lazy()))
    found = SIGNAL.find(frames, policy()["campaign"]).select(*FINDING).to_native().collect()
    assert found["score"].to_list() == [score] * (0 if score is None else 6)
    if states == MOSTLY_SPAM:
        said = "The page shares its template with pages of 6 domains; of 5 that could be judged 4 are spam."
        assert set(found["sentence"]) == {said}
    unread = found.filter(pl.col("page_id") == 6)["decisive"].to_list()
    assert unread == [False] * (score is not None), "nobody could read it: a score and no verdict"
