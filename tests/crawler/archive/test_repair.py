"""Files that a killed crawl left open: cut after the last whole record, and nothing else is touched."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.archive.repair import mark_open, repair
from crawler.archive.writer import Archive, Exchange
from store.crawls.sights import Archived
from store.database import Store
from tests.crawler.seeding import crawl, seed

EXCHANGE = Exchange(
    url="http://one.test/p",
    at=datetime(2026, 11, 21, tzinfo=UTC),
    request_headers={"User-Agent": "Linkwitness"},
    status=200,
    headers=(("Content-Type", "text/html"), ("Transfer-Encoding", "chunked")),
    body=b"<p>" + bytes(range(256)) * 2000,
    address="20.0.0.1",
    cut="",
)


def write(folder: Path, exchanges: int) -> tuple[Path, list[Archived]]:
    archive = Archive(folder, software="test")
    places = [archive.append(EXCHANGE) for _ in range(exchanges)]
    archive.close()
    return folder / places[0].file, places


def records(file: Path) -> list[str]:
    with file.open("rb") as stream:
        return [
            record.rec_type
            for record in ArchiveIterator(stream, check_digests="raise")
            if record.raw_stream.read() or True
        ]


@pytest.mark.parametrize("left_of_last_record", [0, 1, 9, 11, 100, 0.5, -1])
def test_a_record_that_was_being_written_is_cut_off(tmp_path: Path, left_of_last_record: float) -> None:
    file, places = write(tmp_path, 3)
    last = places[-1]
    assert last.offset is not None
    assert last.length is not None
    left = int(last.length * left_of_last_record) if left_of_last_record == 0.5 else int(left_of_last_record)
    cut_at = last.offset + (left if left >= 0 else last.length + left)
    file.write_bytes(file.read_bytes()[:cut_at])
    mark_open(file).close()
    messages = repair(tmp_path)
    assert len(messages) == (left != 0)
    assert file.stat().st_size == last.offset
    assert records(file) == ["warcinfo"] + ["response", "request"] * 2
    assert list(tmp_path.iterdir()) == [file]


def test_a_whole_file_stays_as_it_is(tmp_path: Path) -> None:
    file, _ = write(tmp_path, 2)
    before = file.read_bytes()
    mark_open(file).close()
    assert repair(tmp_path) == []
    assert file.read_bytes() == before


def test_a_file_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    archive = Archive(tmp_path, software="test")
    place = archive.append(EXCHANGE)
    with (tmp_path / place.file).open("ab") as stream:
        stream.write(b"\x1f\x8b half a record")
    assert repair(tmp_path) == []
    archive.close()


def test_the_next_crawl_begins_with_it_and_says_so(sqlite_store: Store, tmp_path: Path) -> None:
    file, _ = write(tmp_path / "archive", 2)
    with file.open("ab") as stream:
        stream.write(b"\x1f\x8b half a record")
    mark_open(file).close()
    seed(sqlite_store, ["http://10.0.0.1/"])
    ended = crawl(str(sqlite_store.url), tmp_path)
    assert f"{file.name}: cut off the last 16 bytes, the start of a record" in ended.summary["messages"]
    assert records(file) == ["warcinfo"] + ["response", "request"] * 2


def test_a_folder_that_is_not_there_yet_needs_no_repair(tmp_path: Path) -> None:
    assert repair(tmp_path / "archive") == []


def test_the_record_says_what_was_undone_in_transfer(tmp_path: Path) -> None:
    file, places = write(tmp_path, 1)
    with file.open("rb") as stream:
        stream.seek(places[0].offset or 0)
        record = next(iter(ArchiveIterator(stream)))
        assert record.http_headers.get_header("Transfer-Encoding") is None
        assert record.http_headers.get_header("X-Archive-Orig-Transfer-Encoding") == "chunked"
        assert record.content_stream().read() == EXCHANGE.body
