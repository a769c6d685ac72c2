"""What hides a link, and what only looks as if it did."""

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
    ('<div style="position:relative;left:-9999px">{}</div>', "position: relative; left: -9999px"),
    ('<div style="position:relative;bottom:9999px">{}</div>', "position: relative; bottom: 9999px"),
    ('<div style="text-indent:-9000px;overflow:hidden">{}</div>', "text-indent: -9000px"),
    (
        '<font style="position:absolute;overflow:hidden;height:0;width:0">{}</font>',
        "height: 0; overflow: hidden",
    ),
    (
        '<marquee style="position:absolute;width:0px;overflow:hidden">{}</marquee>',
        "width: 0px; overflow: hidden",
    ),
    ('<article style="text-indent:-9000px">{}</article>', "text-indent: -9000px, style of <article>"),
    ('<body style="transform:scale(0)">{}</body>', "transform: scale(0), style of <body>"),
    ('<p style="display:contents;visibility:hidden">{}</p>', "visibility: hidden"),
    ('<p style="display:table-caption;margin-left:-9999px">{}</p>', "margin-left: -9999px"),
    ('<span style="font-size:0">{}</span>', "font-size: 0, style of <span>"),
    ('<span style="transform:scale(0);display:inline-block">{}</span>', "transform: scale(0)"),
    ('<div style="transform:translateX(-9999px)">{}</div>', "transform: translatex(-9999px)"),
    ('<div style="translate:-3000px 0">{}</div>', "translate: -3000px 0"),
    (
        '<div style="position:fixed;left:0;transform:translateX(-110%)">{}</div>',
        "transform: translatex(-110%); position: fixed",
    ),
    ('<div style="clip-path:circle(0)">{}</div>', "clip-path: circle(0)"),
    ('<div style="clip-path:polygon(0 0, 0 0, 0 0)">{}</div>', "clip-path: polygon"),
    ('<div style="filter:opacity(0)">{}</div>', "filter: opacity(0)"),
    ('<div style="font:0/0 a">{}</div>', "font-size: 0"),
    ("<marquee width=0>{}</marquee>", "width: 0 of <marquee>"),
    ('<marquee style="position:absolute;width:0px">{}</marquee>', "width: 0px of <marquee>"),
    ('<div style="text-indent:-9000px"><b style="font-size:20px">{}</b></div>', "text-indent: -9000px"),
    ('<div style="font-size:0"><b style="font-size:2em">{}</b></div>', "font-size: 0"),
    ("<div hidden>{}</div>", "hidden attribute of <div>"),
    ("<dialog>{}</dialog>", "closed <dialog>"),
    ('<details style="opacity:0"><summary>{}</summary></details>', "opacity: 0"),
    ('<div style="--far:-9999px;position:absolute;left:var(--far)">{}</div>', "left: -9999px"),
    ('<div style="display:var(--nothing, none)">{}</div>', "display: none"),
    ("<div popover>{}</div>", "popover attribute of <div>"),
    ('<div style="margin:0 0 0 -9999px">{}</div>', "margin-left: -9999px"),
    ('<div style="position:absolute;inset:-9999px auto auto 0">{}</div>', "position: absolute; top: -9999px"),
    ('<div style="position:absolute;left:calc(-1px * 9999)">{}</div>', "left: calc(-1px * 9999)"),
    ('<div style="position:absolute;right:9999px">{}</div>', "position: absolute; right: 9999px"),
    ('<div style="height:0;overflow-y:hidden">{}</div>', "height: 0; overflow: hidden"),
    ('<div style="height:0;overflow:auto">{}</div>', "height: 0; overflow: hidden"),
    ('<div style="display:none;display:bogus">{}</div>', "display: none"),
    ('<div style="visibility:hidden;visibility:shown">{}</div>', "visibility: hidden"),
    ('<div style="font-size:0.01em">{}</div>', "font-size: 0.01em"),
    ('<div style="opacity:calc(1 - 1)">{}</div>', "opacity: calc(1 - 1)"),
    ('<span style="float:left;transform:scale(0)">{}</span>', "transform: scale(0)"),
    ('<p style="display:flex"><span style="width:0;overflow:hidden">{}</span>', "width: 0; overflow: hidden"),
    ("<p>text</p><noscript>{}</noscript>", "only inside <noscript>"),
]
BY_SHEET = [
    ("<style>.x{display:none}</style><div class=x>{}</div>", "display: none, rule .x of"),
    ("<style>.x a, .y{visibility:hidden}</style><div class=x>{}</div>", "visibility: hidden, rule .x a of"),
    ("<style>.x{display:none!important}</style><div class=x style='display:block'>{}</div>", "display: none"),
    ("<style>div{display:block}#x{display:none}</style><div id=x>{}</div>", "rule #x"),
    ("<style>#x{position:absolute;left:-9999px}</style><div id=x>{}</div>", "left: -9999px"),
    ("<style><!--\n.x{display:none}\n--></style><div class=x>{}</div>", "rule .x"),
    ("<style>:root{--a:var(--b);--b:none}.x{display:var(--a)}</style><div class=x>{}</div>", "display: none"),
    ("<style>:root{--a:none}.dark{--a:block}.x{display:var(--a)}</style><div class=x>{}</div>", "rule .x of"),
    (
        "<style>:root{--a:block}html{--a:none!important}.x{display:var(--a)}</style><div class=x>{}",
        "rule .x of",
    ),
    (
        "<style>:root{--a:block}body[style]{--a:none}.x{display:var(--b,var(--a))}</style><body style=margin:0><div class=x>{}",
        "rule .x",
    ),
    (
        "<style>.y{content:\"a\n;b:c}.x{display:none}.y{content:'\"'}</style><div class=x>{}</div>",
        "rule .x of",
    ),
    ("<style>.p/**/.x{display:none}</style><div class='x p'>{}</div>", "display: none"),
    (r"<style>b\/*{c:d}.x{display:none}/* */</style><div class=x>{}</div>", "rule .x of"),
    ("<style>@media not (monochrome){.x{display:none}}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.x{background:url(a(b);display:none}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.x{background:url(a/*b);display:none;content:'*/'}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>@media screen/*{*/{.x{display:none}}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>@m\\65 dia screen{.x{display:none}}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.y{color:red;.x{display:none}}</style><div class=y><div class=x>{}</div>", "rule :is(.y) .x of"),
    ("<style>@media screen{.y{--a:{b:c}}.x{display:none}}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.y::after{content:'}'}.x{display:none}</style><div class=x>{}</div>", "rule .x of"),
    ("<style>.x{.y{display:none}}</style><div class=x><p class=y>{}</div>", "rule :is(.x) .y"),
    ("<style>.x{color:red;&.y{display:none}}</style><div class='x y'>{}</div>", "rule :is(.x).y"),
    ("<style>@charset 'a';b{c:d}.x{@media screen{display:none}}</style><div class=x>{}</div>", "rule .x"),
    ("<style>@layer{.x.x{display:block}}.x{display:none}</style><div class=x>{}</div>", "display: none"),
    (
        "<style>@layer a,b;@layer b{.x{display:none}}@layer a{#x{display:block}}</style><div id=x class=x>{}",
        "display: none",
    ),
    (
        "<style>@layer a{.x{display:none!important}}.x{display:block!important}</style><div class=x>{}</div>",
        "display: none",
    ),
    ("<style>@supports (display:grid){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>@supports selector(:has(a)){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>.x,.y::after,.z:before{display:none}</style><div class=x>{}</div>", "display: none, rule .x of"),
    ("<style>fieldset{padding:0;height:0;overflow:hidden}</style><fieldset>{}</fieldset>", "height: 0"),
    ("<style>.x{height:0;overflow:hidden;padding:1px 50px}</style><div class=x>{}</div>", "height: 0"),
    (
        "<style>td{display:block;height:0;overflow:hidden}</style><table><tr><td class=x>{}</table>",
        "height: 0",
    ),
    ("<style>.x{display:table-caption;height:0;overflow:hidden}</style><div class=x>{}</div>", "height: 0"),
    ("<style>.x{width:0;overflow:hidden;padding:9px}</style><div class=x>{}</div>", "width: 0"),
    ("<style>@media (400px<=width){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>@media (min-width:600px){.x{display:none}}</style><div class=x>{}</div>", "display: none"),
    ("<style>.a:not(.b){display:none}</style><div class=a>{}</div>", "rule .a:not(.b)"),
    ("<style>.a{left:-9999px}div{position:absolute}</style><div class=a>{}</div>", "left: -9999px"),
    ("<style>.a{height:0}.a{overflow:hidden}</style><div class=a>{}</div>", "height: 0; overflow: hidden"),
    ("<style>.b{overflow:hidden}</style><div class=b style='height:0'>{}</div>", "overflow: hidden"),
    ("<style>[data-x=a]>b:first-child{display:none}</style><p data-x=a><b>{}</b>", "rule [data-x=a]>b"),
]
SHOWN_BY_SHEET = [
    "<style>.x{display:none}.x.y{display:block}</style><div class='x y'>{}</div>",
    "<style>.x{display:none}.x{display:flex}</style><div class=x>{}</div>",
    "<style>.x{display:none}</style><div class=x style='display:block'>{}</div>",
    "<style>@media print{.x{display:none}}</style><div class=x>{}</div>",
    "<style>:root{--a:none}.dark{--a:block}.x{display:var(--a)}</style><div class=dark><div class=x>{}</div>",
    "<style>:root{--a:none}body{--a:block}.x{display:var(--a)}</style><div class=x>{}</div>",
    "<style>*{--a:block}:root{--a:none}.x{display:var(--a)}</style><div class=x>{}</div>",
    "<style>@media print{:root{--a:none}}.x{display:var(--a,block)}</style><div class=x>{}</div>",
    "<style>:root{--a:none}:root{--A:block}.x{display:var(--A)}</style><div class=x>{}</div>",
    "<style>@keyframes y{from{display:none}}.x{display:block}</style><div class=x>{}</div>",
    "<style>@media screen/*{*/{.y{display:none}}</style><div class=x>{}</div>",
    "<style>@layer a]{.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media screen and (color]{.x{display:none}}</style><div class=x>{}</div>",
    "<style>.x{display:none}/* @b */.x{display:block}</style><div class=x>{}</div>",
    "<style>.x{display:none}y{content:'@import'}.x{display:block}</style><div class=x>{}</div>",
    "<style>@media screen{a:b;.x{display:none}}</style><div class=x>{}</div>",
    "<style>@;.x{display:none}</style><div class=x>{}</div>",
    "<style>.x{display:table;height:0;overflow:hidden}</style><div class=x>{}</div>",
    "<style>.x{height:0;width:0;overflow:hidden}</style><table><tr><td class=x>{}</table>",
    "<style>.x{display:var(--nowhere)}</style><div class=x>{}</div>",
    "<style>.x{display:none;&.y{display:block}}</style><div class='x y'>{}</div>",
    "<style>@layer{#x{display:none}}.x{display:block}</style><div id=x class=x>{}</div>",
    "<style>@supports not (display:grid){.x{display:none}}</style><div class=x>{}</div>",
    "<style>@supports selector(:unheard-of){.x{display:none}}</style><div class=x>{}</div>",
    "<style>.x::after,.y{display:none}</style><div class=x>{}</div>",
    "<style>.x,[data-y=1]{display:none}</style><div class=x>{}</div>",
    "<style>.x,::-moz-selection{display:none}</style><div class=x>{}</div>",
    "<style>@supports (display:unheard-of) or (-moz-appearance:none){.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media (width<600px){.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media (no-such-thing){.x{display:none}}</style><div class=x>{}</div>",
    "<style>@media (max-width:600px){.x{display:none}}</style><div class=x>{}</div>",
    "<style media=print>.x{display:none}</style><div class=x>{}</div>",
    "<style>.x::before{display:none}</style><div class=x>{}</div>",
    "<style>.x:unknown-thing{display:none}</style><div class=x>{}</div>",
    "<style>/* .x{display:none} */</style><div class=x>{}</div>",
    "<style>fieldset{height:0;overflow:hidden}</style><fieldset>{}</fieldset>",
    "<style>ul{font-size:0}ul li{font-size:14px}</style><ul><li>{}</ul>",
    "<style>.x{visibility:hidden}.x .y{visibility:visible}</style><div class=x><b class=y>{}</b></div>",
    "<style>.x{transform:translate(-50%,0)}</style><div class=x>{}</div>",
    "<style>ul{font:0/0 a}ul li{font:italic 14px/1 serif}</style><ul><li>{}</ul>",
    "<style>.x{position:absolute;left:-9999px}.x.y{display:contents}</style><div class='x y'>{}</div>",
    "<style>.x{height:0;overflow:hidden}.y{padding-bottom:56.25%}</style><div class='x y'>{}</div>",
    "<style>.x{height:0;overflow:hidden;padding:0 0 75%}</style><div class=x>{}</div>",
    "<style>.x{position:static;left:-9999px}</style><div class=x>{}</div>",
    "<style>.x{margin-left:-9999px}.x.y{margin:0}</style><div class='x y'>{}</div>",
    "<style>.x{visibility:hidden}.x.y{all:initial}</style><div class='x y'>{}</div>",
    "<style>.x{display:none}.x.y{display:revert}</style><div class='x y'>{}</div>",
    "<style>tr{height:0;overflow:hidden}.x{all:revert-layer;height:0;overflow:hidden}</style><table><tr class=x><td>{}</table>",
    "<style>div{display:none}.x{display:unset}</style><div class=x>{}</div>",
]
NOT_HIDDEN = [
    ("<p>{}</p>", Visibility.VISIBLE),
    ('<div style="display:block; opacity:0.9; left:-10px">{}</div>', Visibility.VISIBLE),
    ('<div style="left:-9999px">{}</div>', Visibility.VISIBLE),
    ('<div style="position:relative;top:-999px">{}</div>', Visibility.VISIBLE),
    ('<fieldset style="height:0;overflow:hidden">{}</fieldset>', Visibility.VISIBLE),
    ('<div style="height:0">{}</div>', Visibility.VISIBLE),
    ('<div style="display:noneish">{}</div>', Visibility.VISIBLE),
    ('<span style="height:0;overflow:hidden">{}</span>', Visibility.VISIBLE),
    ('<span style="transform:scale(0)">{}</span>', Visibility.VISIBLE),
    ('<span style="content-visibility:hidden">{}</span>', Visibility.VISIBLE),
    ('<div style="clip:rect(0,0,0,0)">{}</div>', Visibility.VISIBLE),
    ('<div hidden style="display:block">{}</div>', Visibility.VISIBLE),
    ('<div popover style="display:flex">{}</div>', Visibility.VISIBLE),
    ("<dialog open>{}</dialog>", Visibility.VISIBLE),
    ("<div hidden=until-found>{}</div>", Visibility.COLLAPSED),
    ("<details><summary>more</summary>{}</details>", Visibility.COLLAPSED),
    ("<details><summary>{}</summary></details>", Visibility.VISIBLE),
    ("<details open>{}</details>", Visibility.VISIBLE),
    ('<p style="display:contents;clip-path:circle(0);opacity:0">{}</p>', Visibility.VISIBLE),
    ('<p style="display:table-cell;margin-left:-9999px">{}</p>', Visibility.VISIBLE),
    ('<details><p style="font-size:0">{}</details>', Visibility.COLLAPSED),
    ('<ul style="font-size:0"><li><button>{}</button></ul>', Visibility.VISIBLE),
    ('<div style="text-indent:-9000px"><table><tr><td>{}</table></div>', Visibility.VISIBLE),
    ('<body style="height:0;overflow:hidden">{}</body>', Visibility.VISIBLE),
    ("<details><details><summary>{}</summary></details></details>", Visibility.COLLAPSED),
    ("<details><p><details open><summary>{}</summary></details></details>", Visibility.COLLAPSED),
    ("<details open><details><summary>{}</summary></details></details>", Visibility.VISIBLE),
    ('<span class="screen-reader-text">{}</span>', Visibility.SCREEN_READER),
    ('<span class="sr-only" style="">{}</span>', Visibility.SCREEN_READER),
    (
        '<span style="clip:rect(0,0,0,0);position:absolute;width:1px;height:1px">{}</span>',
        Visibility.SCREEN_READER,
    ),
    ("<template>{}</template>", Visibility.INERT),
    ("<video src=/film.mp4>{}</video>", Visibility.INERT),
    ("<iframe srcdoc=\"<p>page in a page <a href='" + IMAGE + "'>anchor</a>\"></iframe>", Visibility.VISIBLE),
    ("<div><template shadowrootmode=open><slot></slot></template>{}</div>", Visibility.VISIBLE),
]
UNNOTICED = [
    (
        '<p><a href="{}" style="display:block;text-indent:-999em">words</a>',
        "text-indent: -999em of the link's",
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


def test_pictures_are_hidden_with_the_box_they_stand_in_also_among_letters_without_size() -> None:
    (find,) = read(f'<div style="font-size:0"><p hidden><img src="{IMAGE}"></div>').references
    assert find.carrier.hidden_by == "hidden attribute of <p>"
    (find,) = read(
        f'<div style="font-size:0;left:-9999px;position:fixed"><img src="{IMAGE}"></div>'
    ).references
    assert find.carrier.hidden_by.startswith("position: fixed; left: -9999px")


def test_pictures_stay_in_sight_where_only_letters_have_no_size() -> None:
    (find,) = read(f'<div style="font-size:0"><img src="{IMAGE}"></div>').references
    assert find.carrier.visibility is Visibility.VISIBLE


def test_an_indent_moves_pictures_in_the_line() -> None:
    (find,) = read(f'<h1 style="text-indent:-9999px"><img src="{IMAGE}"></h1>').references
    assert find.carrier.hidden_by == "text-indent: -9999px, style of <h1>"
    for own in ("display:block", "display:block;text-indent:-9999px"):
        picture = f'<img src="{IMAGE}" style="{own}">'
        (find,) = read(f'<h1 style="text-indent:-9999px">{picture}</h1>').references
        assert find.carrier.visibility is Visibility.VISIBLE


def test_a_page_in_an_attribute_is_read_with_the_page() -> None:
    page = read(
        f"<p>before</p><iframe srcdoc=\"<p>inside <a href='{IMAGE}'>here</a> there\"></iframe><p>after"
    )
    (find,) = page.references
    assert find.carrier.left.words == ("before", "inside")
    assert find.carrier.right.words == ("there", "after")


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
