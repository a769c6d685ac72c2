from pathlib import Path

import pytest

from crawler.reports.statement import LinkType
from tests.crawler.reports.saying import day, reading, said

GROUPED_2026 = (
    "Referring page title|Referring page URL|Language|Platform|Referring page HTTP code|Domain rating|UR|Domain traffic|"
    "Referring domains|Linked domains|External links|Page traffic|Keywords|Target URL|Left context|Anchor|Right context|"
    "Redirect Chain URLs|Redirect Chain status codes|Type|Is spam|Content|Nofollow|UGC|Sponsored|Rendered|Raw|Lost status|"
    "Drop reason|Discovered status|First seen|Last seen|Lost|Author|Page type|Page category|Links in group"
)
UNGROUPED_2026 = GROUPED_2026.removesuffix("|Links in group")
SHEETS_2025 = "#|" + GROUPED_2026.replace("|Is spam", "").replace("|Page type|Page category", "")
BROKEN = GROUPED_2026.replace("|Target URL|", "|Target URL|Target page HTTP code|").replace(
    "|Lost status|Drop reason|Discovered status|First seen|Last seen|Lost|",
    "|Target checked|Ref. page checked|",
)
ROW = {
    "Referring page title": 'Ten "best" scents',
    "Referring page URL": "https://club.example/l-orchestre-parfum.html",
    "Language": "de",
    "Referring page HTTP code": "200",
    "Domain rating": "12.5",
    "External links": "1,240",
    "Target URL": "https://shop.example/img/parfum.jpg",
    "Left context": "what stands left",
    "Anchor": "parfum",
    "Right context": "what stands right",
    "Type": "image",
    "Is spam": "true",
    "Nofollow": "false",
    "UGC": "false",
    "Sponsored": "true",
    "Lost status": "removedfromhtml",
    "Drop reason": "",
    "First seen": "2021-09-11 11:40:43",
    "Last seen": "2026-02-06 04:08:05",
    "Lost": "2026-02-07",
    "Links in group": "3",
    "Ref. page checked": "2026-04-09 05:33:49",
}
EVERYWHERE = {
    "source_url": "https://club.example/l-orchestre-parfum.html",
    "target_url": "https://shop.example/img/parfum.jpg",
    "title": 'Ten "best" scents',
    "left": "what stands left",
    "anchor": "parfum",
    "right": "what stands right",
    "type": LinkType.IMAGE,
    "language": "de",
    "http_status": 200,
    "external_links": 1240,
    "domain_rating": 12.5,
    "nofollow": False,
    "ugc": False,
    "sponsored": True,
}
SEEN = {
    "first_seen": day(2021, 9, 11, 11, 40, 43),
    "last_seen": day(2026, 2, 6, 4, 8, 5),
    "lost": day(2026, 2, 7),
    "lost_reason": "removedfromhtml",
}


def table(header: str, rows: list[dict[str, str]], delimiter: str) -> str:
    names = header.split("|")
    lines = [names, *([row.get(name, "") for name in names] for row in rows)]
    return (
        "\n".join(delimiter.join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
        + "\n"
    )


@pytest.mark.parametrize(
    ("header", "delimiter", "encoding", "more"),
    [
        (GROUPED_2026, "\t", "utf-16", SEEN | {"vendor_spam": True, "links_in_group": 3}),
        (GROUPED_2026, "\t", "utf-16-le", SEEN | {"vendor_spam": True, "links_in_group": 3}),
        (GROUPED_2026, "\t", "utf-16-be", SEEN | {"vendor_spam": True, "links_in_group": 3}),
        (UNGROUPED_2026, "\t", "utf-8", SEEN | {"vendor_spam": True}),
        (SHEETS_2025, ",", "utf-8", SEEN | {"links_in_group": 3}),
        (SHEETS_2025, ";", "utf-8-sig", SEEN | {"links_in_group": 3}),
        (
            BROKEN,
            ",",
            "utf-8",
            {"last_seen": day(2026, 4, 9, 5, 33, 49), "vendor_spam": True, "links_in_group": 3},
        ),
    ],
)
def test_every_layout(
    tmp_path: Path, header: str, delimiter: str, encoding: str, more: dict[str, object]
) -> None:
    found = reading(tmp_path, table(header, [ROW], delimiter).encode(encoding))
    assert found.reader.id == "ahrefs-backlinks"
    assert [said(row) for row in found] == [EVERYWHERE | more]


def test_columns_that_somebody_took_out(tmp_path: Path) -> None:
    text = "Referring page URL,Anchor,Target URL\nhttps://a.example/,scent,https://shop.example/\n"
    found = reading(tmp_path, text)
    assert found.reader.id == "ahrefs-backlinks"
    assert [said(row) for row in found] == [
        {"source_url": "https://a.example/", "anchor": "scent", "target_url": "https://shop.example/"}
    ]


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"Referring page HTTP code": "0"}, "http_status", None),
        ({"Type": "Redirect"}, "type", LinkType.REDIRECT),
        ({"Type": "hologram"}, "type", None),
        ({"Lost status": "", "Drop reason": "tooold"}, "lost_reason", "tooold"),
        ({"Nofollow": "TRUE"}, "nofollow", True),
        ({"Nofollow": "WAHR"}, "nofollow", True),
        ({"Last seen": ""}, "last_seen", None),
    ],
)
def test_single_cells(tmp_path: Path, cells: dict[str, str], field: str, value: object) -> None:
    (row,) = reading(tmp_path, table(GROUPED_2026, [ROW | cells], "\t"))
    assert getattr(row, field) == value


def test_a_cell_that_is_not_understood_leaves_the_rest_of_its_row(tmp_path: Path) -> None:
    odd = ROW | {"First seen": "last spring", "External links": "many"}
    (row,) = reading(tmp_path, table(UNGROUPED_2026, [odd], "\t"))
    expected = (
        EVERYWHERE
        | SEEN
        | {"vendor_spam": True, "unread": (("External links", "many"), ("First seen", "last spring"))}
    )
    del expected["first_seen"], expected["external_links"]
    unread = expected.pop("unread")
    facts = said(row)
    assert sorted(facts.pop("unread")) == sorted(unread)  # type: ignore[call-overload]  # a tuple of names
    assert facts == expected
