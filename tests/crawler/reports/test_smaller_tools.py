from pathlib import Path

import pytest

from crawler.reports.errors import NoBacklinksError
from crawler.reports.statement import LinkType
from tests.crawler.reports.saying import day, reading, said


@pytest.mark.parametrize(
    ("reader", "text", "expected"),
    [
        (
            "bing-backlinks",
            '"Source Url","Anchor text","Target Url"\n"https://a.example/","scent","https://shop.example/"\n',
            {"source_url": "https://a.example/", "anchor": "scent", "target_url": "https://shop.example/"},
        ),
        (
            "bing-referring-domains",
            '\ufeff"Domain","Backlinks Count"\n"spam.example","12"\n',
            {"source_url": "spam.example"},
        ),
        (
            "se-ranking-backlinks",
            (
                "url_from,url_to,title,anchor,alt,nofollow,image,image_source,inlink_rank,domain_inlink_rank,first_seen,last_visited\n"
                "https://a.example/,https://shop.example/,Title,,scent,false,true,https://shop.example/i.jpg,3,44,2026-01-02,2026-02-03\n"
            ),
            {
                "source_url": "https://a.example/",
                "target_url": "https://shop.example/",
                "title": "Title",
                "anchor": "scent",
                "type": LinkType.IMAGE,
                "nofollow": False,
                "domain_rating": 44.0,
                "first_seen": day(2026, 1, 2),
                "last_seen": day(2026, 2, 3),
            },
        ),
        (
            "ahrefs-referring-domains",
            (
                "Domain\tIs spam\tDR\tDofollow ref. domains\tDofollow linked domains\tTraffic \tKeywords \tLinks to target\tDofollow links\tFirst seen\tLost\n"
                "spam.example\ttrue\t3\t1\t2\t0\t0\t5\t5\t2026-01-02 03:04:05\t\n"
            ),
            {
                "source_url": "spam.example",
                "vendor_spam": True,
                "domain_rating": 3.0,
                "first_seen": day(2026, 1, 2, 3, 4, 5),
            },
        ),
        (
            "ahrefs-api",
            (
                "url_from,title,link_type,domain_rating_source,snippet_left,anchor,snippet_right,url_to,first_seen_link\n"
                "https://a.example/,Title,image,4,left,scent,right,https://shop.example/,2026-01-02T03:04:05Z\n"
            ),
            {
                "source_url": "https://a.example/",
                "target_url": "https://shop.example/",
                "title": "Title",
                "left": "left",
                "anchor": "scent",
                "right": "right",
                "type": LinkType.IMAGE,
                "domain_rating": 4.0,
                "first_seen": day(2026, 1, 2, 3, 4, 5),
            },
        ),
        (
            "seopress-backlinks",
            (
                "URL,Anchor Text,Source Citation Flow,Source Trust Flow,Target Citation Flow,Target Trust Flow,First indexed,Last Update\n"
                "https://a.example/,scent,1,2,3,4,2026-01-02,2026-02-03\n"
            ),
            {
                "source_url": "https://a.example/",
                "anchor": "scent",
                "first_seen": day(2026, 1, 2),
                "last_seen": day(2026, 2, 3),
            },
        ),
    ],
)
def test_layouts(tmp_path: Path, reader: str, text: str, expected: dict[str, object]) -> None:
    found = reading(tmp_path, text)
    assert found.reader.id == reader
    assert [said(row) for row in found] == [expected]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('"Anchor","Backlinks Count"\n"scent","12"\n', "Bing: anchors"),
        (
            '"Subnet"\t"Ref. domains"\t"Top DR"\t"Links to target"\n"192.0.2.xxx"\t"5"\t"4"\t"3"\n',
            "Ahrefs: referring IPs",
        ),
        (
            "Referring page title,Referring page URL,Language,Type,UR,Intersect,shop.example/\nTitle,https://a.example/,en,text,1,2,3\n",
            "Ahrefs: link intersect",
        ),
    ],
)
def test_exports_without_backlinks(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(NoBacklinksError, match=what):
        reading(tmp_path, text)
