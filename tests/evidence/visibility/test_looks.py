"""Elements alike by tag, class and id are told apart where the page's styles tell them apart."""

import pytest

from tests.evidence.pages import read

TWO = "<p class=a>one<p class=a>two"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (TWO, "one two"),
        (f"<style>.a:first-child{{display:none}}</style><div>{TWO}</div>", "two"),
        (f"<style>.a+.a{{display:none}}</style>{TWO}", "one"),
        (f"<style>.x .a{{display:none}}</style><div class=x>{TWO}</div>{TWO}", "one two"),
        (f"<style>.x{{visibility:hidden}}.x p+p{{visibility:visible}}</style><div class=x>{TWO}</div>", "two"),
        ('<p class=a style="display:none">one<p class=a style="display:block">two', "two"),
        ("<p class=a hidden>one<p class=a>two", "two"),
        ("<details class=a><i>one</i></details><details class=a open><i>two</i></details>", "two"),
        ("<div style=display:flex><b class=a>one</b><b class=a>two</b></div><b class=a>3</b><b class=a>4</b>", "one two 34"),
    ],
)  # fmt: skip
def test_alike_is_what_looks_alike(html: str, text: str) -> None:
    assert read(html).text == text
