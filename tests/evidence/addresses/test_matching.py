"""The match ladder, rung by rung."""

import base64

import pytest

from evidence.addresses.matching import Matcher
from evidence.carriers.source import Source
from evidence.model import Level
from evidence.property import Property, Target
from tests.evidence.pages import IMAGE, SHOP

LADDER = [
    (IMAGE, Level.EXACT),
    ("http://www.shop.test/media/l-orchestre-parfum.jpg", Level.NORMALISED),
    ("https://SHOP.test:443/media/l%2Dorchestre-parfum.jpg#top", Level.NORMALISED),
    ("https://shop.test/media/l-orchestre-parfum.jpg?v=3&w=800", Level.WITHOUT_TRACKING),
    ("https://shop.test/media/l-orchestre-parfum-300x200.jpg", Level.RESIZED),
    ("https://shop.test/media/l-orchestre-parfum-scaled.jpg", Level.RESIZED),
    ("https://shop.test/media/l-orchestre-parfum@2x.jpg", Level.RESIZED),
    ("https://shop.test/media/l-orchestre-parfum.jpg.webp", Level.RESIZED),
    ("https://i2.wp.com/shop.test/media/l-orchestre-parfum.jpg?ssl=1&w=300", Level.PROXIED),
    (
        "https://portal.test/out?url=https%3A%2F%2Fshop.test%2Fmedia%2Fl-orchestre-parfum.jpg",
        Level.REDIRECTED,
    ),
    ("https://shop.test/products/l-orchestre-parfum", Level.TARGET_PAGE),
    ("https://shop.test/", Level.SAME_PROPERTY),
    ("https://media.shop.test/other.jpg", Level.SAME_PROPERTY),
    ("https://cdn.assets.test/s/shop/x.jpg", Level.SAME_PROPERTY),
]
STRANGERS = [
    "https://club.test/media/l-orchestre-parfum.jpg",
    "https://notshop.test/",
    "https://shop.test.evil.example/media/l-orchestre-parfum.jpg",
    "https://cdn.assets.test/s/shopping/x.jpg",
    "https://club.test/search?q=shop.test",
    "https://shop.testing/media/l-orchestre-parfum.jpg",
    "https://shop.test@evil.example/",
    "https://evil.example/#https://shop.test/",
    "https://cdn.example/shop.test/media/l-orchestre-parfum.jpg",
    "https://i0.wp.com/notshop.test/media/l-orchestre-parfum.jpg",
    "https://i0.wp.com/shop.test.evil.example/p.jpg",
    "https://i0.wp.com/club.test/shop.test/p.jpg",
    "https://i0.wp.com/club.test/p.jpg?from=shop.test",
    "https://i0.wp.com/cdn.assets.test/s/shopping/x.jpg",
    "https://wsrv.nl/?url=https%3A%2F%2Fclub.test%2F%3Fabout%3Dshop.test&t=shop.test",
    "https://club.test/_next/image?url=https%3A%2F%2Fother.test%2Fshop.test%2Fp.jpg&w=1",
    "https://web.archive.org/web/2020/https://club.test/shop.test/",
    "https://cdn.statically.io/img/club.test/shop.test/p.jpg",
    "https://notshop-test.translate.goog/",
    "https://shop-test.cdn.ampproject.org/c/s/evil.example/",
    f"https://camo.test/{'0' * 40}/{b'https://notshop.test/'.hex()}",
    f"https://club.test/?img={base64.b64encode(b'https://notshop.test/p.jpg').decode()}",
    f"https://club.test/?img={base64.b64encode(b'see shop.test/p.jpg').decode()}",
    "https://club.test/share?text=Buy%20at%20shop.test/p.jpg",
    "https://www.google.com/search?q=https%3A%2F%2Fshop.test%2F",
    f"https://www.pinterest.com/pin/create/button/?url=x&media={IMAGE}",
]


@pytest.mark.parametrize(("url", "level"), LADDER)
def test_rungs(url: str, level: Level) -> None:
    match = Matcher(SHOP, [Target(url=IMAGE)]).match(url)
    assert match is not None
    assert match.level is level


@pytest.mark.parametrize("url", STRANGERS)
def test_strangers(url: str) -> None:
    assert Matcher(SHOP, [Target(url=IMAGE)]).match(url) is None


@pytest.mark.parametrize(
    ("url", "is_ours"),
    [
        ("https://me.github.io/p.jpg", True),
        ("https://i0.wp.com/me.github.io/p.jpg", True),
        ("https://other.github.io/p.jpg", False),
        ("https://github.io/me/p.jpg", False),
        ("https://notme.github.io/p.jpg", False),
        ("https://me.github.io.evil.example/p.jpg", False),
        ("https://i0.wp.com/other.github.io/p.jpg", False),
    ],
)
def test_neighbours_under_a_private_suffix(url: str, *, is_ours: bool) -> None:
    matcher = Matcher(Property(name="me.github.io", domains=("me.github.io",)), [])
    assert bool(matcher.match(url)) is is_ours


def test_a_page_without_targets_still_finds_the_property() -> None:
    match = Matcher(SHOP, []).match(IMAGE)
    assert match is not None
    assert (match.level, match.target) == (Level.SAME_PROPERTY, "")


def test_mentions_are_whole_names() -> None:
    text = "Von l'orchestre parfum und shop.test, nicht workshop.test oder L'Orchestre Parfumeur."
    assert [one.text for one in Matcher(SHOP, []).mentions(text)] == ["l'orchestre parfum", "shop.test"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<img src={IMAGE}>", True),
        (f"<IMG SRC={IMAGE.upper()}>", True),
        ("<img src=https://cdn.assets.test/s/shop/x.jpg>", True),
        ("<a href=https://shop-test.translate.goog/>", True),
        (f"<img src=https://camo.example/{IMAGE.encode().hex()}>", True),
        *((f"<img src=/{base64.b64encode(b'x' * shift + IMAGE.encode()).decode()}>", True) for shift in range(3)),
        (f"<img src=/{base64.b64encode(IMAGE.encode()).decode().lower()}>", False),
        ("<a href=https://sh&#111;p.test/>", True),
        ("<script>go('https://\\u0073hop.test/')</script>", True),
        ("<a href=https://shop%2etest/>", True),
        ("<p>no workshop for you", False),
        ("<p>L'Orchestre Parfum", False),
    ],
)  # fmt: skip
def test_a_page_that_may_hold_an_address_is_told_from_one_that_cannot(source: str, *, expected: bool) -> None:
    assert Matcher(SHOP, []).may_be_in(Source.of(source)) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("xn--bcher-kva.example", True),
        ("BÜCHER.example", True),
        ("b%C3%BCcher.example", True),
        ("bucher.example", False),
    ],
)
def test_the_same_of_a_name_in_other_letters(source: str, *, expected: bool) -> None:
    matcher = Matcher(Property(name="bücher.example", domains=("bücher.example",)), [])
    assert matcher.may_be_in(Source.of(source)) is expected
