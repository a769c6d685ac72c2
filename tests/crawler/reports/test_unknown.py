"""What a person is told whose file nobody recognises."""

import zipfile
from pathlib import Path

import pytest

from crawler.reports.errors import UnknownReportError, UnreadableReportError
from crawler.reports.reading import read
from crawler.reports.registry import readers
from crawler.reports.unknown import REMEDY
from tests.crawler.reports.saying import reading

AHREFS = ("Referring page title", "Referring page URL", "Target URL", "Left context", "Anchor")
ROW = ("A page", "https://a.example/x", "https://shop.example/", "left", "shop")


def table(*columns: str) -> str:
    """Give an Ahrefs report of these columns; a renamed one keeps its cells."""
    rows = (columns, tuple(ROW[AHREFS.index(name)] if name in AHREFS else "…" for name in columns))
    return "\n".join("\t".join(row) for row in rows) + "\n"


def refused(folder: Path, text: str) -> str:
    with pytest.raises(UnknownReportError) as caught:
        reading(folder, text, name="links.csv")
    return str(caught.value)


def test_what_was_seen_then_the_remedy_then_all_that_is_known(tmp_path: Path) -> None:
    message = refused(tmp_path, "Keyword;Volume;Difficulty\nscent;5;6\n")
    first, remedy, heading, *known = message.splitlines()
    assert first.endswith(
        "links.csv: no known report format. The first row reads: Keyword, Volume, Difficulty"
    )
    assert (remedy, heading) == (REMEDY, "Known formats:")
    assert [line.split()[0] for line in known] == [reader.id for reader in readers()]
    assert all(reader.example_header in line for reader, line in zip(readers(), known, strict=True))


@pytest.mark.parametrize(
    ("columns", "missing"),
    [
        ([name for name in AHREFS if name != "Target URL"], "“Target URL”"),
        ([name for name in AHREFS if name != "Referring page URL"], "“Referring page URL”"),
        (
            ["Referring page title", "URL de la page", "URL cible", "Left context", "Anchor"],
            "“Referring page URL”, “Target URL”",
        ),
    ],
)
def test_a_report_without_a_column_is_told_which(columns: list[str], missing: str, tmp_path: Path) -> None:
    assert (
        "It is nearest to Ahrefs: backlinks and broken backlinks; of its columns these were not found: "
        f"{missing}.\n" in refused(tmp_path, table(*columns))
    )


@pytest.mark.parametrize("text", ["name,age\nann,5\n", "Anchor,Price\nx,5\n", "参照元ページ,初見\nx,y\n"])
def test_what_is_like_no_report_is_near_to_none(text: str, tmp_path: Path) -> None:
    assert "nearest" not in refused(tmp_path, text)


def test_the_first_row_is_the_first_and_not_the_widest(tmp_path: Path) -> None:
    message = refused(tmp_path, "Name  Price\nFlakon  a,b,c,d,e,f\n")
    assert "The first row reads: Name  Price\n" in message


@pytest.mark.parametrize("text", ["\n\n\n", " \n\t\n"])
def test_blank_lines_are_no_report(text: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableReportError, match="nothing but blank lines"):
        reading(tmp_path, text)


def test_an_archive_of_something_else_names_each_file_and_the_formats_once(tmp_path: Path) -> None:
    path = tmp_path / "pictures.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hi there\n")
        archive.writestr("blank.csv", "\n")
    with pytest.raises(UnknownReportError) as caught:
        read(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: nothing in it can be imported.\n")
    assert f"{path}: hello.txt: no known report format" in message
    assert f"{path}: blank.csv: nothing but blank lines" in message
    assert message.count("Known formats:") == 1


def test_what_an_archive_holds_besides_is_told_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "links.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "please read\n")
        archive.writestr("links.csv", table(*AHREFS))
    assert read(path).passed_over == (
        f"{path}: readme.txt: no known report format. The first row reads: please read",
    )
