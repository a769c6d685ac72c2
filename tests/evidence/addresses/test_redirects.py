import pytest

from evidence.addresses.matching import Matcher
from evidence.addresses.redirects import describe_redirect, is_home, led_to
from evidence.property import Property, Target
from evidence.visited import Fetched, Hop
from tests.evidence.page_factory import page


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("https://club.example", True),
        ("https://club.example/?x=1", True),
        ("https://club.example/index.php", True),
        ("https://club.example/de/", True),
        ("https://club.example/en-gb/index.html", True),
        ("https://club.example/news.html", False),
        ("https://club.example/deals/", False),
        ("https://club.example/de/news", False),
    ],
)
def test_is_home(url: str, *, home: bool) -> None:
    assert is_home(url) is home


@pytest.mark.parametrize(
    ("asked", "end", "home"),
    [
        ("https://club.example/x.html", "https://club.example/", True),
        ("https://club.example/x.html", "http://www.club.example/", True),
        ("https://club.example/x.html", "https://other.example/", False),
        ("https://club.example/", "https://club.example/start.html", False),
        ("https://club.example/x", "https://club.example/y", False),
    ],
)
def test_moves(asked: str, end: str, *, home: bool) -> None:
    move = describe_redirect(Fetched(url=asked, final_url=end, status=200), page())
    assert move is not None
    assert move.home is home
    assert end in move.sentence


@pytest.mark.parametrize(
    "end",
    [
        "https://club.example/x",
        "http://www.club.example/x/",
        "https://CLUB.example/X?utm_source=a",
        "https://club.example/x#y",
    ],
)
def test_other_spellings_are_no_move(end: str) -> None:
    assert describe_redirect(Fetched(url="https://club.example/x", final_url=end, status=200), None) is None


SHOP = Property(name="shop.example", domains=("shop.example",))
IMAGE = "https://www.shop.example/iris.jpg"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["https://kit.example/go", IMAGE], (IMAGE, "L5", "redirect[http]")),
        (["https://kit.example/go", IMAGE, "https://www.shop.example/gone"], (IMAGE, "L5", "redirect[http]")),
        (
            ["https://kit.example/go", "https://shop.example/"],
            ("https://shop.example/", "L7", "redirect[http]"),
        ),
        (["https://kit.example/go", "https://other.example/"], None),
        (["https://kit.example/go"], None),
        (["https://shop.example/old", IMAGE], None),
    ],
)
def test_a_redirect_to_the_property_is_a_link(asked: list[str], found: tuple[str, str, str] | None) -> None:
    hops = tuple(Hop(url=url, status=302, how="http") for url in asked[:-1])
    fetched = Fetched(url=asked[0], final_url=asked[-1], status=200, hops=hops)
    led = led_to(fetched, Matcher(SHOP, [Target(url=IMAGE)]))
    said = led and (led.resolved, led.level.value, f"{led.carrier.element}[{led.carrier.attribute}]")
    assert said == found
