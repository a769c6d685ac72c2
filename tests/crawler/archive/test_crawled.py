"""What a crawl leaves in the archive, and a replay of it."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from crawler.archive.records import WarcFile
from store.database import Store, open_store
from tests.crawler.seeding import crawl, seed
from tests.crawler.server import Asked, WebServer
from tests.crawler.visited import FOUND, NOTHING, states, visit_all, visits


def test_the_archive_holds_every_response_and_visits_point_into_it(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    web.page("one.test", "/p", status=302, location="/q")
    web.page("one.test", "/q", gzip.compress(FOUND.encode()), content_encoding="gzip")
    visit_all(sqlite_store, web, tmp_path, ["http://one.test/p"])
    (file,) = (tmp_path / "archive").glob("*.warc.gz")
    with file.open("rb") as stream:
        records = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(stream, check_digests="raise")
        ]
    asked = ["http://one.test/robots.txt", "http://one.test/p", "http://one.test/q"]
    assert [kind for kind, _, _ in records] == ["warcinfo", *["response", "request"] * len(asked)]
    assert [url for kind, url, _ in records if kind == "response"] == asked
    assert records[5][1:] == ("http://one.test/q", FOUND.encode())
    visit = visits(sqlite_store)["http://one.test/p"]
    assert visit.archive_file == file.name
    assert visit.archive_offset is not None
    with file.open("rb") as stream:
        stream.seek(visit.archive_offset)
        record = next(iter(ArchiveIterator(stream)))
        assert record.rec_headers.get_header("WARC-Target-URI") == "http://one.test/q"
        assert record.rec_headers.get_header("WARC-IP-Address") == "127.0.0.1"


async def endless_redirect(_: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 302 Found\r\nLocation: /q\r\n\r\n"
    while True:
        yield bytes(65_536)


def test_little_is_read_of_a_redirect(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    """Hostile case 20."""
    web.routes["one.test", "/p"] = endless_redirect
    web.page("one.test", "/q", FOUND)
    visit_all(sqlite_store, web, tmp_path, ["http://one.test/p"])
    (file,) = (tmp_path / "archive").glob("*.warc.gz")
    redirect, page = WarcFile(file).records(lambda kind, url: kind == "response" and url[-2:] in {"/p", "/q"})
    assert (redirect.status, len(redirect.body), redirect.truncated) == (302, 64 * 1024, "length")
    assert (page.status, page.body) == (200, FOUND.encode())


def test_replay_of_the_archive_says_what_the_live_crawl_said(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    web.page("one.test", "/p", FOUND)
    web.page("two.test", "/p", status=301, location="http://one.test/p")
    web.page("three.test", "/p", NOTHING)
    web.page("three.test", "/", NOTHING)
    urls = [f"http://{host}.test/p" for host in ("one", "two", "three", "four")]
    visit_all(sqlite_store, web, tmp_path, urls)
    again = open_store(f"sqlite:///{tmp_path / 'replayed.db'}")
    never_archived = "http://five.test/p"
    seed(again, [*urls, never_archived])
    requests = len(web.log)
    crawl(
        str(again.url), tmp_path / "unused", delay_s=5, replay=list((tmp_path / "archive").glob("*.warc.gz"))
    )
    assert len(web.log) == requests, "replay asks nobody"
    kept = list((tmp_path / "unused" / "archive").iterdir())
    assert all(path.is_symlink() for path in kept), "and archives nothing"
    assert states(again) == states(sqlite_store) | {never_archived: ("unknown", "not-archived")}
    live, replayed = visits(sqlite_store), visits(again)
    for url in urls:
        assert replayed[url].body_sha256 == live[url].body_sha256
        assert replayed[url].archive_offset == live[url].archive_offset or live[url].status == 404
    again.close()


def test_what_an_archive_lacks_is_asked_for_by_the_next_crawl(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    web.page("one.test", "/p", FOUND)
    visit_all(sqlite_store, web, tmp_path, ["http://one.test/p"])
    again = open_store(f"sqlite:///{tmp_path / 'replayed.db'}")
    seed(again, ["http://one.test/p", "http://two.test/p"])
    archive = list((tmp_path / "archive").glob("*.warc.gz"))
    replayed = crawl(str(again.url), tmp_path / "second", replay=archive)
    assert (replayed.summary["visited"], replayed.summary["waiting"]) == (2, 1)
    web.page("two.test", "/p", FOUND)
    followed = crawl(str(again.url), tmp_path / "third", connect_to={"test": f"127.0.0.1:{web.port}"})
    assert (followed.summary["visited"], followed.summary["waiting"]) == (1, 0)
    assert set(states(again).values()) == {("present", "link")}
    again.close()
