"""The labelled set is whole, the same everywhere, and spread evenly over languages and trades."""

from collections import Counter
from urllib.parse import urlsplit

from eval.judging import label
from eval.renderings.cases import EDITIONS, RECIPES, renderings
from eval.renderings.owners import OWNERS
from eval.renderings.wording import tongues

SIZES = {"A": 27, "B": 24, "C": 23, "D": 16, "E": 36}


def test_every_case_of_the_taxonomy_has_every_edition() -> None:
    wanted = [f"{family}{number:02}" for family, size in SIZES.items() for number in range(1, size + 1)]
    assert list(RECIPES) == wanted
    assert Counter(one.case.id for one in renderings()) == dict.fromkeys(wanted, EDITIONS)


def test_editions_differ_in_language_property_and_host() -> None:
    editions: dict[str, list[tuple[str, str, str]]] = {}
    for one in renderings():
        editions.setdefault(one.case.id, []).append(
            (one.case.reported.language, one.owner.owned.name, one.case.host)
        )
    for seen in editions.values():
        assert all(len(set(column)) == EDITIONS for column in zip(*seen, strict=True))


def test_languages_and_properties_are_even() -> None:
    languages = Counter(one.case.reported.language for one in renderings())
    assert len(languages) == len(tongues()) >= 6
    assert max(languages.values()) - min(languages.values()) <= EDITIONS
    assert set(Counter(one.owner.owned.name for one in renderings()).values()) == {
        len(renderings()) // len(OWNERS)
    }


def test_honest_pages_are_at_least_as_many_as_spam() -> None:
    labels = Counter(label(one.case) for one in renderings())
    assert labels[False] >= labels[True] > 100


def test_every_address_is_its_own_and_served() -> None:
    addresses = [one.case.source_url for one in renderings()]
    assert len(set(addresses)) == len(addresses)
    for one in renderings():
        parts = urlsplit(one.case.source_url)
        if one.hosts:
            assert parts.hostname == one.hosts[0].name
            assert parts.path in one.hosts[0].pages
