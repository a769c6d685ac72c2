import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reports.files.table import AT_ONCE
from crawler.reports.statement import BadRow, Statement
from tests.crawler.reports.saying import reading, sources

HEADER = "Source Url,Anchor text,Target Url\n"
GOOD = "https://{}.example/,shop,https://shop.example/\n"


def lines(folder: Path, text: str | bytes) -> list[tuple[int, str]]:
    """Line and source of each statement, line and reason of each bad row."""
    rows = reading(folder, text)
    return [(row.line, row.source_url if isinstance(row, Statement) else row.reason) for row in rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_line_ends(tmp_path: Path, end: str, last: bool) -> None:
    text = (HEADER + GOOD.format("a") + "\n" + GOOD.format("b")).replace("\n", end)
    text = text if last else text.removesuffix(end)
    assert lines(tmp_path, text) == [(2, "https://a.example/"), (4, "https://b.example/")]


def test_mixed_line_ends(tmp_path: Path) -> None:
    text = (
        HEADER
        + GOOD.format("a").replace("\n", "\r\n")
        + GOOD.format("b").replace("\n", "\r")
        + GOOD.format("c")
    )
    assert [line for line, _ in lines(tmp_path, text)] == [2, 3, 4]


def test_a_quoted_line_break_keeps_the_lines_of_later_rows(tmp_path: Path) -> None:
    text = HEADER + 'https://a.example/,"one\ntwo\r\nthree",https://shop.example/\n' + GOOD.format("b")
    rows = list(reading(tmp_path, text))
    assert [(row.line, getattr(row, "anchor", "")) for row in rows] == [(2, "one\ntwo\nthree"), (5, "shop")]


@pytest.mark.parametrize("place", [0, 1, AT_ONCE - 2, AT_ONCE - 1, AT_ONCE, 2 * AT_ONCE - 1, 2 * AT_ONCE + 9])
@pytest.mark.parametrize(
    ("odd", "said", "lines_of_it"),
    [
        ("\n", [], 1),
        ("https://odd.example/,x\n", ["bad"], 1),
        ('https://odd.example/,"one\ntwo",x\n', ["https://odd.example/"], 2),
        ('https://odd.example/,"one\n\n\n",x\n', ["https://odd.example/"], 4),
        ('https://odd.example/,"never closed,x\n', ["bad"], 1),
        ("https://odd.example/,\0,x\n", ["bad"], 1),
    ],
)
def test_one_odd_row_among_hundreds(
    tmp_path: Path, place: int, odd: str, said: list[str], lines_of_it: int
) -> None:
    rows = [GOOD.format(f"h{number}") for number in range(2 * AT_ONCE + 10)]
    found = list(reading(tmp_path, HEADER + "".join((*rows[:place], odd, *rows[place:]))))
    at = place + 2
    expected = [(line, f"https://h{number}.example/") for number, line in enumerate(range(2, at))]
    expected += [(at, what) for what in said]
    expected += [
        (number + 2 + lines_of_it, f"https://h{number}.example/") for number in range(place, len(rows))
    ]
    assert [(row.line, row.source_url if isinstance(row, Statement) else "bad") for row in found] == expected


def test_one_quotation_mark_never_closed_costs_one_row(tmp_path: Path) -> None:
    rows = [GOOD.format(f"h{number}") for number in range(1_000)]
    rows[3] = 'https://broken.example/,"never closed,https://shop.example/\n'
    found = sources(reading(tmp_path, HEADER + "".join(rows)))
    assert len(found) == 1_000
    assert [row for row in found if row.startswith("bad")] == ["bad 5"]


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("where", [0, 1, 2])
def test_the_rows_around_a_broken_one_are_read(tmp_path: Path, place: int, quoted: bool, where: int) -> None:
    cells = [
        ["https://a.example/", "one", "x"],
        ["https://b.example/", "two", "y"],
        ["https://c.example/", "three", "z"],
    ]
    if quoted:
        cells = [[f'"{cell}"' for cell in row] for row in cells]
        cells[where][place] = cells[where][place].removesuffix('"')
    else:
        cells[where][place] = '"' + cells[where][place]
    found = reading(tmp_path, HEADER + "".join(",".join(row) + "\n" for row in cells))
    expected = ["https://a.example/", "https://b.example/", "https://c.example/"]
    expected[where] = f"bad {where + 2}"
    assert sources(found) == expected


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("https://a.example/,x\n", "2 cells where the header names 3"),
        ("https://a.example/,x,https://shop.example/,more\n", "4 cells where the header names 3"),
        ("https://a.example/,\0,https://shop.example/\n", "a NUL byte stands in the row"),
        ("https://a.example/," + "x" * 140_000 + ",https://shop.example/\n", "a quotation mark is not closed, or a cell is longer than 131,072 characters"),
        ("https://a.example/" + ",x" * 400_000 + "\n", "400001 cells where the header names 3"),
        ("x" * 3_000_000 + "\n", "a quotation mark is not closed, or a cell is longer than 131,072 characters"),
        (",x,https://shop.example/\n", "no web address where the referring page should stand"),
        ("Total: 5,,\n", "no web address where the referring page should stand"),
        ("javascript:alert(1),x,https://shop.example/\n", "no web address where the referring page should stand"),
        ("ftp://a.example/,x,https://shop.example/\n", "no web address where the referring page should stand"),
    ],
)  # fmt: skip
def test_bad_rows(tmp_path: Path, row: str, reason: str) -> None:
    found = list(reading(tmp_path, HEADER + GOOD.format("before") + row + GOOD.format("after")))
    bad = found[1]
    assert isinstance(bad, BadRow)
    assert (bad.line, bad.reason, len(bad.text) <= 200) == (3, reason, True)
    assert [row.line for row in found] == [2, 3, 4]


@pytest.mark.parametrize(
    "row",
    [
        "https://a.example/,x,https://shop.example/,,\n",
        'https://a.example/,"x" y,https://shop.example/\n',
        '"https://a.example/",x,https://shop.example/\n',
        'https://a.example/,5" x 7",https://shop.example/\n',
    ],
)
def test_sloppy_rows_that_can_be_read(tmp_path: Path, row: str) -> None:
    assert sources(reading(tmp_path, HEADER + row)) == ["https://a.example/"]


def test_missing_cells_that_nobody_reads(tmp_path: Path) -> None:
    """Excel leaves out empty cells at the end of a row."""
    text = "Source URL,Target URL,Toxic Score,Comment\nhttps://a.example/,https://shop.example/,5\n"
    assert sources(reading(tmp_path, text)) == ["https://a.example/"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "preamble", ["", "\n\n", "Report of 2026\nshop.example\n", '"Report; of | 2026",x\n']
)
def test_delimiters_and_preambles(tmp_path: Path, delimiter: str, preamble: str) -> None:
    text = preamble + (HEADER + '"https://a.example/","a, b; c | d\t",x\n').replace(",", "\x00").replace(
        "\x00", delimiter
    )
    (row,) = reading(tmp_path, text)
    assert isinstance(row, Statement)
    assert row.line == preamble.count("\n") + 2
    assert row.target_url == "x"


@pytest.mark.parametrize("first", ["sep=;\n", '"sep=;"\n', "SEP=;\r\n"])
def test_excel_separator_line(tmp_path: Path, first: str) -> None:
    assert lines(tmp_path, first + (HEADER + GOOD.format("a")).replace(",", ";")) == [
        (3, "https://a.example/")
    ]


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\r"), max_size=30),
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\r"), max_size=30),
        ),
        max_size=8,
    ),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_whatever_a_csv_writer_writes_is_read(
    tmp_path_factory: pytest.TempPathFactory,
    texts: list[tuple[str, str]],
    delimiter: str,
    quoting: int,
    end: str,
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end)  # type: ignore[arg-type]  # an int by name
    writer.writerow(["Source Url", "Anchor text", "Target Url"])
    writer.writerows(["https://a.example/", anchor, target] for anchor, target in texts)
    rows = list(reading(tmp_path_factory.mktemp("csv"), out.getvalue()))
    assert [(row.anchor, row.target_url) for row in rows if isinstance(row, Statement)] == [
        (anchor.strip(), target.strip().replace("\n", " ")) for anchor, target in texts
    ]
    assert len(rows) == len(texts)
