"""Plain lists and disavow files as input."""

from pathlib import Path

import pytest

from crawler.reports.errors import UnknownReportError
from tests.crawler.reports.saying import reading, sources


@pytest.mark.parametrize(
    ("reader", "text", "expected"),
    [
        ("url-list", "http://a.example/x\nhttps://b.example/\n", ["http://a.example/x", "https://b.example/"]),
        ("url-list", "URL\nhttp://a.example/x\n", ["http://a.example/x"]),
        ("url-list", "a.example\nwww.b.example\n192.0.2.1\n한국.kr\nxn--3e0b707e\n", ["a.example", "www.b.example", "192.0.2.1", "한국.kr", "bad 5"]),
        ("url-list", "# found by hand\n\n  a.example  \n# end\n", ["a.example"]),
        ("url-list", "http://a.example/x,y\nhttp://a.example/\n", ["http://a.example/x,y", "http://a.example/"]),
        ("url-list", 'http://a.example/the page\n"http://b.example/q"\n', ["http://a.example/the page", "http://b.example/q"]),
        ("url-list", "http://a.example/x\rhttp://b.example/\r\nrelated\n", ["http://a.example/x", "http://b.example/", "bad 3"]),
        ("url-list", "http://[2001:db8::1]/x\n//a.example/\n", ["http://[2001:db8::1]/x", "bad 2"]),
        ("disavow-list", "# exported from backlink tool\n# domains\ndomain:a.example\n", ["a.example"]),
        ("disavow-list", "domain: a.example\nDOMAIN:b.example\nhttp://c.example/x\n", ["a.example", "b.example", "http://c.example/x"]),
        ("disavow-list", "domain:a.example # spam\ndomain:bot\nhttp://c.example/#x\n", ["a.example", "bad 2", "http://c.example/#x"]),
        ("disavow-list", "\ufeffdomain:a.example", ["a.example"]),
    ],
)  # fmt: skip
def test_lists(tmp_path: Path, reader: str, text: str, expected: list[str]) -> None:
    found = reading(tmp_path, text, name="list.txt")
    assert found.reader.id == reader
    assert sources(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "name,age\nann,5\n",
        "Page,Visits\nhttps://shop.example/,5\nhttps://shop.example/b,6\n",
        "https://shop.example/;5\nhttps://shop.example/b;6\nhttps://shop.example/c;7\n",
        "just some words\nand more of them\n",
        "# nothing but comments\n",
        "<!DOCTYPE html>\n<html><body><a href='http://a.example/'>x</a>\n",
        '{"a": 1}\n',
    ],
)
def test_what_is_no_list(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnknownReportError):
        reading(tmp_path, text, name="list.txt")
