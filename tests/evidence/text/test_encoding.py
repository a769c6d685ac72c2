"""Which character encoding counts (hostile cases 55 to 57)."""

import pytest

from evidence.extract import extract
from evidence.model import Level, PageEvidence
from evidence.property import Property, Target
from evidence.text.encoding import declared_encoding

IMAGE = "https://shop.example/images/blue-bottle.jpg"
LINK = f'<p>Caf\u00e9 <a href="{IMAGE}">bottle</a>'


def read(body: bytes, content_type: str = "text/html") -> PageEvidence:
    return extract(
        body,
        url="https://page.example/",
        headers={"content-type": content_type},
        property=Property(name="shop.example", domains=("shop.example",)),
        targets=(Target(url=IMAGE, page=""),),
    )


@pytest.mark.parametrize(
    "label",
    [
        "idna", "zlib", "bz2", "hex", "rot13", "base64", "undefined", "unicode_escape", "raw_unicode_escape",
        "punycode", "utf-32", "hz", "utf-7", "mbcs", "x" * 10_000, "\u00fc", "", "utf-8;utf-16", "'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["header", "meta"])
def test_a_label_that_no_browser_knows_hides_no_link(label: str, place: str) -> None:
    """Python knows codecs of these names; a page in one of them would lose its link or its reader."""
    meta = f'<meta charset="{label}">' if place == "meta" else ""
    header = f"text/html; charset={label}" if place == "header" else "text/html"
    page = read((meta + LINK).encode(), header)
    assert [find.level for find in page.references] == [Level.EXACT]
    assert page.encoding in {"utf-8", "windows-1252"}


@pytest.mark.parametrize(
    ("body", "content_type", "encoding"),
    [
        (b"\xef\xbb\xbf<meta charset=iso-8859-2>", "text/html; charset=koi8-r", "utf-8"),
        ("\ufeff".encode("utf-16-le"), "text/html; charset=koi8-r", "utf-16le"),
        (b"<meta charset=iso-8859-2>", "text/html; charset=koi8-r", "koi8-r"),
        (b"<meta charset=iso-8859-2>", "text/html", "iso-8859-2"),
        (b"<meta charset=utf-16>", "text/html", "utf-8"),
        (b"<meta charset=latin1>", "text/html", "windows-1252"),
    ],
    ids=[
        "mark before header",
        "mark of UTF-16",
        "header before meta",
        "meta",
        "meta cannot be UTF-16",
        "latin1",
    ],
)
def test_the_mark_counts_before_the_header_and_the_header_before_meta(
    body: bytes, content_type: str, encoding: str
) -> None:
    assert declared_encoding(body, content_type) == encoding


@pytest.mark.parametrize(
    "body",
    [
        LINK.encode("utf-16-le"),
        b"\xff\xfe" + LINK.encode("utf-16-le"),
        LINK.encode("iso2022_jp", "replace") + b"\x1b$B\x1b(",
        b"\xc0\xaf\xe0\x80\xaf" + LINK.encode(),
        b"\xed\xa0\x80\xed\xbf\xbf" + LINK.encode(),
        b"&#xD800;&#xDFFF;" + LINK.encode(),
    ],
    ids=[
        "UTF-16 unmarked",
        "UTF-16",
        "escapes of ISO-2022-JP",
        "overlong",
        "surrogates",
        "surrogate references",
    ],
)
def test_broken_bytes_are_read_and_can_be_stored(body: bytes) -> None:
    for content_type in ("text/html", "text/html; charset=utf-8", "text/html; charset=iso-2022-jp"):
        page = read(body, content_type)
        page.text.encode("utf-8")
        page.title.encode("utf-8")
