from pathlib import Path

import pytest

from crawler.reports.errors import UnreadableReportError
from crawler.reports.statement import Statement
from tests.crawler.reports.saying import reading

TITLES = {
    "cp1252": "Où acheter des fenêtres à Genève près de l’été – déjà vu",
    "cp1251": "Купить окна в Москве недорого, доставка и установка бесплатно",
    "cp1255": "קניית חלונות בירושלים במחיר טוב והתקנה ללא תשלום נוסף",
    "cp1253": "Αγορά παραθύρων στην Αθήνα με δωρεάν τοποθέτηση σήμερα",
    "shift_jis": "東京で窓を買うなら当店へどうぞ、取り付け無料です",
    "gb18030": "在北京购买窗户，价格便宜，免费安装，欢迎光临",
}
HEADER = "Source url,Source title,Target url,External links\n"


def titles(folder: Path, content: bytes) -> list[str]:
    return [row.title for row in reading(folder, content) if isinstance(row, Statement)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", *TITLES]
)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    title = TITLES.get(encoding, TITLES["cp1251"])
    text = HEADER + "".join(
        f'https://a.example/{number},"{title} {number}",https://shop.example/,1\n' for number in range(20)
    )
    assert titles(tmp_path, text.encode(encoding)) == [f"{title} {number}" for number in range(20)]


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_byte_order_marks(tmp_path: Path, mark: bytes) -> None:
    encoding = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    text = HEADER + "https://a.example/,été,https://shop.example/,1\n"
    assert titles(tmp_path, mark + text.encode(encoding)) == ["été"]


def test_one_broken_byte_leaves_a_file_in_utf8(tmp_path: Path) -> None:
    row = "https://a.example/,été,https://shop.example/,1\n".encode()
    content = HEADER.encode() + row * 20 + row.replace(b"\xa9", b"", 1) + row
    assert titles(tmp_path, content) == ["été"] * 20 + ["\ufffdté"] + ["été"]


def test_umlauts_far_behind_the_beginning(tmp_path: Path) -> None:
    row = b"https://a.example/,plain,https://shop.example/,1\n"
    content = (
        HEADER.encode()
        + row * 50_000
        + "https://a.example/,Où acheter près de Genève,x.example,1\n".encode("cp1252")
    )
    assert titles(tmp_path, content)[-1] == "Où acheter près de Genève"


def test_a_character_that_two_blocks_share(tmp_path: Path) -> None:
    start = HEADER.encode() + b"https://a.example/,"
    title = "x" * (1024 * 1024 - 1 - len(start) % (1024 * 1024)) + "é"
    filler = "\n".join(title[index : index + 1000] for index in range(0, len(title), 1000))
    content = HEADER.encode() + ("https://a.example/,t,x.example,1\n" + f"{filler}\n").encode()
    rows = list(reading(tmp_path, content))
    assert "\ufffd" not in getattr(rows[-1], "text", "")


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 20,
        b"\0" * 5_000,
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"Rar!\x1a\x07",
        b"",
    ],
)
def test_what_is_no_text(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableReportError, match=r"report\.csv: .*\."):
        reading(tmp_path, content)
