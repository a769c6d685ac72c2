"""What a list of a page's links tells: that links are there, and never that they are not."""

import json

import pytest

from evidence.link_list import LinkList, LinkListError
from evidence.listed_page import from_link_list
from evidence.model import Kind, Level, PageEvidence, Place, Visibility
from evidence.presence import judge, needs_settling
from evidence.property import Property, Target
from evidence.visited import Fetched, State
from tests.crawler.archive.link_lists import Link, asked, link_list

URL = "http://club.test/dir/page.html"
SHOP = Property(name="shop.example", domains=("shop.example",))
TARGET = Target(url="https://shop.example/images/blue-bottle.jpg")
FETCHED = Fetched(url=URL, final_url=URL, status=200)
BOTTLE: Link = {"path": "A@/href", "url": TARGET.url, "text": "a bottle", "rel": "nofollow UGC"}


def listed(*links: Link, base: str = "") -> PageEvidence:
    return from_link_list(link_list(*links, base=base), url=URL, property=SHOP, targets=(TARGET,))


@pytest.mark.parametrize(
    ("link", "kind", "level", "seen", "anchor"),
    [
        (BOTTLE, Kind.LINK, Level.EXACT, Visibility.UNOBSERVED, "a bottle"),
        (
            {"path": "IMG@/src", "url": "https://shop.example/images/blue-bottle-300x200.jpg", "alt": "blue"},
            Kind.EMBED, Level.RESIZED, Visibility.UNOBSERVED, "blue",
        ),
        (
            {"path": "IMG@/src", "url": "//i0.wp.com/shop.example/images/blue-bottle.jpg"},
            Kind.EMBED, Level.PROXIED, Visibility.UNOBSERVED, "",
        ),
        (
            {"path": "LINK@/href", "url": "https://shop.example/other", "rel": "canonical"},
            Kind.EMBED, Level.SAME_PROPERTY, Visibility.METADATA, "",
        ),
    ],
    ids=["a link", "a picture in another size", "through a proxy", "in the head"],
)  # fmt: skip
def test_what_is_listed_is_present_and_marked(
    link: Link, kind: Kind, level: Level, seen: Visibility, anchor: str
) -> None:
    page = listed({"path": "A@/href", "url": "other.html", "text": "shop"}, link)
    (find,) = page.references
    carrier = find.carrier
    assert (carrier.kind, find.level, carrier.visibility, carrier.anchor) == (kind, level, seen, anchor)
    assert not carrier.left.words
    assert not carrier.right.words
    said = judge(FETCHED, page, target=TARGET, property=SHOP)
    assert (said.state, said.reason) == (State.PRESENT, kind)
    assert "from an archive's list of links, without text" in said.detail


@pytest.mark.parametrize(
    "links",
    [(), ({"path": "A@/href", "url": "http://shop.example.evil.test/images/blue-bottle.jpg"},)],
    ids=["nothing", "a look-alike"],
)
def test_what_is_not_listed_is_never_absent(links: tuple[Link, ...]) -> None:
    page = listed(*links)
    said = judge(FETCHED, page, target=TARGET, property=SHOP)
    assert (said.state, said.reason) == (State.UNKNOWN, "not-archived")
    assert not needs_settling(said, FETCHED, page), "home page and sibling would tell nothing"


def test_no_more_is_claimed_than_was_listed() -> None:
    page = listed(BOTTLE, {"path": "IMG@/src", "url": "https://other.test/x.png"}, base="http://base.test/")
    assert (page.title, page.base_url, page.limits) == ("Bottles", "http://base.test/", ("link-list",))
    assert (page.text, page.simhash, page.measures.words, page.template_hash) == ("", 0, 0, "")
    assert [(one.host, one.links, one.embeds) for one in page.hosts] == [
        ("other.test", 0, 1), ("shop.example", 1, 0),
    ]  # fmt: skip
    assert page.carriers[0].rel == ("nofollow", "ugc")
    assert {carrier.place for carrier in page.carriers} == {Place.UNOBSERVED}
    assert (page.measures.links, page.measures.foreign_embed_hosts) == (1, 1)


@pytest.mark.parametrize(
    ("document", "status"),
    [
        (link_list(), 200),
        (link_list(status="404"), 404),
        (link_list(status="-1"), 0),
        (asked(), 0),
        (b"{}", 0),
    ],
    ids=["answered", "not there", "no status", "a request", "an empty record"],
)
def test_status_of_the_answer(document: bytes, status: int) -> None:
    assert LinkList(document, url=URL).status == status


@pytest.mark.parametrize(
    "document",
    [
        b"",
        link_list(BOTTLE)[:-20],
        link_list(BOTTLE).replace(b"bottle", b"\xff\xfe"),
        json.dumps([1]).encode(),
        link_list({"path": "A@/href", "url": 7}),  # type: ignore[dict-item]  # it is what is tested
        b'{"Envelope":' + b"[" * 100_000,
        b"software: Heritrix\r\noutlink: https://shop.example/ L a/@href\r\n",
    ],
    ids=["nothing", "cut off", "broken text", "no object", "a number for an address", "deep", "no JSON"],
)
def test_what_is_no_list(document: bytes) -> None:
    with pytest.raises(LinkListError, match=r"the links of http://club\.test/dir/page\.html cannot be read"):
        from_link_list(document, url=URL, property=SHOP)
