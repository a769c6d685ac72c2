"""`linkwitness discover`: references in archives, for people and programs."""

import json
from pathlib import Path

from tests.crawler.archive.test_discovery import archive
from tests.linkwitness.program import linkwitness

PAGES = {
    "http://one.test/p": '<title>One</title><p>See <a href="https://shop.example/x.html">this \x1b[2Jshop</a> now.',
    "http://two.test/p": "<p>nothing about it",
}


def test_discoveries_for_people(tmp_path: Path) -> None:
    file = archive(tmp_path, PAGES)
    told = linkwitness(tmp_path, "discover", str(file), "--property", "shop.example")
    assert told.code == 0
    assert told.out.splitlines() == [
        "http://one.test/p",
        "  link https://shop.example/x.html",
        "  See [this \\x1b[2Jshop] now",
    ]
    assert "\x1b" not in told.out, "what pages say never reaches the terminal as commands"
    assert "1 reference on 1 of 2 pages of other sites" in told.err


def test_discoveries_for_programs(tmp_path: Path) -> None:
    file = archive(tmp_path, PAGES)
    told = linkwitness(tmp_path, "discover", str(file), "--property", "shop.example", "--json")
    (line,) = told.out.splitlines()
    found = json.loads(line)
    assert (found["page_url"], found["kind"], found["left"]) == ("http://one.test/p", "link", "See")
    assert (found["file"], found["offset"]) == (file.name, found["offset"])


def test_what_is_no_archive_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty.warc.gz").touch()
    (tmp_path / "links.csv").write_text("Referring page URL\nhttp://one.test/p\n")
    told = linkwitness(tmp_path, "discover", "empty.warc.gz", "links.csv", "--property", "shop.example")
    assert told.code == 0
    assert told.err.splitlines() == [
        "empty.warc.gz: holds no record",
        "links.csv: cannot read past byte 0: Invalid WARC header",
        "0 references on 0 of 0 pages of other sites",
    ]


def test_what_a_library_warns_of_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    """Hostile case 96: warcio logs an address as it stands in the file."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>nothing here</p>"
    about = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n\n"
    start = b"filedesc://x.arc 0.0.0.0 20140102000000 text/plain %d\n" % len(about)
    record = b"http://one.test/a b\x1b[2Jc 1.2.3.4 20140102000000 text/html %d\n" % len(answer)
    (tmp_path / "old.arc").write_bytes(b"".join((start, about, b"\n", record, answer, b"\n")))
    told = linkwitness(tmp_path, "discover", "old.arc", "--property", "shop.example")
    assert told.code == 0
    assert "http://one.test/a b\\x1b[2Jc" in told.err
    assert "\x1b" not in told.err
