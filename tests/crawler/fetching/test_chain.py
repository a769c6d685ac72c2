"""What is told to whom on the way of a chain, and where it ends."""

from datetime import UTC, datetime

import pytest

from crawler.fetching.chain import Chain, Cookie
from crawler.fetching.failures import FetchError
from crawler.fetching.redirects import MAX_HOPS
from store.crawls.pages import Before

HERE = "http://one.test/p"
BEFORE = Before(
    visit_id=1, url=HERE, etag='"v1"', last_modified="", seen_at=datetime(2026, 11, 21, tzinfo=UTC)
)
CONDITION = {"If-None-Match": '"v1"'}
COOKIE = {"Cookie": "seen=1"}


@pytest.mark.parametrize(
    ("to", "told"),
    [
        (HERE, CONDITION | COOKIE),
        ("https://one.test/q", COOKIE),
        ("http://www.one.test/p", {}),
        ("http://two.test/p", {}),
        ("http://one.test.two.test/p", {}),
    ],
)
def test_cookies_and_conditions_are_told_to_nobody_else(to: str, told: dict[str, str]) -> None:
    """Hostile case 21."""
    chain = Chain(at=HERE, hops=[], before=BEFORE, cookie=Cookie(host="one.test", value="seen=1"))
    if to != HERE:
        chain.step(to, 302)
    assert chain.headers == told


@pytest.mark.parametrize(("hops", "is_too_long"), [(MAX_HOPS, False), (MAX_HOPS + 1, True)])
def test_ten_hops_and_no_more(hops: int, *, is_too_long: bool) -> None:
    """Hostile case 19: each is kept, with what the server answered."""
    chain = Chain(at=HERE, hops=[])
    for hop in range(MAX_HOPS):
        chain.step(f"{HERE}?{hop}", 301)
    if is_too_long:
        with pytest.raises(FetchError, match="redirect_loop"):
            chain.step(f"{HERE}?last", 301)
    assert len(chain.hops) == hops
    assert {hop.status for hop in chain.hops} == {301}


def test_a_chain_that_comes_back_ends_there() -> None:
    """Hostile case 18."""
    chain = Chain(at=HERE, hops=[])
    chain.step("http://two.test/", 302)
    with pytest.raises(FetchError, match="redirect_loop"):
        chain.step(HERE, 0, "meta-refresh")
    assert [(hop.url, hop.how) for hop in chain.hops] == [
        (HERE, "http"),
        ("http://two.test/", "meta-refresh"),
    ]
