"""Where redirects lead, as browsers see it."""

import pytest

from crawler.fetching.failures import FetchError
from crawler.fetching.redirects import next_url, web_url

BASE = "http://one.test/dir/page?x=1"


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/q", "http://one.test/q"),
        ("q", "http://one.test/dir/q"),
        ("?y", "http://one.test/dir/page?y"),
        ("//two.test/", "http://two.test/"),
        ("https://two.test/#part", "https://two.test/"),
        ("http://user:pw@two.test/", "http://two.test/"),
        ("\\\\two.test\\a", "http://two.test/a"),
        ("///127.0.0.1/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://stra\xc3\x9fe.test/", "http://xn--strae-oqa.test/"),
        ("/caf\xc3\xa9", "http://one.test/caf%C3%A9"),
        ("/caf\xe9", "http://one.test/caf%C3%A9"),
        (" \t/q\r\n", "http://one.test/q"),
    ],
)
def test_next_url(location: str, expected: str) -> None:
    assert next_url(BASE, location) == expected


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("", "bad_url"),
        ("  ", "bad_url"),
        ("http://[::1", "bad_url"),
        ("http://two.test:99999/", "bad_url"),
        ("http://a b.test/", "bad_url"),
        ("http://two.test/" + "a" * 5000, "bad_url"),
        ("file:///etc/passwd", "bad_scheme"),
        ("javascript:alert(1)", "bad_scheme"),
        ("data:text/html,x", "bad_scheme"),
    ],
)
def test_what_is_not_followed(location: str, reason: str) -> None:
    with pytest.raises(FetchError) as failure:
        next_url(BASE, location)
    assert failure.value.reason == reason


def test_a_page_address_is_asked_for_as_a_browser_would() -> None:
    assert web_url("HTTP://One.TEST:80/a/../b#c") == "http://one.test/b"
