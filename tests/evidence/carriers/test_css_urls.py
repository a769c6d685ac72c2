import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.carriers.css_urls import MAX_URLS, urls, with_letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a{background:url(p.jpg)}", ["p.jpg"]),
        ("a{background:URL( 'p q.jpg' ) no-repeat, url(\"b).jpg\")}", ["p q.jpg", "b).jpg"]),
        (r"a{background:url(p\ q.jpg)}", ["p q.jpg"]),
        (r"a{background:url('\70.jpg')}", ["p.jpg"]),
        ("a{background:image-set('a.png' 1x, url(b.png) 2x)}", ["a.png", "b.png"]),
        ("a{background:-webkit-image-set(url(b.png) 2x)}", ["b.png"]),
        ("@import url(x.css);", ["x.css"]),
        ("@IMPORT 'x.css' screen; a{content:'no.jpg'}", ["x.css"]),
        ("@charset 'utf-8'; @import 'x.css'; @layer a;", ["x.css"]),
        ("@font-feature-values 'no' {a{b:1}}", []),
        ("/* url(no.jpg) */ a{content:url(yes.jpg)}", ["yes.jpg"]),
        ("a{background:url(data:image/png;base64,AA)}", []),
        ("a{fill:url(#gradient)}", []),
        ("a{background:url(data:image/png;base64,AA),url(p.jpg)}", ["p.jpg"]),
        (r"a{background:u\72l(p.jpg)}", ["p.jpg"]),
        ("a{background:uRl(p.jpg)}", ["p.jpg"]),
        ("a{background:image-set('a.avif' type('image/avif'))}", ["a.avif"]),
        ("a{content:'url(no.jpg)'}", []),
        ("a{background:url(p.jpg", ["p.jpg"]),
        ("a{background:url(p q.jpg)}", []),
        ("(" * 50_000 + "url(p.jpg)", ["p.jpg"]),
        ("a{color:red}", []),
        ("a{background:url(", []),
        ("", []),
    ],
)
def test_urls(text: str, expected: list[str]) -> None:
    assert urls(text) == expected


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        (r"url(https://s\68op.test/)", "url(https://shop.test/)"),
        (r"url(https://s\68 op.test/)", "url(https://shop.test/)"),
        (r"url(https://s\000068op.test/)", "url(https://shop.test/)"),
        (r"url(https://\shop\2Etest/)", "url(https://shop.test/)"),
        (r"a{content:'\f101'}", r"a{content:'\f101'}"),
        (r"a{content:'\00682'}", r"a{content:'\00682'}"),
        ("a{color:red}", "a{color:red}"),
    ],
)
def test_escapes_of_letters(text: str, letters: str) -> None:
    assert with_letters(text) == letters


@given(st.text(alphabet="url()image-set'\"\\ a1/*,"))
def test_any_text_is_survived(text: str) -> None:
    assert all(isinstance(url, str) for url in urls(f"url({text}"))


def test_addresses_are_bounded() -> None:
    assert len(urls("".join(f"url({number}.jpg)" for number in range(5_000)))) == MAX_URLS
