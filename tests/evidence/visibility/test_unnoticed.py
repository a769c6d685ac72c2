"""Links that are drawn but that nobody notices, and small or faint ones that people see."""

import pytest

from evidence.model import Visibility
from tests.evidence.pages import IMAGE, read

UNNOTICED = [
    (
        '<p><a href="{}" style="display:block;text-indent:-999em">words</a>',
        "text-indent: -999em, style of <a>, moves the link's words",
    ),
    ('<p style="background:#fff"><a href="{}" style="color:#fff">words</a>', "color: #fff on #fff"),
    ('<style>a{{color:white}}</style><p><a href="{}">words</a>', "color: white on white"),
    ('<body bgcolor=black><a href="{}"><font color="#010101">words</font></a>', "color: #010101 on black"),
    ('<p><a href="{}" style="color:transparent">words</a>', "color: transparent on white"),
    ('<p><a href="{}" style="color:rgba(0,0,0,.01)">words</a>', "on white"),
    ('<p>text<a href="{}"></a>', "a link without any content"),
    ('<p>text<a href="{}">.</a>', "an anchor of one character, '.'"),
    ('<img src="{}" width=1 height=1>', "an image of 1 by 1"),
    ('<img src="{}" style="width:0;height:0">', "an image of 0 by 0"),
    (
        '<a href="{}"><img src="/dot.gif" width=1 height=1 alt=""></a>',
        "a link around an image of 1 by 1",
    ),
]
NOTICED = [
    '<p><a href="{}" style="background:url(/logo.png);display:block;text-indent:-999em">our shop</a>',
    '<link rel=stylesheet href=/site.css><a href="{}" style="display:block;text-indent:-999em">our shop</a>',
    '<p style="background:#000"><a href="{}" style="color:#fff">words</a>',
    '<p style="background:url(dark.jpg)"><a href="{}" style="color:#fff">words</a>',
    '<link rel=stylesheet href=/site.css><p><a href="{}" style="color:#fff">words</a>',
    '<body bgcolor=white><a href="{}">words</a>',
    '<p style="color:#fff"><a href="{}">words</a>',
    '<p><a href="{}" style="color:#ccc">words</a>',
    '<p>text<a href="{}" aria-label="our shop"></a>',
    '<p>text<a href="{}" class="stretched-link"></a>',
    '<p>text<a href="{}"><i class="icon-shop"></i></a>',
    '<p>text<a href="{}">1</a>',
    '<p>text<a href="{}">»</a>',
    '<img src="{}" width=1 height=1 style="width:200px;height:100px">',
    '<img src="{}" height=1>',
    '<a href="{}"><img src="/dot.gif" width=1 height=1 alt=""><img src="/logo.png" width=90 alt=""></a>',
    '<a href="{}"><img src="/dot.gif" width=1 height=1 alt="">our shop</a>',
]


@pytest.mark.parametrize(("html", "rule"), UNNOTICED)
def test_drawn_but_unnoticed(html: str, rule: str) -> None:
    carrier = read(html.format(IMAGE)).references[0].carrier
    assert carrier.visibility is Visibility.HIDDEN
    assert rule in carrier.hidden_by


@pytest.mark.parametrize("html", NOTICED)
def test_faint_or_small_but_honest(html: str) -> None:
    assert read(html.format(IMAGE)).references[0].carrier.visibility is Visibility.VISIBLE


def test_a_link_deeper_than_browsers_nest_boxes_is_not_called_empty() -> None:
    """A parser puts what is in it beside it, so that nobody knows whether it had words."""
    deep, shallow = ("<div>" * depth + f'<a href="{IMAGE}"></a>' for depth in (600, 400))
    assert read(deep).references[0].carrier.visibility is Visibility.VISIBLE
    assert read(shallow).references[0].carrier.visibility is Visibility.HIDDEN
