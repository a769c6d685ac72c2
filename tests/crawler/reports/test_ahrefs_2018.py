from pathlib import Path

import pytest

from crawler.reports.statement import LinkType
from tests.crawler.reports.saying import day, reading, said

HEADER = (
    "#,Total Backlinks,Domain Rating,URL Rating,Referring Domains,Referring Page URL,Referring Page Title,"
    "Internal Links Count,External Links Count,Last HTTP Code,Link URL,TextPre,Link Anchor,TextPost,Type,"
    "Backlink Status,Found,Language,Traffic,Keywords,Js rendered,Linked Domains"
)


@pytest.mark.parametrize(
    ("type", "kind", "nofollow"),
    [
        ("Dofollow", None, False),
        ("Nofollow, Image", LinkType.IMAGE, True),
        ("Dofollow, Text", LinkType.TEXT, False),
        ("", None, None),
    ],
)
def test_layout(tmp_path: Path, type: str, kind: LinkType | None, nofollow: bool | None) -> None:
    row = (
        '1,5,33,12,4,http://blog.example/post,"A post, again",10,25,200,https://shop.example/,before,our shop,after,'
        f'"{type}",,2019-03-04 05:06:07,en,0,0,No,7'
    )
    found = reading(tmp_path, f"{HEADER}\n{row}\n")
    assert found.reader.id == "ahrefs-2018"
    expected: dict[str, object] = {
        "source_url": "http://blog.example/post",
        "target_url": "https://shop.example/",
        "title": "A post, again",
        "left": "before",
        "anchor": "our shop",
        "right": "after",
        "language": "en",
        "http_status": 200,
        "first_seen": day(2019, 3, 4, 5, 6, 7),
        "external_links": 25,
        "domain_rating": 33.0,
    }
    if kind:
        expected["type"] = kind
    if nofollow is not None:
        expected |= {"nofollow": nofollow, "ugc": False, "sponsored": False}
    assert [said(row) for row in found] == [expected]
