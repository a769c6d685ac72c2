from pathlib import Path

import pytest

from crawler.reports.errors import NoBacklinksError
from crawler.reports.statement import LinkType
from tests.crawler.reports.saying import reading, said

PREAMBLE = 'Moz,"Inbound Links"\nshop.example\n"22 March 2022"\n\nfilters: none,\n'
LINK: dict[str, object] = {
    "source_url": "blog.example/post",
    "target_url": "shop.example/img.jpg",
    "title": "A post",
    "anchor": "scent",
    "domain_rating": 31.0,
}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        (
            PREAMBLE
            + "URL,Title,Anchor Text,Spam Score,Page Authority,Domain Authority,Number of Domains Linking to this "
            "Page,Number of Domains Linking to Domain,Origin,Target URL,Link Equity,No Link Equity,Only rel=nofollow,Only "
            "follow,301\nblog.example/post,A post,scent,1,20,31,2,3,External,shop.example/img.jpg,No,Yes,Yes,No,No\n",
            {"nofollow": True},
        ),
        (
            (
                "URL,Title,Anchor Text,Page Authority,Domain Authority,Number of Links,Number of Domains Linking to Domain,"
                "Followable,301,Origin,Target URL\nblog.example/post,A post,scent,20,31,2,3,Yes,Yes,External,shop.example/img.jpg\n"
            ),
            {"nofollow": False, "type": LinkType.REDIRECT},
        ),
        (
            PREAMBLE
            + "URL,Title,Anchor Text,PA,DA,Linking Domains,Spam Score,Target URL\nblog.example/post,A post,scent,20,31,2,1,shop.example/img.jpg\n",
            {},
        ),
    ],
)
def test_layouts(tmp_path: Path, text: str, more: dict[str, object]) -> None:
    found = reading(
        tmp_path, text, name="moz-inbound-links-for-www_shop_example-2022-03-22_10_25_32_905974Z.csv"
    )
    assert found.reader.id == "moz-links"
    (row,) = found
    assert said(row) == LINK | more
    assert row.line == text.count("\n")


def test_top_pages_are_not_backlinks(tmp_path: Path) -> None:
    with pytest.raises(NoBacklinksError, match="Moz: top pages"):
        reading(
            tmp_path,
            PREAMBLE + "URL,Title,PA,Total Links,Linking Domains to Page\nshop.example/,Shop,20,5,3\n",
        )
