"""`linkwitness recrawl` through the real command line."""

import json
import re
from pathlib import Path

from tests.crawler.server import WebServer
from tests.linkwitness.program import Outcome, linkwitness


def test_pages_are_visited_before_they_are_due(tmp_path: Path) -> None:
    (tmp_path / "links.txt").write_text("http://club.test/p\nhttp://other.test/p\n")
    linkwitness(tmp_path, "property", "add", "shop.example")
    assert linkwitness(tmp_path, "import", "links.txt").code == 0
    with WebServer() as web:

        def recrawl(*words: str) -> Outcome:
            place = f'{{"test": "127.0.0.1:{web.port}"}}'
            return linkwitness(tmp_path, "recrawl", *words, connect_to=place, delay="0")

        for _ in range(2):
            told = recrawl("club.test")
            assert told.code == 0, told.err
            assert re.fullmatch(
                r"visited 1 page in \d+ s, .* a second\n  absent +1  the page is gone 1\n", told.out
            ), told.out
        assert web.asked("club.test") == ["/robots.txt", "/p"] * 2, "although it is due in a week"
        assert web.asked("other.test") == [], "named pages only"
        nobody = recrawl("elsewhere.test")
    assert nobody.code != 0
    assert "no backlink comes from elsewhere.test" in nobody.err


def test_programs_are_told_the_same_also_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "links.txt").write_text("http://club.test/p\n")
    linkwitness(tmp_path, "import", "links.txt", "--property", "shop.example")
    with WebServer() as web:
        place = f'{{"test": "127.0.0.1:{web.port}"}}'
        told = linkwitness(tmp_path, "crawl", "--json", connect_to=place, delay="0")
        done = json.loads(told.out)
        assert (done["visited"], done["waiting"], done["stopped"]) == (1, 0, False)
        assert done["backlinks"] == {"present": {}, "absent": {"gone": 1}, "unknown": {}}
        told = linkwitness(tmp_path, "recrawl", "club.test", "--json", connect_to=place, delay="0")
        assert json.loads(told.out)["visited"] == 1
    told = linkwitness(tmp_path, "recrawl", "--flagged", "--json")
    assert json.loads(told.out)["visited"] == 0
    assert "nothing to visit" in linkwitness(tmp_path, "recrawl", "--flagged").out
