from pathlib import Path

import pytest

from crawler.reports.statement import LinkType
from tests.crawler.reports.saying import day, reading, said


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (
            (
                "url_from,url_to,ahrefs_rank,domain_rating,title,link_type,nofollow,alt,anchor,text_pre,text_post\n"
                "http://a.example/,https://shop.example/,1,9,Home,href,true,our picture,,left,right\n"
            ),
            {"type": LinkType.TEXT, "anchor": "our picture"},
        ),
        (
            (
                "src_link_id,src_url,src_title,src_domain_dr,link_type,is_dofollow,is_nofollow,is_ugc,anchor,left_snippet,"
                "right_snippet,first_seen,last_seen,last_visited,http_code,lost_reason,target_url\n"
                "7,http://a.example/,Home,9,image,false,true,false,shop,left,right,2026-01-02T03:04:05Z,2026-02-02T03:04:05Z,,"
                "200,notfound,https://shop.example/\n"
            ),
            {
                "type": LinkType.IMAGE,
                "anchor": "shop",
                "ugc": False,
                "first_seen": day(2026, 1, 2, 3, 4, 5),
                "last_seen": day(2026, 2, 2, 3, 4, 5),
                "http_status": 200,
                "lost_reason": "notfound",
            },
        ),
    ],
)
def test_both_sets_of_names(tmp_path: Path, text: str, more: dict[str, object]) -> None:
    found = reading(tmp_path, text)
    assert found.reader.id == "ahrefs-api"
    expected = {
        "source_url": "http://a.example/",
        "target_url": "https://shop.example/",
        "title": "Home",
        "left": "left",
        "right": "right",
        "nofollow": True,
        "domain_rating": 9.0,
    }
    assert [said(row) for row in found] == [expected | more]
