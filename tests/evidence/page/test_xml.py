import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.page.xml import as_html

RSS = """<?xml version="1.0"?><rss xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Club &amp; news</title>
<language>de</language><item><title>A &lt;b&gt;</title><link>https://a.example/1</link>
<description>&lt;p&gt;hi &lt;img src="https://a.example/i.jpg"&gt;</description>
<enclosure url="https://a.example/e.jpg"/><media:content url="https://a.example/m.jpg"/></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Club</title><entry><title>One</title>
<link rel="alternate" href="https://a.example/1"/><summary>short</summary></entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://a.example/1</loc>
<image:image><image:loc>https://a.example/i.jpg</image:loc></image:image></url></urlset>"""
SVG = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<a xlink:href="https://a.example/1"><text>hello</text></a></svg>"""


@pytest.mark.parametrize(
    ("document", "pieces"),
    [
        (RSS, ["<title>Club &amp; news</title>", 'lang="de"', "<h2>A &lt;b&gt;</h2>", '<a href="https://a.example/1">', '<img src="https://a.example/i.jpg">', '<img src="https://a.example/e.jpg"', '<img src="https://a.example/m.jpg"']),
        (ATOM, ['<a href="https://a.example/1">', "<h2>One</h2>", "<div>short</div>"]),
        (SITEMAP, ['<a href="https://a.example/1">', '<img src="https://a.example/i.jpg"']),
        (SVG, ['href="https://a.example/1"', "hello"]),
    ],
)  # fmt: skip
def test_as_html(document: str, pieces: list[str]) -> None:
    html = as_html(document.encode())
    assert html is not None
    for piece in pieces:
        assert piece in html


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"plain text",
        b"<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
        b"<html></html>",
        b"\x00\xff",
    ],
)
def test_what_is_not_for_us(body: bytes) -> None:
    assert as_html(body) is None


def test_entities_are_never_read() -> None:
    bomb = b"""<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY f SYSTEM "file:///etc/hostname">]><rss><title>&b;</title><link>&f;</link></rss>"""
    html = as_html(bomb) or ""
    assert "aaaaaaaaaa" not in html


def test_text_is_escaped_and_addresses_stay_in_their_attribute() -> None:
    html = as_html(
        b"<rss><item><link>https://a.example/&quot;&gt;&lt;script&gt;</link><author>&lt;script&gt;</author></item></rss>"
    )
    assert html is not None
    assert "<script>" not in html


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_survived(body: bytes) -> None:
    as_html(b"<rss>" + body)


@pytest.mark.parametrize(
    "body",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><svggin:0>words</svggin:0></svg>',
        b"<rss><item><svggin:0>words</svggin:0></item></rss>",
    ],
)
def test_names_that_only_a_mended_document_has(body: bytes) -> None:
    assert "words" in (as_html(body) or "")
