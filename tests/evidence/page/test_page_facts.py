"""What is said about a page as a whole."""

import pytest

from tests.evidence.pages import URL, read


@pytest.mark.parametrize(
    ("html", "base"),
    [
        ("<base href=http://other.test/a/>", "http://other.test/a/"),
        ("<base href=../media/>", "https://club.test/media/"),
        ("<base target=_top><base href=/media/>", "https://club.test/media/"),
        ("<base href=/first/><base href=/second/>", "https://club.test/first/"),
        ("<base href='javascript:alert(1)'><base href=/second/>", URL),
        ("<base href=data:text/html,x>", URL),
        ("<base href='file:///etc/'>", URL),
        ("<!-- <base href=/media/> -->", URL),
        (f"<!--{'x' * 5_000}--><base href=/media/>", "https://club.test/media/"),
        ("", URL),
    ],
)
def test_what_relative_links_are_relative_to(html: str, base: str) -> None:
    """Hostile case 65; as browsers do, the first `<base>` with an address counts, be it a useless one."""
    page = read(f"<!doctype html><html><head>{html}</head><body><p>words <a href=bottle.html>bottle</a>")
    assert page.base_url == base
    assert [link.url for link in page.carriers] == [f"{base.rpartition('/')[0]}/bottle.html"]
