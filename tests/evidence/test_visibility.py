"""What hides a link, and what only looks as if it did (field guide 2.1)."""

import pytest

from evidence.model import Visibility
from tests.evidence.pages import IMAGE, read

LINK = f'<a href="{IMAGE}">anchor</a>'
HIDDEN = [
    ('<div style="display:none">{}</div>', "display: none, style of <div>"),
    ('<div style="display:none !important; display:block">{}</div>', "display: none, style of <div>"),
    ('<p id="x" style="VISIBILITY: Hidden">{}</p>', 'visibility: hidden, style of <p id="x">'),
    ('<div style="opacity:0.01">{}</div>', "opacity: 0.01, style of <div>"),
    (
        '<div style="position:absolute;left:-12623px;width:1000px">{}</div>',
        "position: absolute; left: -12623px",
    ),
    ('<div style="position:fixed;top:-999999px">{}</div>', "position: fixed; top: -999999px"),
    ('<div style="text-indent:-9000px;overflow:hidden">{}</div>', "text-indent: -9000px"),
    (
        '<font style="position:absolute;overflow:hidden;height:0;width:0">{}</font>',
        "height: 0; overflow: hidden",
    ),
    (
        '<marquee style="position:absolute;width:0px;overflow:hidden">{}</marquee>',
        "width: 0px; overflow: hidden",
    ),
    ('<span style="font-size:0">{}</span>', "font-size: 0, style of <span>"),
    ('<span style="transform:scale(0)">{}</span>', "transform: scale(0)"),
    ("<div hidden>{}</div>", "hidden attribute of <div>"),
    ("<p>text</p><noscript>{}</noscript>", "only inside <noscript>"),
]
BY_SHEET = [
    ("<style>.x{display:none}</style><div class=x>{}</div>", "display: none, rule .x of"),
    ("<style>.x a, .y{visibility:hidden}</style><div class=x>{}</div>", "visibility: hidden, rule .x a of"),
    ("<style>.x{display:none!important}</style><div class=x style='display:block'>{}</div>", "display: none"),
    ("<style>div{display:block}#x{display:none}</style><div id=x>{}</div>", "rule #x"),
    ("<style>#x{position:absolute;left:-9999px}</style><div id=x>{}</div>", "left: -9999px"),
    ("<style>@media (min-width:600px){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>.a:not(.b){display:none}</style><div class=a>{}</div>", "rule .a:not(.b)"),
]
SHOWN_BY_SHEET = [
    "<style>.x{display:none}.x.y{display:block}</style><div class='x y'>{}</div>",
    "<style>.x{display:none}.x{display:flex}</style><div class=x>{}</div>",
    "<style>.x{display:none}</style><div class=x style='display:block'>{}</div>",
    "<style>@media print{.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media (max-width:600px){.x{display:none}}</style><div class=x>{}</div>",
    "<style media=print>.x{display:none}</style><div class=x>{}</div>",
    "<style>.x::before{display:none}</style><div class=x>{}</div>",
    "<style>.x:unknown-thing{display:none}</style><div class=x>{}</div>",
    "<style>/* .x{display:none} */</style><div class=x>{}</div>",
]
NOT_HIDDEN = [
    ("<p>{}</p>", Visibility.VISIBLE),
    ('<div style="display:block; opacity:0.9; left:-10px">{}</div>', Visibility.VISIBLE),
    ('<div style="left:-9999px">{}</div>', Visibility.VISIBLE),
    ('<div style="height:0">{}</div>', Visibility.VISIBLE),
    ('<div style="display:noneish">{}</div>', Visibility.VISIBLE),
    ("<details><summary>more</summary>{}</details>", Visibility.COLLAPSED),
    ("<details><summary>{}</summary></details>", Visibility.VISIBLE),
    ("<details open>{}</details>", Visibility.VISIBLE),
    ('<span class="screen-reader-text">{}</span>', Visibility.SCREEN_READER),
    ('<span class="sr-only" style="">{}</span>', Visibility.SCREEN_READER),
    (
        '<span style="clip:rect(0,0,0,0);position:absolute;width:1px;height:1px">{}</span>',
        Visibility.SCREEN_READER,
    ),
    ("<template>{}</template>", Visibility.INERT),
]


@pytest.mark.parametrize(("html", "rule"), HIDDEN)
def test_hidden_with_its_rule(html: str, rule: str) -> None:
    carrier = read(html.format(LINK)).references[0].carrier
    assert carrier.visibility is Visibility.HIDDEN
    assert rule in carrier.hidden_by


@pytest.mark.parametrize(("html", "rule"), BY_SHEET)
def test_hidden_by_the_cascade(html: str, rule: str) -> None:
    carrier = read(html.replace("{}", LINK)).references[0].carrier
    assert carrier.visibility is Visibility.HIDDEN
    assert rule in carrier.hidden_by


@pytest.mark.parametrize("html", SHOWN_BY_SHEET)
def test_shown_by_the_cascade(html: str) -> None:
    assert read(html.replace("{}", LINK)).references[0].carrier.visibility is Visibility.VISIBLE


@pytest.mark.parametrize(("html", "visibility"), NOT_HIDDEN)
def test_look_alikes(html: str, visibility: Visibility) -> None:
    assert read(html.format(LINK)).references[0].carrier.visibility is visibility


def test_a_lazy_image_and_its_noscript_twin_are_one_find() -> None:
    page = (
        f'<img data-src="{IMAGE}" src="data:image/gif;base64,R0lGOD"><noscript><img src="{IMAGE}"></noscript>'
    )
    (find,) = read(page).references
    assert find.carrier.visibility is Visibility.LAZY
    assert find.also == ("img[src]",)


def test_metadata_is_no_link_and_not_seen() -> None:
    (find,) = read(f'<head><meta property="og:image" content="{IMAGE}"></head><body>text').references
    assert find.carrier.visibility is Visibility.METADATA
    assert find.carrier.kind == "embed"
