"""The addresses of the two pages that settle an absence."""

import pytest

from crawler.visits.settling import home_of, sibling_of


@pytest.mark.parametrize(
    ("url", "home", "sibling"),
    [
        ("http://one.test/a/b.html?x=1", "http://one.test/", "http://one.test/a/zz.html"),
        ("https://one.test:8443/a/b/", "https://one.test:8443/", "https://one.test:8443/a/b/zz"),
        ("http://one.test/", "http://one.test/", "http://one.test/zz"),
        ("http://one.test/p.php", "http://one.test/", "http://one.test/zz.php"),
        ("http://one.test/v1.0.final", "http://one.test/", "http://one.test/zz.final"),
        ("http://one.test/.hidden", "http://one.test/", "http://one.test/zz"),
    ],
)
def test_addresses(url: str, home: str, sibling: str) -> None:
    assert home_of(url) == home
    assert sibling_of(url, "zz") == sibling
