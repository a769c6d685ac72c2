"""`linkwitness crawl`: stopped with Ctrl-C, gone on with later, answered from an archive."""

import json
import re
import secrets
import signal
import time
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from tests.crawler.archive.test_discovery import archive
from tests.crawler.server import WebServer as NobodyServer
from tests.linkwitness.program import linkwitness, started
from tests.web import shop
from tests.web.cases import CASES, HOSTS
from tests.web.report import write_ahrefs
from tests.web.server import WebServer


def imported(folder: Path) -> None:
    report = write_ahrefs(CASES, folder)
    prefix = shop.PROPERTY.asset_prefixes[0]
    linkwitness(folder, "property", "add", shop.PROPERTY.name, "--asset-host", prefix)
    assert "new backlinks" in linkwitness(folder, "import", str(report)).out


def addresses(web: WebServer) -> str:
    return "{" + ", ".join(f'"{host.name}": "{web.address}"' for host in HOSTS) + "}"


def archived(path: str) -> set[str]:
    with Path(path).open("rb") as stream:
        return {record.rec_headers.get_header("WARC-Target-URI") or "" for record in ArchiveIterator(stream)}


def test_ctrl_c_stops_cleanly_and_the_next_crawl_goes_on(tmp_path: Path) -> None:
    imported(tmp_path)
    with WebServer(HOSTS) as web:
        crawl = started(tmp_path, "crawl", connect_to=addresses(web), delay="30")
        while len(web.log) < 20 and crawl.poll() is None:
            time.sleep(0.05)
        crawl.send_signal(signal.SIGINT)
        code, (out, err) = crawl.wait(60), crawl.written()
        assert code == 130, err
        assert "Traceback" not in err
        assert "goes on with them" in out
        told = linkwitness(tmp_path, "crawl", connect_to=addresses(web), delay="0")
    assert told.code == 0, told.err
    visited = [int(line.split()[1]) for line in (out + told.out).splitlines() if line.startswith("visited ")]
    assert sum(visited) == len({case.source_url for case in CASES})


def test_a_crawl_of_an_archive_needs_no_network(tmp_path: Path) -> None:
    imported(tmp_path)
    with WebServer(HOSTS) as web:
        first = linkwitness(tmp_path, "crawl", connect_to=addresses(web), delay="0")
        assert first.code == 0, first.err
    archives = [str(path) for path in (tmp_path / "linkwitness-data" / "archive").glob("*.warc.gz")]
    assert {"http://galerie-du-lac-ch.test/robots.txt", CASES[0].source_url} <= set[str]().union(
        *map(archived, archives)
    )
    again = tmp_path / "again"
    again.mkdir()
    imported(again)
    replays = [word for path in archives for word in ("--replay", path)]
    told = linkwitness(again, "crawl", *replays)
    assert told.code == 0, told.err
    told = linkwitness(again, "crawl", *replays)
    assert "visited 1 page" in told.out
    assert "not in the archive 1" in told.out
    assert "1 page still waits; `linkwitness crawl` goes on with them" in told.out
    shown = linkwitness(again, "show", "basketball-weiden-de.test").out
    assert "not there: the page shows the home page" in shown
    assert re.search(r"status 200, [\d,]+ bytes", shown)
    told = linkwitness(again, "export", "evidence", "basketball-weiden-de.test", "--to", str(again))
    assert told.code == 0, told.err
    evidence = again / "evidence-basketball-weiden-de.test" / "records.warc.gz"
    assert CASES[0].source_url in archived(str(evidence)), "the records that were replayed are handed on"


def test_what_cannot_be_replayed_is_said_in_one_line(tmp_path: Path) -> None:
    imported(tmp_path)
    (tmp_path / "odd.csv").write_text("a,b\n")
    told = linkwitness(tmp_path, "crawl", "--replay", "odd.csv")
    assert told.code == 1
    assert len(told.err.splitlines()) == 1
    assert "odd.csv holds no response" in told.err
    assert "archive" not in told.err, "the file is named as it was given"
    assert not (tmp_path / "linkwitness-data" / "archive").exists(), "and leaves nothing behind"
    file = archive(tmp_path, {"http://one.test/p": secrets.token_hex(4_000)})
    with file.open("r+b") as stream:
        stream.truncate(2_000)
    told = linkwitness(tmp_path, "crawl", "--replay", str(file))
    assert told.code == 0, told.err
    assert f"  {file.name}: the record at byte" in told.out


def test_a_crawl_that_reached_nothing_asks_whether_the_machine_is_online(tmp_path: Path) -> None:
    (tmp_path / "links.txt").write_text("http://club.test/p\nhttp://other.test/p\n")
    linkwitness(tmp_path, "import", "links.txt", "--property", "shop.example")
    nowhere = '{"test": "127.0.0.1:9"}'
    told = linkwitness(tmp_path, "crawl", connect_to=nowhere, delay="0")
    assert "nothing answered: is this machine online? No verdict follows" in told.out
    told = linkwitness(tmp_path, "analyse", "--json")
    assert json.loads(told.out)["pages"] == {"spam": 0, "suspicious": 0, "benign": 0, "undecided": 2}
    with NobodyServer() as web:
        answering = f'{{"club.test": "127.0.0.1:{web.port}", "other.test": "127.0.0.1:9"}}'
        told = linkwitness(tmp_path, "recrawl", "--unknown", connect_to=answering, delay="0")
    assert "visited 2 pages" in told.out
    assert "online" not in told.out


def test_a_run_tells_what_is_there_once(tmp_path: Path) -> None:
    (tmp_path / "links.txt").write_text("http://club.test/p\n")
    call = ("run", "links.txt", "--property", "shop.example")
    with NobodyServer() as web:
        told = linkwitness(tmp_path, *call, connect_to=f'{{"test": "127.0.0.1:{web.port}"}}', delay="0")
    assert told.code == 0, told.err
    assert told.out.count("the page is gone 1") == 1
