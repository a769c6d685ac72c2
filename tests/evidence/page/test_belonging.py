"""Pages that seem not to be of their host, and pages that only look like that."""

import pytest

from evidence.extract import extract
from evidence.page.belonging import NAMES_NO_HOST, OTHER_LANGUAGE, host_names, not_belonging
from evidence.property import Property

CLUB = "https://www.basketball-weiden.de/a/17.html"


@pytest.mark.parametrize(
    ("url", "names"),
    [
        (CLUB, ("basketball", "weiden")),
        ("https://tus-ahr.de/", ()),
        ("https://alice.blogspot.com/x", ("alice",)),
        ("https://xn--pea-valdemar-bhb.es/", ("pena", "valdemar")),
        ("https://xn--a.es/", ()),
        ("https://192.0.2.1/x", ()),
        ("https://theglobe24.net/", ("theglobe",)),
    ],
)
def test_what_a_host_is_called(url: str, names: tuple[str, ...]) -> None:
    assert host_names(url) == names


@pytest.mark.parametrize(
    ("text", "declared", "detected", "expected"),
    [
        ("Spielplan und Halle in Weiden", "de", "de", []),
        ("Basket-ball: le match de dimanche", "fr", "fr", []),
        ("送料無料で人気の新作バッグ", "de", "ja", [OTHER_LANGUAGE, NAMES_NO_HOST]),
        ("送料無料で人気の新作バッグ Basketball Weiden", "de", "ja", [OTHER_LANGUAGE]),
        ("Spielplan und Halle", "", "de", [NAMES_NO_HOST]),
        ("Spielplan in Weiden", "de", "", []),
        ("Besuch in W e\u0301 i – d.1e_n", "de", "de", []),
        ("Besuch in Wei den und Weizden", "de", "de", []),
        ("Besuch in Weiиden und Weizden", "de", "de", [NAMES_NO_HOST]),
    ],
)
def test_traits(text: str, declared: str, detected: str, expected: list[str]) -> None:
    facts = {"declared": declared, "detected": detected, "url": CLUB}
    assert list(not_belonging(text=text, words=50, **facts)) == expected
    assert list(not_belonging(text=text, words=49, **facts)) == []


def test_a_page_has_the_traits() -> None:
    text = "The new bags of this season are cheap and come by post within a day or two. " * 5
    page = extract(
        f"<html lang=de><title>Bags</title><p>{text}".encode(),
        url=CLUB,
        headers={"content-type": "text/html"},
        property=Property(name="shop.test", domains=("shop.test",)),
        targets=(),
    )
    assert page.traits == (NAMES_NO_HOST, OTHER_LANGUAGE)
