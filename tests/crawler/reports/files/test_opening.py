import bz2
import gzip
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from crawler.reports.errors import ReportError, UnknownReportError, UnreadableReportError
from crawler.reports.files.streams import FREE_SIZE, bounded, size_limit
from crawler.reports.reading import read
from crawler.reports.statement import Statement
from tests.crawler.reports.saying import day, reading, said, sources, written

LATEST = "Linking page,Last crawled\nhttps://a.example/x,2026-01-01"
SAMPLE = "Linking page\nhttps://b.example/x"


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
@pytest.mark.parametrize("name", ["report.csv", "report.csv.gz"])
def test_compressed_whatever_the_name(tmp_path: Path, pack: object, name: str) -> None:
    assert callable(pack)
    assert sources(reading(tmp_path, pack(LATEST.encode()), name=name)) == ["https://a.example/x"]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_cut_off(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    content = pack(b"".join(b"https://%d.example/,2026-01-01\n" % number for number in range(1000)))
    with pytest.raises(UnreadableReportError, match="damaged or cut off"):
        reading(tmp_path, content[:-200])


def test_a_bomb_stops_at_its_limit(tmp_path: Path) -> None:
    path = written(tmp_path, gzip.compress(b"0" * 3_000_000))
    with (
        gzip.open(path) as inner,
        bounded(inner, limit=1_000_000, path=path) as stream,
        pytest.raises(UnreadableReportError, match="200 times its size"),
    ):
        stream.read()


@pytest.mark.parametrize(("packed", "limit"), [(0, FREE_SIZE), (1_000, FREE_SIZE), (10**9, 200 * 10**9)])
def test_size_limit(packed: int, limit: int) -> None:
    assert size_limit(packed) == limit


def test_archive_of_search_console(tmp_path: Path) -> None:
    found = read(
        zipped(
            tmp_path / "shop.example-Links-2026-05-18.zip",
            {
                "Latest links.csv": LATEST,
                "Top linking text.csv": "Rank,Link text\n1,x\n",
                "More sample links.csv": SAMPLE,
                "__MACOSX/._a": b"\0\1\2",
            },
        )
    )
    assert [(row.line, row.member, getattr(row, "source_url", "")) for row in found] == [
        (2, "Latest links.csv", "https://a.example/x"),
        (2, "More sample links.csv", "https://b.example/x"),
    ]
    (passed_over,) = found.passed_over
    assert "Top linking text.csv" in passed_over


def test_archive_of_two_tools(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.csv": LATEST, "b.csv": '"Domain","Backlinks Count"\nx.example,1\n'}
    with pytest.raises(UnknownReportError, match="several tools"):
        read(zipped(tmp_path / "a.zip", files))


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"../../x.csv": LATEST}, "points outside"),
        ({"/etc/x.csv": LATEST}, "points outside"),
        ({"C:\\x.csv": LATEST}, "points outside"),
        ({}, "is empty"),
        ({"inner.zip": b"PK\x03\x04" + bytes(range(256)) * 20}, "not a text file"),
        ({f"{number}.csv": "" for number in range(20_000)}, "far more files"),
    ],
)
def test_archives_that_no_tool_writes(tmp_path: Path, files: dict[str, str | bytes], reason: str) -> None:
    with pytest.raises(UnreadableReportError, match=reason):
        read(zipped(tmp_path / "a.zip", files))


def test_links_doubles_and_ciphers_in_archives(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("a.csv")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(UnreadableReportError, match="symbolic link"):
        read(path)
    path = tmp_path / "double.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", LATEST)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.csv", SAMPLE)
    with pytest.raises(UnreadableReportError, match="one name"):
        read(path)
    content = bytearray(zipped(tmp_path / "cipher.zip", {"a.csv": LATEST}).read_bytes())
    content[6] |= 1
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableReportError, match="encrypted"):
        reading(tmp_path, bytes(content))


@pytest.mark.parametrize("keep", [30, 80, 150, -30])
def test_damaged_archives(tmp_path: Path, keep: int) -> None:
    content = zipped(tmp_path / "a.zip", {"a.csv": LATEST * 20}).read_bytes()
    with pytest.raises(UnreadableReportError):
        reading(tmp_path, content[:keep])


def test_an_archive_that_tells_its_size(tmp_path: Path) -> None:
    content = bytearray(zipped(tmp_path / "a.zip", {"a.csv": LATEST}).read_bytes())
    size = content.rfind(b"PK\x01\x02") + 24
    content[size : size + 4] = (2**31).to_bytes(4, "little")
    with pytest.raises(UnreadableReportError, match="unpacks to 2,147,483,648 bytes"):
        reading(tmp_path, bytes(content))


def test_damage_within_an_archive(tmp_path: Path) -> None:
    content = bytearray(zipped(tmp_path / "a.zip", {"a.csv": LATEST}).read_bytes())
    content[45] ^= 0xFF
    with pytest.raises(ReportError):
        reading(tmp_path, bytes(content))


def workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as book:
        sheet, _ = book.add_worksheet("Links"), book.add_worksheet("Empty")
        dated = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["Linking page", "Last crawled"])
        sheet.write_row(1, 0, ["https://a.example/", "2026-05-01"])
        sheet.write(2, 0, "https://b.example/line\nbreak")
        sheet.write_datetime(2, 1, day(2026, 5, 2).replace(tzinfo=None), dated)
        sheet.write_row(4, 0, ["https://c.example/", 46145])
        book.add_worksheet("Notes").write(0, 0, "made by hand")
    return path


def test_workbook_with_dates_of_every_kind(tmp_path: Path) -> None:
    found = read(workbook(tmp_path / "export.xlsx"))
    assert [(row.line, said(row)) for row in found] == [
        (2, {"source_url": "https://a.example/", "last_seen": day(2026, 5, 1), "member": "Links"}),
        (3, {"source_url": "https://b.example/line break", "last_seen": day(2026, 5, 2), "member": "Links"}),
        (5, {"source_url": "https://c.example/", "last_seen": day(2026, 5, 3), "member": "Links"}),
    ]


def test_workbook_cells_of_every_kind(tmp_path: Path) -> None:
    path = tmp_path / "export.csv.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Source title", "Source url", "Target url", "External links", "Nofollow"])
        sheet.write_row(1, 0, ["=1+1 ä", "https://a.example/", "https://shop.example/", 1240, True])
    (row,) = read(path)
    assert isinstance(row, Statement)
    assert (row.external_links, row.nofollow) == (1240, True)


def rewritten(path: Path, out: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry.endswith(name) else old.read(entry))
    return out


def test_workbook_bombs(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    rows = b'<row><c t="n"><v>1</v></c></row>' * 400_000
    big = rewritten(source, tmp_path / "big.xlsx", "sheet1.xml", head + rows + b"</sheetData></worksheet>")
    with pytest.raises(UnreadableReportError, match="unpacks to"):
        read(big)
    far = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    wide = rewritten(source, tmp_path / "wide.xlsx", "sheet1.xml", head + far + b"</sheetData></worksheet>")
    with pytest.raises(UnreadableReportError, match="too large"):
        read(wide)
    entity = (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        + head
        + b'<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>'
    )
    with pytest.raises(ReportError) as caught:
        read(rewritten(source, tmp_path / "entity.xlsx", "sheet1.xml", entity))
    assert "root:" not in str(caught.value)
    with pytest.raises(UnreadableReportError, match="damaged workbook"):
        read(rewritten(source, tmp_path / "broken.xlsx", "workbook.xml", b"<workbook"))


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReportError, match="No such file"):
        read(tmp_path / "nowhere.csv")
    with pytest.raises(UnreadableReportError, match="directory"):
        read(tmp_path)
