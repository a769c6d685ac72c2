import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.page.refresh import refresh_target


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("0;url=/x", "/x"),
        ("0; URL = '/x y' and more", "/x y"),
        ('5,"/x"', "/x"),
        ("0;/x", "/x"),
        ("0 https://a.example/", "https://a.example/"),
        ("  .5;url=/x ", "/x"),
        ("3.5s;url=/x", ""),
        ("0;url=it's", "it's"),
        ("0;urlaub.html", "urlaub.html"),
        ("0;url", "url"),
        ("0;page.php?url=/x", "page.php?url=/x"),
        ("0;url='/x", "/x"),
        ("30", ""),
        ("30;", ""),
        ("0;url=", ""),
        ("https://a.example/", ""),
        ("noindex", ""),
        ("", ""),
    ],
)
def test_where_it_leads(value: str, target: str) -> None:
    assert refresh_target(value) == target


@given(st.text(alphabet="0.;, url='\"/x\t"))
def test_any_value_is_survived(value: str) -> None:
    assert refresh_target(value) in value
