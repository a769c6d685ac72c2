"""Pages in archives that refer to the property, found without any report."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.archive.discovery import Discoverer, Discovery
from crawler.archive.writer import Archive, Exchange
from evidence.model import Kind
from evidence.property import Property
from tests.crawler.archive.link_lists import link_list, wat
from tests.forked import ROOT

SHOP = Property(name="shop.example", domains=("shop.example",), asset_prefixes=("cdn.example/s/1234",))
LISTED = link_list(
    {"path": "A@/href", "url": "https://www.shop.example/a.jpg", "text": "a bottle"},
    {"path": "IMG@/src", "url": "//i0.wp.com/shop.example/b.jpg", "alt": "another"},
    {"path": "A@/href", "url": "other"},
    base="http://one.test/dir/",
)


def archive(folder: Path, pages: dict[str, str]) -> Path:
    writer = Archive(folder, software="test")
    for url, body in pages.items():
        place = writer.append(
            Exchange(
                url=url,
                at=datetime(2026, 11, 21, tzinfo=UTC),
                request_headers={},
                status=200,
                headers=(("Content-Type", "text/html; charset=utf-8"),),
                body=body.encode(),
                address="",
                cut="",
            )
        )
    writer.close()
    return folder / place.file


def found(*files: Path, property: Property = SHOP) -> tuple[list[Discovery], Discoverer]:
    discoverer = Discoverer(property)
    return list(discoverer.discover(files)), discoverer


def test_links_and_embeds_of_others_are_found_and_own_pages_are_not(tmp_path: Path) -> None:
    file = archive(
        tmp_path,
        {
            "http://one.test/p": '<title>One</title><p>See <a href="https://shop.example/x.html">this shop</a> now.',
            "http://two.test/p": '<title>Two</title><img src="https://CDN.example/s/1234/b.jpg" alt="b">',
            "http://three.test/p": '<a href="https://cdn.example/s/999/c.jpg">another shop of the same CDN</a>',
            "http://four.test/p": "<p>nothing about it",
            "https://shop.example/": '<a href="https://shop.example/x.html">our own</a>',
        },
    )
    discoveries, discoverer = found(file)
    assert [(one.page_url, one.kind, one.anchor, one.left) for one in discoveries] == [
        ("http://one.test/p", Kind.LINK, "this shop", "See"),
        ("http://two.test/p", Kind.EMBED, "b", ""),
    ]
    assert discoverer.records == 4
    assert discoverer.damage == []


def test_a_link_list_of_common_crawl_is_read_without_the_page(tmp_path: Path) -> None:
    file = wat(tmp_path / "links.warc.wat", ("http://one.test/p", LISTED))
    discoveries, _ = found(file)
    assert [(one.kind, one.url, one.anchor) for one in discoveries] == [
        (Kind.LINK, "https://www.shop.example/a.jpg", "a bottle"),
        (Kind.EMBED, "http://shop.example/b.jpg", "another"),
    ]


@pytest.mark.parametrize(
    ("media_type", "document", "damage"),
    [
        ("application/json", LISTED[:-9], 1),
        ("application/warc-fields", b"outlink: https://www.shop.example/a.jpg L a/@href\r\n", 0),
    ],
    ids=["a broken list", "what Heritrix notes"],
)
def test_metadata_that_is_no_list(tmp_path: Path, media_type: str, document: bytes, damage: int) -> None:
    file = wat(tmp_path / "odd.warc", ("http://one.test/p", document), media_type=media_type)
    discoveries, discoverer = found(file)
    assert discoveries == []
    assert len(discoverer.damage) == damage


def test_damage_in_the_middle_costs_one_record(tmp_path: Path) -> None:
    pages = {f"http://site{n}.test/p": '<a href="https://shop.example/">shop</a>' for n in range(5)}
    file = archive(tmp_path, pages)
    data = bytearray(file.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 40] = bytes(40)
    file.write_bytes(data)
    discoveries, discoverer = found(file)
    assert 3 <= len({one.page_url for one in discoveries}) <= 4
    assert discoverer.damage


DATA = ROOT.parent / "shared" / "data" / "warc"


@pytest.mark.skipif(not DATA.exists(), reason=f"needs the archives in {DATA}")
@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("whirlwind.warc", {"https://an.wikipedia.org/wiki/Escopete"}),
        ("whirlwind.warc.gz", {"https://an.wikipedia.org/wiki/Escopete"}),
        ("whirlwind.warc.wat", set()),
        ("whirlwind.warc.wat.gz", set()),
    ],
)
def test_records_of_common_crawl(name: str, pages: set[str]) -> None:
    """The link list there is that of a request: it has no links."""
    wikimedia = Property(name="wikimedia.org", domains=("wikimedia.org",))
    discoveries, discoverer = found(DATA / "whirlwind" / name, property=wikimedia)
    assert {one.page_url for one in discoveries} == pages
    assert discoverer.damage == []
