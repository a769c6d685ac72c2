from pathlib import Path

import pytest

from crawler.reports.errors import NoBacklinksError
from crawler.reports.reading import read
from tests.crawler.reports.saying import day, reading, said, sources, written

OWN = "".join(f"https://www.shop.example/page-{number}\n" for number in range(12))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Linking page,Last crawled\nhttps://a.example/x,2026-09-28\nhttps://b.example/y,2016-04-13",
            [(2026, 9, 28), (2016, 4, 13)],
        ),
        ("Linking page,Last crawled\r\nhttps://a.example/x,2026-09-28\r\n", [(2026, 9, 28)]),
        ('\ufeffLinking page;Last crawled\nhttps://a.example/x;"Sep 15, 2026"\n', [(2026, 9, 15)]),
        ("sep=;\nLinking page;Last crawled\nhttps://a.example/x;2026-09-28\n", [(2026, 9, 28)]),
        ("דף מקשר,נסרק לאחרונה\nhttps://a.example/x,03/04/2026\n", [(2026, 4, 3)]),
        (
            "Verlinkende Seite,Zuletzt gecrawlt\nhttps://a.example/x,15.09.2026\nhttps://b.example/,01.02.2026\n",
            [(2026, 9, 15), (2026, 2, 1)],
        ),
        ("Linking page,Last crawled\n", []),
    ],
)
def test_latest_links(tmp_path: Path, text: str, dates: list[tuple[int, int, int]]) -> None:
    found = reading(tmp_path, text, name="https___www.shop.example_-Latest links-2026-05-18.csv")
    assert found.reader.id == "search-console-latest-links"
    assert [said(row)["last_seen"] for row in found] == [day(*date) for date in dates]


def test_a_us_spreadsheet_saved_the_dates_again(tmp_path: Path) -> None:
    text = "Linking page,Last crawled\nhttps://a.example/,3/4/2026\nhttps://b.example/,3/14/2026\n"
    assert [said(row)["last_seen"] for row in reading(tmp_path, text)] == [day(2026, 3, 4), day(2026, 3, 14)]


def test_a_date_with_two_readings_is_not_guessed(tmp_path: Path) -> None:
    (row,) = reading(tmp_path, "Linking page,Last crawled\nhttps://a.example/,3/4/2026\n")
    assert said(row) == {"source_url": "https://a.example/", "unread": (("Last crawled", "3/4/2026"),)}


def test_sample_links(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        "Linking page\nhttps://a.example/x,y\nhttps://b.example/two words",
        name="shop.example-More sample links-2026-05-18.csv",
    )
    assert found.reader.id == "search-console-sample-links"
    assert sources(found) == ["https://a.example/x,y", "https://b.example/two words"]


@pytest.mark.parametrize(
    "text",
    [
        'Site,Linking pages,Target pages\nspam.example,"1,240",3\nblog.example,5,1\n',
        'אתר,דפים מקשרים,דפי יעד\nspam.example,"1,240",3\nblog.example,5,1\n',
        "Site;Pages de renvoi;Pages cibles\nspam.example;1\u202f240;3\nblog.example;5;1\n",
    ],
)
def test_top_sites(tmp_path: Path, text: str) -> None:
    found = reading(tmp_path, text)
    assert found.reader.id == "search-console-top-sites"
    assert [said(row) for row in found] == [{"source_url": "spam.example"}, {"source_url": "blog.example"}]


@pytest.mark.parametrize(
    ("text", "name", "what"),
    [
        ("Target page,Incoming links,Linking sites\nhttps://shop.example/,5,2\n", "a.csv", "target pages"),
        ("דף יעד,קישורים נכנסים,אתרים מקשרים\nhttps://shop.example/,5,2\n", "a.csv", "target pages"),
        (
            "Zielseite,Eingehende Links,Websites\nhttps://shop.example/,5,2\nhttps://shop.example/b,1,1\n",
            "a.csv",
            "target pages",
        ),
        ("Rank,Link text\n1,our shop\n", "a.csv", "linking text"),
        ("Rang,Linktext\n1,unser laden\n2,hier\n", "a.csv", "linking text"),
        ("URL,Last crawled\nhttps://shop.example/a,2026-01-01\n", "Table.csv", "page indexing"),
        ("Adresse,Gecrawlt\n" + OWN.replace("\n", ",2026-01-01\n"), "Table.csv", "page indexing"),
        (
            'Query,Page,Clicks,Impressions,CTR,Position\nscent,https://shop.example/,24 541,34 260,"71,6%","1,0"\n',
            "a.csv",
            "performance",
        ),
        ("Linking page\n" + OWN, "a.csv", "linking to this page"),
        (
            "Linking page\nhttps://shop.example/a\n",
            "shop.example-Internal links-2026-05-18.csv",
            "linking to this page",
        ),
    ],
)
def test_exports_that_name_no_pages_of_other_sites(tmp_path: Path, text: str, name: str, what: str) -> None:
    with pytest.raises(NoBacklinksError, match=f"{what}.*Latest links"):
        read(written(tmp_path, text, name=name))
