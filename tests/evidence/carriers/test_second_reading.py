import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.addresses.matching import Matcher
from evidence.carriers.second_reading import second_reading
from evidence.model import Kind, Level, Visibility
from evidence.property import Property, Target

IMAGE = "https://example.com/p.jpg"
MATCHER = Matcher(Property(name="example.com", brands=("Orchestre",)), [Target(url=IMAGE)])


def read(html: str) -> list[tuple[str, Kind, str, Level, Visibility, tuple[str, ...]]]:
    references = second_reading(
        html.encode(), encoding="utf-8", base_url="https://club.example/", matcher=MATCHER
    )
    return [
        (one.carrier.element, one.carrier.kind, one.resolved, one.level, one.carrier.visibility, one.readings)
        for one in references
    ]


@pytest.mark.parametrize(
    ("html", "element", "kind", "visibility", "reading"),
    [
        (f"<a href={IMAGE}>x</a>", "a", Kind.LINK, Visibility.VISIBLE, "lenient"),
        (f"<img src={IMAGE}>", "img", Kind.EMBED, Visibility.VISIBLE, "lenient"),
        (f"<img data-src={IMAGE}>", "img", Kind.EMBED, Visibility.LAZY, "lenient"),
        (f"<meta property=og:image content={IMAGE}>", "meta", Kind.EMBED, Visibility.METADATA, "lenient"),
        (f"<p>{IMAGE}</p>", "#text", Kind.MENTION, Visibility.VISIBLE, "lenient"),
        (f"<p>x</p><!-- {IMAGE} -->", "#comment", Kind.MENTION, Visibility.INERT, "lenient"),
        (f"<template><img src={IMAGE}></template>", "img", Kind.EMBED, Visibility.INERT, "lenient"),
        (f"<pre>{IMAGE}</pre>", "#text", Kind.MENTION, Visibility.INERT, "lenient"),
        (
            r"<script>a='https:\/\/example.com\/p.jpg'</script>",
            "script",
            Kind.MENTION,
            Visibility.INERT,
            "lenient",
        ),
        (f"<p>x</p><!doctype '{IMAGE}'>", "#source", Kind.MENTION, Visibility.INERT, "text"),
    ],
)
def test_where_it_was_found(
    html: str, element: str, kind: Kind, visibility: Visibility, reading: str
) -> None:
    found = read(html)
    assert [(one[0], one[1], one[4], one[5]) for one in found] == [(element, kind, visibility, (reading,))]
    assert found[0][2] == IMAGE


def test_brands_in_text_are_mentions() -> None:
    assert read("<p>made by Orchestre</p>") == [
        ("#text", Kind.MENTION, "Orchestre", Level.MENTIONED, Visibility.VISIBLE, ("lenient",))
    ]


@pytest.mark.parametrize(
    "html", ["", "<p>nothing</p>", "<a href=https://notexample.com/>x</a>", "<a href=javascript:x>"]
)
def test_nothing_found(html: str) -> None:
    assert read(html) == []


def test_nearest_level_comes_first() -> None:
    levels = [one[3] for one in read(f"<a href=https://example.com/>h</a><img src={IMAGE}>")]
    assert levels == sorted(levels)


def test_a_strange_encoding_is_survived() -> None:
    body = f"<a href={IMAGE}>x</a>".encode()
    assert second_reading(body, encoding="no-such", base_url="https://club.example/", matcher=MATCHER)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_survived(body: bytes) -> None:
    second_reading(body, encoding="utf-8", base_url="https://club.example/", matcher=MATCHER)
