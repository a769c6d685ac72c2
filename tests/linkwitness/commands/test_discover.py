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
    assert "1 references on 1 of 2 pages" in told.err


def test_discoveries_for_programs(tmp_path: Path) -> None:
    file = archive(tmp_path, PAGES)
    told = linkwitness(tmp_path, "discover", str(file), "--property", "shop.example", "--json")
    (line,) = told.out.splitlines()
    found = json.loads(line)
    assert (found["page_url"], found["kind"], found["left"]) == ("http://one.test/p", "link", "See")
    assert (found["file"], found["offset"]) == (file.name, found["offset"])
