from pathlib import Path

import pytest

from crawler.reports.statement import LinkType
from tests.crawler.reports.saying import day, reading, said, sources

LINK: dict[str, object] = {"source_url": "http://a.example/my page", "target_url": "https://shop.example/"}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (
            (
                '\ufeff"SourceURL","AnchorText","SourceTrustFlow","FirstIndexedDate","LinkType","TargetURL","FlagRedirect","FlagFrame",'
                '"FlagNoFollow","FlagImages","FlagDeleted","FlagAltText","LastSeenDate","FlagMention","DateLost","ReasonLost"\n'
                '"http://a.example/my page","scent","3","2026-01-02","TextLink","https://shop.example/","","","1","1","1","","2026-02-03","","2026-03-04","LinkRemoved"\n'
            ),
            {
                "anchor": "scent",
                "type": LinkType.IMAGE,
                "nofollow": True,
                "first_seen": day(2026, 1, 2),
                "last_seen": day(2026, 2, 3),
                "lost": day(2026, 3, 4),
                "lost_reason": "LinkRemoved",
            },
        ),
        (
            (
                "Target URL,Source URL,Anchor Text,Source Crawl Date,Source First Found Date,FlagNoFollow,FlagImageLink,FlagRedirect,"
                "FlagFrame,FlagOldCrawl,FlagAltText,FlagMention,SourceCitationFlow,SourceTrustFlow\n"
                "https://shop.example/,http://a.example/my page,scent,2026-02-03,2026-01-02,,,,,,,Mention,3,4\n"
            ),
            {
                "anchor": "scent",
                "type": LinkType.MENTION,
                "nofollow": False,
                "first_seen": day(2026, 1, 2),
                "last_seen": day(2026, 2, 3),
            },
        ),
        (
            (
                "\ufeffSourceURL,AnchorText,TargetURL,ACRank,Date,FlagNoFollow,FlagDeleted\n"
                "http://a.example/my page,scent,https://shop.example/,1,03/02/2012,-,+\n"
            ),
            {
                "anchor": "scent",
                "nofollow": False,
                "last_seen": day(2012, 2, 3),
                "lost_reason": "FlagDeleted",
            },
        ),
        (
            (
                "URL,Anchor Text,Source Trust Flow,Source Citation Flow,Domain Trust Flow,Domain Citation Flow,Link First Indexed Date,Target URL\n"
                "http://a.example/my page,scent,1,2,3,4,2026-01-02,https://shop.example/\n"
            ),
            {"anchor": "scent", "first_seen": day(2026, 1, 2)},
        ),
    ],
)
def test_layouts(tmp_path: Path, text: str, more: dict[str, object]) -> None:
    found = reading(tmp_path, text)
    assert found.reader.id == "majestic-backlinks"
    assert [said(row) for row in found] == [LINK | more]


def test_invalid_rows_are_told_and_the_others_read(tmp_path: Path) -> None:
    text = (
        "SourceURL,AnchorText,TargetURL,Date\n"
        'http://a.example/,"never closed,https://shop.example/,2026-01-02\n'
        "http://b.example/,fine,https://shop.example/,2026-01-02\n"
        "http://c.example/,one, comma too many,https://shop.example/,2026-01-02\n"
        'http://d.example/,a "quoted" word,https://shop.example/,2026-01-02\n'
    )
    assert sources(reading(tmp_path, text)) == ["bad 2", "http://b.example/", "bad 4", "http://d.example/"]


def test_referring_domains(tmp_path: Path) -> None:
    text = (
        "\ufeffPosition,Domain,RefDomains,AlexaRank,Matches,MatchedLinks,ExtBackLinks,BackLinks_shop.example,"
        "FirstLinkDate_shop.example,LastLinkDate_shop.example\r\n"
        "1,spam.example,5,,1,2,3,4,03/04/2012 10:20,05/06/2013 11:30\r\n"
    )
    found = reading(tmp_path, text)
    assert found.reader.id == "majestic-referring-domains"
    assert [said(row) for row in found] == [
        {
            "source_url": "spam.example",
            "first_seen": day(2012, 4, 3, 10, 20),
            "last_seen": day(2013, 6, 5, 11, 30),
        }
    ]
