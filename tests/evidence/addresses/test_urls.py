"""URLs and hosts by their standards; the standards' own vectors where they are at hand."""

import json
from pathlib import Path

import ada_url
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.addresses import urls
from evidence.addresses.urls import (
    is_image_url,
    is_public_suffix,
    normal_form,
    public_suffix,
    registrable_domain,
    resolve,
    without_tracking,
)

VECTORS = Path(__file__).resolve().parents[4] / "shared" / "data" / "vectors"
needs_vectors = pytest.mark.skipif(
    not VECTORS.exists(), reason=f"the standards' vectors are not at hand ({VECTORS.name} folder)"
)

NORMAL = [
    ("HTTPS://www.Example.com:443/a/../b", "http://example.com/b"),
    ("http://example.com", "http://example.com/"),
    ("http://user:secret@example.com/#top", "http://example.com/"),
    ("http://example.com/%7Eme/caf%C3%A9", "http://example.com/~me/caf%C3%A9"),
    ("http://example.com/cafe\u0301", "http://example.com/caf%C3%A9"),
    ("http://faß.de/", "http://xn--fa-hia.de/"),
    ("http://example.com:8080/?a=%2f", "http://example.com:8080/?a=%2F"),
]
TRACKED = [
    ("http://example.com/a?utm_source=x&id=7", "http://example.com/a?id=7"),
    ("http://example.com/a/index.html", "http://example.com/a"),
    ("http://example.com/a.jpg?v=12&itok=xyz", "http://example.com/a.jpg"),
    ("http://example.com/page?v=12", "http://example.com/page?v=12"),
    ("http://example.com/a;jsessionid=1", "http://example.com/a"),
]
DOMAINS = [
    ("www.example.co.uk", "example.co.uk"),
    ("a.b.blogspot.com", "b.blogspot.com"),
    ("blogspot.com", "blogspot.com"),
    ("basketball-weiden-de.test", "basketball-weiden-de.test"),
    ("www.club.test", "club.test"),
    ("127.0.0.1", "127.0.0.1"),
    ("[::1]", "[::1]"),
    ("https://www.example.com:8080/x", "example.com"),
]


@pytest.mark.parametrize(("url", "expected"), NORMAL)
def test_normal_form(url: str, expected: str) -> None:
    assert normal_form(url) == expected


@pytest.mark.parametrize(("url", "expected"), TRACKED)
def test_without_tracking(url: str, expected: str) -> None:
    assert without_tracking(url) == expected


@pytest.mark.parametrize(("host", "expected"), DOMAINS)
def test_registrable_domain(host: str, expected: str) -> None:
    assert registrable_domain(host) == expected


@pytest.mark.parametrize(
    "raw", ["javascript:alert(1)", "mailto:a@b.test", "data:,x", "http://[::1", "file:///etc"]
)
def test_only_web_addresses_resolve(raw: str) -> None:
    assert resolve(raw, "http://a.test/") is None


def test_relative_addresses_resolve() -> None:
    assert resolve(" ../b\n.jpg ", "http://a.test/x/y") == "http://a.test/b.jpg"
    assert resolve("//b.test/c", "https://a.test/") == "https://b.test/c"


def test_images_by_their_name() -> None:
    assert is_image_url("https://a.test/b.JPEG?x=1")
    assert not is_image_url("https://a.test/b.jpg/page")


def test_public_suffixes() -> None:
    assert public_suffix("a.github.io") == "github.io"
    assert is_public_suffix("co.uk")
    assert not is_public_suffix("example.co.uk")


def test_bytes_that_spell_nothing_leave_the_escapes_beside_them_even() -> None:
    assert normal_form("http://example.com/?%27%5C%A0") == "http://example.com/?'%5C%A0"
    assert normal_form("http://example.com/?'%5C%A0") == "http://example.com/?'%5C%A0"


@given(st.text(max_size=60))
def test_normal_form_is_idempotent(path: str) -> None:
    once = normal_form(f"http://example.com/{path}")
    assert normal_form(once) == once


@needs_vectors
def test_the_url_engine_passes_the_web_platform_vectors() -> None:
    cases = [one for one in json.loads((VECTORS / "urltestdata.json").read_text()) if isinstance(one, dict)]
    wrong = [one["input"] for one in cases if _href(one["input"], one.get("base")) != one.get("href")]
    assert len(cases) == 891
    assert wrong == []


def _href(text: str, base: str | None) -> str | None:
    try:
        return str((ada_url.URL(text, base=base) if base else ada_url.URL(text)).href)
    except ValueError:
        return None


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
    assert normal_form(url) == f"http://{host}{path}" + (f"?{query}" if query else "")
