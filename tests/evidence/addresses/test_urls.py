"""URLs by their standard and its own vectors; two spellings of one resource."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.addresses import urls
from evidence.addresses.hosts import host_of

VECTORS = Path(__file__).resolve().parents[4] / "shared" / "data" / "vectors"

needs_vectors = pytest.mark.skipif(
    not VECTORS.is_dir(), reason="the standards' vectors are not beside the repository"
)

BASE = "https://host.example/dir/page.html?x#y"


NORMAL = [
    ("HTTPS://www.Example.com:443/a/../b", "http://example.com/b"),
    ("http://example.com", "http://example.com/"),
    ("http://user:secret@example.com/#top", "http://example.com/"),
    ("http://example.com/%7Eme/caf%C3%A9", "http://example.com/~me/caf%C3%A9"),
    ("http://example.com/cafe\u0301", "http://example.com/caf%C3%A9"),
    ("http://faß.de/", "http://xn--fa-hia.de/"),
    ("http://example.com:8080/?a=%2f", "http://example.com:8080/?a=%2F"),
]


@needs_vectors
def test_standard_url_agrees_with_every_vector_of_the_standard() -> None:
    vectors = [
        case for case in json.loads((VECTORS / "urltestdata.json").read_text()) if isinstance(case, dict)
    ]
    wrong = [
        case
        for case in vectors
        if urls.standard_url(case["input"], case["base"]) != (None if case.get("failure") else case["href"])
    ]
    assert len(vectors) == 891
    assert wrong == []


@needs_vectors
def test_resolve_agrees_with_the_vectors_on_http() -> None:
    for case in json.loads((VECTORS / "urltestdata.json").read_text()):
        if isinstance(case, str) or case["base"] is None:
            continue
        href = None if case.get("failure") else case["href"]
        if href and not href.startswith(("http://", "https://")):
            href = None
        if href and (case["username"] or case["password"]):
            assert (
                "@"
                not in (urls.resolve(case["input"], case["base"]) or "")
                .partition("?")[0]
                .partition("#")[0]
                .split("/")[2]
            )
        else:
            assert urls.resolve(case["input"], case["base"]) == href, case


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("p.jpg", "https://host.example/dir/p.jpg"),
        (" ../b\n.jpg ", "https://host.example/b.jpg"),
        ("/p.jpg", "https://host.example/p.jpg"),
        ("//cdn.example/p.jpg", "https://cdn.example/p.jpg"),
        (" \n/p\t.jpg ", "https://host.example/p.jpg"),
        ("/a/../p.jpg", "https://host.example/p.jpg"),
        ("/a/%2e%2E/p.jpg", "https://host.example/p.jpg"),
        ("\\\\cdn.example\\p.jpg", "https://cdn.example/p.jpg"),
        ("HTTP://CDN.Example:80/P.jpg", "http://cdn.example/P.jpg"),
        ("https://user:secret@cdn.example/p.jpg", "https://cdn.example/p.jpg"),
        ("http://good:80\\@127.0.0.1/", "http://good/@127.0.0.1/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("/p\ud800.jpg", "https://host.example/p%EF%BF%BD.jpg"),
        ("javascript:alert(1)", None),
        ("mailto:me@example.com", None),
        ("data:image/png;base64,AAAA", None),
        ("file:///etc/passwd", None),
        ("http://[::1", None),
        ("http://host:99999/", None),
        ("http://a.b%00.c/", None),
        ("/" + "a" * 20_000, None),
    ],
)
def test_resolve(raw: str, expected: str | None) -> None:
    assert urls.resolve(raw, BASE) == expected


@given(
    st.text(alphabet="aA0.-_/:?#%2eE&=@\\ ü'(xn", max_size=30),
    st.sampled_from(["", "https://a.example/", "/"]),
)
def test_the_short_way_of_resolve_says_what_the_standard_says(text: str, start: str) -> None:
    expected = urls.standard_url(start + text, BASE)
    if expected and "@" not in expected:
        assert urls.resolve(start + text, BASE) == (expected if expected.startswith("http") else None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.example.com/p", "https://example.com/p"),
        ("https://EXAMPLE.com:443/p", "https://example.com/p"),
        ("https://example.com./p", "https://example.com/p"),
        ("https://example.com/%7Euser/%41", "https://example.com/~user/A"),
        ("https://example.com/caf%c3%a9", "https://example.com/café"),
        ("https://example.com/cafe\u0301", "https://example.com/caf\u00e9"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.com/a/./b/../c", "https://example.com/a/c"),
        ("https://example.com/p#top", "https://example.com/p"),
        ("https://example.com/p?q=a+b", "https://example.com/p?q=a%20b"),
        ("https://example.com/p%281%29", "https://example.com/p(1)"),
    ],
)
def test_spellings_of_one_url_have_one_normal_form(one: str, other: str) -> None:
    assert urls.normal_form(one) == urls.normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/p", "https://example.com/P"),
        ("https://example.com/a%2Fb", "https://example.com/a/b"),
        ("https://example.com/p?a=1", "https://example.com/p?a=2"),
        ("https://example.com:8080/p", "https://example.com/p"),
        ("https://shop.example.com/p", "https://example.com/p"),
        ("https://www.com/", "https://com/"),
    ],
)
def test_different_urls_keep_different_normal_forms(one: str, other: str) -> None:
    assert urls.normal_form(one) != urls.normal_form(other)


@pytest.mark.parametrize("form", [urls.normal_form, urls.without_tracking])
@given(st.text(alphabet="aA01.-_/:?#%2eE&=;+\\ ü\u0301'()[]|w", max_size=40))
def test_forms_are_idempotent(form: Callable[[str], str], text: str) -> None:
    once = form(f"https://www.example.com/{text}")
    assert form(once) == once


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://example.com/a?utm_source=x&id=7", "http://example.com/a?id=7"),
        ("http://example.com/a/index.html", "http://example.com/a"),
        ("http://example.com/a.jpg?v=12&itok=xyz", "http://example.com/a.jpg"),
        ("http://example.com/page?v=12", "http://example.com/page?v=12"),
        ("http://example.com/a;jsessionid=1", "http://example.com/a"),
        ("https://example.com/p.jpg?v=3&itok=x&w=800", "http://example.com/p.jpg"),
        ("https://example.com/p.jpg;jsessionid=1?quality=80&strip=all", "http://example.com/p.jpg"),
        ("https://example.com/story/?utm_source=x&id=3&gclid=1", "http://example.com/story?id=3"),
        ("https://example.com/story/index.html", "http://example.com/story"),
        ("https://example.com/watch?v=abc", "http://example.com/watch?v=abc"),
        ("https://example.com/?b=2&a=1", "http://example.com?a=1&b=2"),
    ],
)
def test_without_tracking(url: str, expected: str) -> None:
    assert urls.without_tracking(url) == expected


@pytest.mark.parametrize(
    ("url", "is_image"),
    [
        ("https://a.example/p.JPG?x=1", True),
        ("https://a.example/p.jpg;v=1", True),
        ("https://a.example/p.webp#a", True),
        ("https://a.example/jpg", False),
        ("https://a.example/b.jpg/page", False),
        ("https://a.example/b.JPEG?x=1", True),
        ("https://a.example/p?file=p.jpg", False),
    ],
)
def test_is_image_url(url: str, *, is_image: bool) -> None:
    assert urls.is_image_url(url) is is_image


@pytest.mark.parametrize(
    "url", ["ftp://example.com/X", "mailto:Me@example.com", "no address %", "//example.com/"]
)
def test_what_is_no_address_of_the_web_comes_back_unchanged(url: str) -> None:
    assert urls.normal_form(url) == urls.without_tracking(url) == url


@pytest.mark.parametrize(
    "raw",
    [
        *(spelled for spelled, _ in NORMAL),
        "https://www.example.com/p?a=1",
        "https://example.com/p",
        "/p.jpg?v=1",
        "../q",
        "ftp://example.com/",
        "https://example.com/" + "a" * 20_000,
    ],
)
def test_an_address_is_what_the_single_steps_make_of_it(raw: str) -> None:
    url = urls.resolve(raw, BASE)
    expected = urls.Address(url, urls.normal_form(url), host_of(url)) if url else None
    assert urls.address_of(raw, BASE) == expected


@pytest.mark.parametrize("base", ["ftp://example.com/", "data:text/html,x", "no address"])
def test_a_path_leads_nowhere_from_what_is_no_address_of_the_web(base: str) -> None:
    assert urls.resolve("/p.jpg", base) is None


@pytest.mark.parametrize(("url", "expected"), NORMAL)
def test_normal_form(url: str, expected: str) -> None:
    assert urls.normal_form(url) == expected


def test_bytes_that_spell_nothing_leave_the_escapes_beside_them_even() -> None:
    assert urls.normal_form("http://example.com/?%27%5C%A0") == "http://example.com/?'%5C%A0"
    assert urls.normal_form("http://example.com/?'%5C%A0") == "http://example.com/?'%5C%A0"


@given(
    st.from_regex(
        r"https?://(www\.){0,3}[a-z0-9.-]{1,12}\.[a-z]{1,4}(:80)?(/[A-Za-z0-9._~%&=;!$+\'*(),@:-]{0,8}){0,3}(\?[a-z0-9?/=&+.\']{0,8})?",
        fullmatch=True,
    )
)
def test_the_short_way_to_the_normal_form_is_the_long_one(url: str) -> None:
    parts = urls._parts(url)
    if parts is None:
        return
    host, path, query = parts
    assert urls.normal_form(url) == f"http://{host}{path}" + (f"?{query}" if query else "")
