from pathlib import Path

import pytest

from crawler.reports.statement import LinkType
from tests.crawler.reports.saying import day, reading, said

TODAY = (
    "Page ascore,Source title,Source url,Target url,Anchor,External links,Internal links,Nofollow,Sponsored,Ugc,Text,"
    "Frame,Form,Image,Sitewide,First seen,Last seen,New link,Lost link"
)
OLDER = (
    "Page score,Page trust score,Source title,Source url,Target url,Anchor,External links,Internal links,Nofollow ,"
    "Frame,Form,Image,Sitewide,First seen,Last seen"
)
LINK: dict[str, object] = {
    "source_url": "https://a.example/p",
    "target_url": "https://shop.example/",
    "title": "Title",
    "anchor": "shop",
    "external_links": 12,
    "first_seen": day(2026, 1, 2),
    "last_seen": day(2026, 2, 3),
}
START = "Title,https://a.example/p,https://shop.example/,shop,12,34"


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (
            f"{TODAY}\r\n5,{START},false,false,true,true,false,false,true,false,2026-01-02,2026-02-03,false,true\r\n",
            {
                "type": LinkType.IMAGE,
                "nofollow": False,
                "sponsored": False,
                "ugc": True,
                "lost_reason": "Lost link",
            },
        ),
        (
            f"{TODAY}\r\n5,{START},true,false,false,true,false,false,false,false,2026-01-02,2026-02-03,true,false\r\n",
            {"type": LinkType.TEXT, "nofollow": True, "sponsored": False, "ugc": False},
        ),
        (
            f"{OLDER}\n5,6,{START},false,true,false,false,false,2026-01-02,2026-02-03\n",
            {"type": LinkType.FRAME, "nofollow": False},
        ),
        (f"{OLDER}\n5,6,{START},false,false,false,false,false,2026-01-02,2026-02-03\n", {"nofollow": False}),
        (
            f"\ufeff{OLDER.replace(',', ';')}\n5;6;{START.replace(',', ';')};false;;;true;;2026-01-02;2026-02-03\n",
            {"type": LinkType.IMAGE, "nofollow": False},
        ),
    ],
)
def test_backlinks(tmp_path: Path, text: str, more: dict[str, object]) -> None:
    found = reading(tmp_path, text, name="shop.example-backlinks.csv")
    assert found.reader.id == "semrush-backlinks"
    assert [said(row) for row in found] == [LINK | more]


@pytest.mark.parametrize(("score", "is_spam"), [("97", True), ("60", True), ("59", False), ("", None)])
def test_backlink_audit(tmp_path: Path, score: str, is_spam: bool | None) -> None:
    text = (
        "Domain Authority Score,Page Authority Score,Source URL,Source Page Title,Source Domain,Target URL,Anchor,"
        "Anchor Type,Link Type,No Follow,Toxic Score,First Seen,Last Seen,Comment\n"
        f"0,0,https://a.example/p,Title,a.example,https://shop.example/,shop,compound,a,true,{score},2026-01-02,2026-02-03,\n"
    )
    found = reading(tmp_path, text)
    assert found.reader.id == "semrush-backlink-audit"
    (row,) = found
    facts = said(row)
    assert facts.pop("vendor_spam", None) == is_spam
    assert facts == {key: value for key, value in LINK.items() if key != "external_links"} | {
        "nofollow": True
    }


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_referring_domains(tmp_path: Path, delimiter: str) -> None:
    text = (
        "Domain ascore,Domain,Backlinks,IP Address,Country,First seen,Last seen\n"
        "4,spam.example,886,192.0.2.7,,2026-01-02,2026-02-03\n2,한국.kr,1,192.0.2.8,kr,2026-01-02,2026-02-03\n"
    )
    found = reading(tmp_path, text.replace(",", delimiter))
    assert found.reader.id == "semrush-referring-domains"
    seen = {"first_seen": day(2026, 1, 2), "last_seen": day(2026, 2, 3)}
    assert [said(row) for row in found] == [
        {"source_url": "spam.example"} | seen,
        {"source_url": "한국.kr"} | seen,
    ]
