import pytest

from evidence.carriers.attributes import url_attributes
from evidence.model import Kind

LINK, EMBED = Kind.LINK, Kind.EMBED


@pytest.mark.parametrize(
    ("tag", "attributes", "found"),
    [
        ("a", {"href": "/x", "class": "y"}, [("href", "/x", LINK, False)]),
        ("area", {"href": "/x"}, [("href", "/x", LINK, False)]),
        ("form", {"action": "/x"}, [("action", "/x", LINK, False)]),
        ("iframe", {"src": "/x"}, [("src", "/x", LINK, False)]),
        ("link", {"rel": "canonical", "href": "/x"}, [("href", "/x", LINK, False)]),
        ("link", {"rel": "Shortcut Icon", "href": "/x.ico"}, [("href", "/x.ico", EMBED, False)]),
        ("link", {"rel": "image_src", "href": "/x.jpg"}, [("href", "/x.jpg", EMBED, False)]),
        ("link", {"rel": "preload", "imagesrcset": "a.jpg 1x, b.jpg 2x"}, [("imagesrcset", "a.jpg", EMBED, False), ("imagesrcset", "b.jpg", EMBED, False)]),
        ("img", {"src": "a.jpg", "alt": "/no"}, [("src", "a.jpg", EMBED, False)]),
        ("img", {"srcset": "a,b.jpg 1x"}, [("srcset", "a,b.jpg", EMBED, False)]),
        ("img", {"data-src": "a.jpg"}, [("data-src", "a.jpg", EMBED, True)]),
        ("img", {"load-src": "//a.example/p.jpg"}, [("load-src", "//a.example/p.jpg", EMBED, True)]),
        ("img", {"data-lazy-srcset": "a.jpg 1x, b.jpg 2x"}, [("data-lazy-srcset", "a.jpg", EMBED, True), ("data-lazy-srcset", "b.jpg", EMBED, True)]),
        ("img", {"onerror": "this.src='https://a.example/q.jpg'"}, [("onerror", "https://a.example/q.jpg", EMBED, True)]),
        ("div", {"onclick": "location.href='https://a.example/x'"}, [("onclick", "https://a.example/x", LINK, True)]),
        ("div", {"style": 'background:url( "a b.jpg" )'}, [("style", "a b.jpg", EMBED, False)]),
        ("div", {"data-bg": "url('a.jpg')"}, [("data-bg", "a.jpg", EMBED, True)]),
        ("div", {"data-href": "/x"}, [("data-href", "/x", LINK, True)]),
        ("div", {"data-item": '{"img":"https:\\/\\/a.example\\/p.jpg"}'}, [("data-item", "https://a.example/p.jpg", EMBED, True)]),
        ("div", {"data-unheard-of": "https://a.example/p.png"}, [("data-unheard-of", "https://a.example/p.png", EMBED, True)]),
        ("video", {"poster": "a.jpg", "src": "a.mp4"}, [("poster", "a.jpg", EMBED, False), ("src", "a.mp4", EMBED, False)]),
        ("meta", {"property": "og:image", "content": "/a.jpg"}, [("og:image", "/a.jpg", EMBED, False)]),
        ("meta", {"name": "twitter:image", "content": "a.jpg"}, [("twitter:image", "a.jpg", EMBED, False)]),
        ("meta", {"http-equiv": "Refresh", "content": "0; URL='/x'"}, [("content", "/x", LINK, False)]),
        ("image", {"xlink:href": "a.svg"}, [("xlink:href", "a.svg", EMBED, False)]),
        ("a", {"xlink:href": "/x"}, [("xlink:href", "/x", LINK, False)]),
        ("td", {"background": "a.gif"}, [("background", "a.gif", EMBED, False)]),
        ("object", {"data": "a.swf"}, [("data", "a.swf", EMBED, False)]),
        ("a", {"href": "/x", "ping": "/p https://a.example/p"}, [("href", "/x", LINK, False), ("ping", "/p", LINK, True), ("ping", "https://a.example/p", LINK, True)]),
        ("a", {"href": "JavaScript:window.open('https://a.example/x')"}, [("href", "https://a.example/x", LINK, True)]),
        ("a", {"href": "javascript:go(%27https://a.example/x%27)"}, [("href", "https://a.example/x", LINK, True)]),
        ("ins", {"cite": "/x"}, [("cite", "/x", LINK, False)]),
        ("frame", {"src": "/x", "longdesc": "/y"}, [("src", "/x", LINK, False), ("longdesc", "/y", LINK, False)]),
        ("amp-iframe", {"src": "/x"}, [("src", "/x", LINK, False)]),
        ("amp-video", {"poster": "a.jpg", "src": "a.mp4"}, [("poster", "a.jpg", EMBED, False), ("src", "a.mp4", EMBED, False)]),
        ("tr", {"background": "a.gif"}, [("background", "a.gif", EMBED, False)]),
        ("param", {"name": "Movie", "value": "a.swf"}, [("value", "a.swf", EMBED, True)]),
        ("feImage", {"href": "a.png"}, [("href", "a.png", EMBED, False)]),
        ("feimage", {"xlink:href": "a.png"}, [("xlink:href", "a.png", EMBED, False)]),
        ("rect", {"fill": "url(a.svg#x)"}, [("fill", "a.svg#x", EMBED, False)]),
        ("span", {"href": "/x"}, [("href", "/x", LINK, True)]),
        ("mi", {"href": "/x"}, [("href", "/x", LINK, True)]),
        ("div", {"data-url": "https%3A%2F%2Fa.example%2Fx"}, [("data-url", "https://a.example/x", LINK, True)]),
        ("img", {"data-src": "https%253A%252F%252Fa.example%252Fp.jpg"}, [("data-src", "https://a.example/p.jpg", EMBED, True)]),
        ("meta", {"http-equiv": "refresh", "content": "5;/x"}, [("content", "/x", LINK, False)]),
    ],
)  # fmt: skip
def test_found(tag: str, attributes: dict[str, str], found: list[tuple[str, str, Kind, bool]]) -> None:
    assert [tuple(one) for one in url_attributes(tag, attributes)] == found


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("p", {}),
        ("div", {"class": "a/b", "id": "//x", "title": "https://a.example/", "data-id": "/7"}),
        ("img", {"alt": "https://a.example/p.jpg", "src": ""}),
        ("meta", {"name": "description", "content": "news and/or views"}),
        ("meta", {"http-equiv": "refresh", "content": "30"}),
        ("use", {"href": "#icon"}),
        ("rect", {"fill": "url(#x)x", "stroke": "none"}),
        ("span", {"href": "#top"}),
        ("a", {"href": "javascript:void(0)"}),
        ("input", {"value": "https://a.example/x"}),
        ("param", {"name": "wmode", "value": "a/b"}),
        ("img", {"usemap": "#map"}),
        ("div", {"data-share": "100%"}),
        ("base", {"href": "https://a.example/"}),
        ("div", {"style": "color:red", "data-date": "1/2/2020", "data-ratio": "16/9"}),
        ("div", {"srcdoc": "<a href=https://a.example/>"}),
    ],
)
def test_nothing_found(tag: str, attributes: dict[str, str]) -> None:
    assert list(url_attributes(tag, attributes)) == []


def test_a_hundred_thousand_attributes_are_cut_off() -> None:
    assert len(list(url_attributes("a", {f"data-{number}": "/x" for number in range(100_000)}))) < 2_000
