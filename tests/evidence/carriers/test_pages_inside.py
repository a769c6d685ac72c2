import base64

import pytest

from evidence.carriers.pages_inside import page_inside
from evidence.walk import MOST_FRAMED
from tests.evidence.pages import IMAGE, read

PAGE = f"<a href={IMAGE}>ä</a>"
CODED = base64.b64encode(PAGE.encode()).decode()


@pytest.mark.parametrize(
    ("tag", "attributes", "page"),
    [
        ("iframe", {"srcdoc": PAGE, "src": "data:text/html,<p>no"}, PAGE),
        ("iframe", {"srcdoc": ""}, ""),
        ("iframe", {"src": f"data:text/html;charset=utf-8;base64,{CODED}"}, PAGE),
        ("iframe", {"src": " DATA:text/html;charset=latin1,%e4"}, "ä"),
        ("frame", {"src": "data:text/html,<p>a%20b"}, "<p>a b"),
        ("embed", {"src": "data:text/html,<p>"}, "<p>"),
        ("object", {"data": "data:text/html,<p>"}, "<p>"),
        ("iframe", {"src": "https://a.example/"}, None),
        ("iframe", {"src": "data:text/html"}, ""),
        ("iframe", {"src": "data:text/html;base64,a"}, None),
        ("iframe", {"src": "data:text/html-not,<p>"}, None),
        ("iframe", {"src": "data:image/svg+xml,<svg>"}, None),
        ("embed", {"srcdoc": PAGE}, None),
        ("object", {"src": "data:text/html,<p>"}, None),
    ],
)
def test_page_inside(tag: str, attributes: dict[str, str], page: str | None) -> None:
    assert page_inside(tag, attributes) == page


@pytest.mark.parametrize(
    "html",
    [
        f"<iframe src='data:text/html;base64,{CODED}'></iframe>",
        f"<embed src='data:text/html;base64,{CODED}'>",
        f"<frameset><frame src='data:text/html;base64,{CODED}'></frameset>",
    ],
)
def test_what_stands_in_them_is_seen(html: str) -> None:
    (find,) = read(html).references
    assert (find.level, find.carrier.element, find.carrier.visibility) == ("L0", "a", "visible")


def test_pages_without_end_are_cut_off_and_said_to_be() -> None:
    page = read("<iframe src='data:text/html,<p>x'></iframe>" * (MOST_FRAMED + 1))
    assert (page.limits, page.text.count("x")) == (("parse-budget",), MOST_FRAMED)
