"""Placeholders become addresses and tiles; everything else in a page stays as it was written."""

from eval.fresh.filling import Filling
from eval.fresh.owners import owners
from eval.fresh.sheets import Answer, Sheet

OWNER = owners()["hefe"]
OURS = OWNER.products[0]


def filling(**facts: object) -> Filling:
    told = {
        "name": "A01-test",
        "owner": "hefe",
        "url": "http://a.test/",
        "language": "de",
        "title": "",
        "is_named": True,
        "says": "present link",
        "judgement": "spam",
        "page": Answer(),
    }
    return Filling(Sheet(**(told | facts)), OWNER)  # type: ignore[arg-type]  # field names of Sheet


def test_tiles_are_of_strangers_and_one_of_ours() -> None:
    shown = filling(strangers=5, tile="[{src}|{host}|{n}]")("{tiles}").splitlines()
    assert len(set(shown)) == 5
    assert sum(OURS.image in tile for tile in shown) == 1
    assert shown == filling(strangers=5, tile="[{src}|{host}|{n}]")("{tiles}").splitlines()


def test_others_are_all_but_ours() -> None:
    fill = filling(strangers=5, tile="{src}")
    assert set(fill("{tiles}").splitlines()) - set(fill("{others}").splitlines()) == {OURS.image}


def test_words_come_by_turns() -> None:
    assert filling(strangers=4, words=("a", "b"), tile="{word}")("{tiles}").split() == ["a", "b", "a", "b"]


def test_pictures_of_its_own() -> None:
    fill = filling(pictures=(("https://b.test/1.jpg", "One & two"), ("{img}", "Ours")), tile="{alt} {src}")
    assert fill("{tiles}").splitlines() == ["One &amp; two https://b.test/1.jpg", f"Ours {OURS.image}"]


def test_braces_of_scripts_stay() -> None:
    assert filling()("a{color:red} {img} {unknown}") == f"a{{color:red}} {OURS.image} {{unknown}}"
