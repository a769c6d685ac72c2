import pytest

from evidence.model import Fetched
from evidence.redirects import describe_redirect, is_home
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
