"""Links that HTML nests wrongly (hostile case 69): one link becomes several, at the places a browser puts them."""

import pytest

from evidence.model import Kind
from tests.evidence.pages import read

BASE = "https://shop.test/"


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ("<a href=/1>one<a href=/2>two", ["/1 one", "/2 two"]),
        ("<a href=/1>one<a href=/1>two<a href=/1>three", ["/1 one", "/1 two", "/1 three"]),
        ("<p><a href=/1>one<p>two</p>three", ["/1 one", "/1 two", "/1 three"]),
        ("<a href=/1>one<div>two</a>three</div>", ["/1 one", "/1 two"]),
        ("<a href=/1>one<p>two<a href=/2>three</p>four</a>five", ["/1 one", "/1 two", "/2 three", "/2 four"]),
        ("<b><a href=/1>one</b>two</a>three", ["/1 one", "/1 two"]),
        ("<i><a href=/1>one<b></i>two</a>three", ["/1 one", "/1 two"]),
        ("<a href=/1><b>one<div>two</a>three</div></b>", ["/1 one", "/1 two"]),
        ("<font><p><a href=/1>one</font>two</p></a>three", ["/1 one", "/1 two"]),
        ("<nobr><a href=/1>one<nobr>two</a>three", ["/1 one", "/1 two"]),
        ("<div><a href=/1>one</div><div>two</div>", ["/1 one", "/1 two"]),
        ("<a href=/1>one<ul><li>two<li></a>three</ul>", ["/1 one", "/1 two", "/1 "]),
        ("<form><a href=/1>one</form><form>two</a>three", ["/1 one", "/1 two"]),
        ("<a href=/1><button>one</a>two</button>three", ["/1 ", "/1 one"]),
        ("<table><a href=/1>one<tr><td>two</a>three</table>four", ["/1 one", "/1 four"]),
        ("<a href=/1>one<table><a href=/2>two</table>three", ["/1 onetwo", "/2 two", "/2 three"]),
    ],
)
def test_links_stand_where_a_browser_puts_them(html: str, links: list[str]) -> None:
    """What is expected is what Chromium's DOM holds: href and text of every `a`, in the order of the tree."""
    page = read(f"<!doctype html><base href={BASE}>{html}")
    found = [find for find in page.references if find.carrier.kind is Kind.LINK]
    assert [f"/{find.resolved.removeprefix(BASE)} {find.carrier.anchor}" for find in found] == links
