"""What hides a link by itself, and what only looks as if it did."""

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
    ('<div style="clip-path:inset(0 0 100%)">{}</div>', "clip-path: inset(0 0 100%)"),
    ('<div style="clip-path:polygon(0 0,100% 0,100% 0,0 0)">{}</div>', "clip-path: polygon"),
    ('<div style="transform:scale(1,0)">{}</div>', "transform: scale(1,0)"),
    ('<div style="transform:matrix(1,0,0,1,-9999,0)">{}</div>', "transform: matrix"),
    ('<div style="transform:translateX(calc(-1 * 100vw - 10px))">{}</div>', "transform: translatex(calc"),
    ('<div style="height:min(0px,5vh);overflow:hidden">{}</div>', "height: min(0px"),
    ('<div style="filter:opacity(0)">{}</div>', "filter: opacity(0)"),
    ('<div style="font:0/0 a">{}</div>', "font-size: 0"),
    ("<marquee width=0>{}</marquee>", "width: 0 of <marquee>"),
    ('<marquee style="position:absolute;width:0px">{}</marquee>', "width: 0px of <marquee>"),
    ('<div style="text-indent:-9000px"><p>{}</p></div>', "text-indent: -9000px"),
    ('<div style="text-indent:-9000px"><p>a</p><p>{}</p></div>', "text-indent: -9000px"),
    ('<div style="text-indent:-9000px"><b style="float:left">a</b>{}</div>', "text-indent: -9000px"),
    ('<div style="text-indent:-9000px"><p hidden>a</p>{}</div>', "text-indent: -9000px"),
    ('<div style="text-indent:-9000px"><b style="text-indent:0">{}</b></div>', "text-indent: -9000px"),
    ('<div style="text-indent:-9000px"><button>{}</button></div>', "text-indent: -9000px"),
    ('<div style="text-indent:-9000px;opacity:0">a<br>{}</div>', "opacity: 0"),
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
    ('<table><tr><td style="display:block;margin-left:-9999px">{}</table>', "margin-left: -9999px"),
    ('<div style="display:table-column">{}</div>', "display: table-column"),
    ('<p style="position:absolute;clip:rect(431px,auto,auto,431px)">{}</p>', "clip: rect(431px"),
    ('<div style="transform:rotateX(90deg)">{}</div>', "transform: rotatex(90deg)"),
    ('<div style="clip-path:rect(0 0 0 0)">{}</div>', "clip-path: rect"),
    ('<div style="position:fixed;right:100%">{}</div>', "position: fixed; right: 100%"),
    ('<div style="position:fixed;bottom:100vh">{}</div>', "position: fixed; bottom: 100vh"),
    ('<div style="height:0;min-height:100%;overflow:hidden">{}</div>', "height: 0; overflow: hidden"),
    ('<button style="height:0;padding:0;overflow:hidden">{}</button>', "height: 0; overflow: hidden"),
    (
        '<ul style="text-indent:-999px"><li><a href="' + IMAGE + '" style="display:block">us</a></ul>{}',
        "text-indent: -999px, style of <ul>, moves the link's words",
    ),
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
    ('<div style="text-indent:-9000px">a<br>{}</div>', Visibility.VISIBLE),
    ('<div style="text-indent:-9000px"><i>a<br>b</i> <b>{}</b></div>', Visibility.VISIBLE),
    ('<div style="text-indent:-9000px"><p>a</p>{}</div>', Visibility.VISIBLE),
    ('<div style="text-indent:-9000px"><p style="text-indent:0">{}</p></div>', Visibility.VISIBLE),
    ('<div style="text-indent:-9000px"><table><tr><td>{}</table></div>', Visibility.VISIBLE),
    ('<body style="height:0;overflow:hidden">{}</body>', Visibility.VISIBLE),
    ('<div style="height:0;min-height:20px;overflow:hidden">{}</div>', Visibility.VISIBLE),
    ('<div style="width:0;min-width:100%;overflow:hidden">{}</div>', Visibility.VISIBLE),
    ('<button style="height:0;overflow:hidden">{}</button>', Visibility.VISIBLE),
    ('<div style="position:fixed;bottom:60%">{}</div>', Visibility.VISIBLE),
    ('<table><tr><td style="margin-left:-9999px">{}</table>', Visibility.VISIBLE),
    ('<div style="position:fixed;bottom:100%;transform:translateY(100%)">{}</div>', Visibility.VISIBLE),
    ('<div style="position:fixed;right:100%;left:0">{}</div>', Visibility.VISIBLE),
    ('<div style="position:absolute;bottom:100%">{}</div>', Visibility.VISIBLE),
    ("<details name=a open>one</details><details name=b open>{}</details>", Visibility.VISIBLE),
    ("<details name=a open>one</details><details name=a open>{}</details>", Visibility.COLLAPSED),
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
    ("<progress value=1 max=2>{}</progress>", Visibility.INERT),
    ("<meter value=1>{}</meter>", Visibility.INERT),
    ("<iframe srcdoc=\"<p>page in a page <a href='" + IMAGE + "'>anchor</a>\"></iframe>", Visibility.VISIBLE),
    ("<div><template shadowrootmode=open><slot></slot></template>{}</div>", Visibility.VISIBLE),
]


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


def test_an_indent_moves_the_words_of_the_first_line_only() -> None:
    (find,) = read(
        f'<div style="text-indent:-999em">one<br>two <a href="{IMAGE}">three<br>four</a> five'
    ).references
    assert (find.carrier.anchor, find.carrier.left.words) == ("three four", ("two",))
    (find,) = read(f'<h1 style="text-indent:-999em"><a href="{IMAGE}">one<br>two</a></h1>').references
    assert (find.carrier.visibility, find.carrier.anchor) == (Visibility.VISIBLE, "two")


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
