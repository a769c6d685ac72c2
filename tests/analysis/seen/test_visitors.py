"""Addresses of threads, by the software that gives them, and others that only look like it."""

import re

import pytest

from analysis.seen.visitors import VISITORS_ADDRESS


@pytest.mark.parametrize(
    ("url", "is_thread"),
    [
        ("https://a.test/viewtopic.php?f=12&t=40412", True),
        ("https://a.test/threads/green-sofas.88/", True),
        ("https://talk.a.test/t/show-us-your-sofas/4411", True),
        ("https://talk.a.test/t/show-us-your-sofas/4411/12", True),
        ("https://a.test/index.php?topic=8123.0", True),
        ("https://a.test/index.php?showtopic=77", True),
        ("https://a.test/d/331-green-sofas", True),
        ("https://a.test/r/sofas/comments/1x2y/green/", True),
        ("https://a.test/t/sofas", False),
        ("https://a.test/t/2024/05/sofas", False),
        ("https://a.test/topical-news/sofas", False),
        ("https://a.test/?topic=sofas", False),
        ("https://a.test/green-sofas.html", False),
    ],
)
def test_visitors_address(url: str, *, is_thread: bool) -> None:
    assert bool(re.search(VISITORS_ADDRESS, url)) is is_thread
