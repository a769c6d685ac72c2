"""An archive that ends in the middle of a record: what is there is read, and known not to be all."""

import gzip
import io
import secrets
import zlib
from pathlib import Path

import pytest
from warcio.recordbuilder import RecordBuilder
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive.records import MAX_BODY, WarcFile
from crawler.archive.replay import ReplayIndex
from tests.crawler.archive.test_discovery import archive

WHOLE, CUT = "http://one.test/p", "http://two.test/p"


@pytest.mark.parametrize("is_gzip", [True, False])
def test_a_record_that_ends_with_the_file(tmp_path: Path, *, is_gzip: bool) -> None:
    """Else a reference behind the cut would be called absent (invariant G7)."""
    file = archive(tmp_path, {WHOLE: "short", CUT: secrets.token_hex(40_000)})
    if not is_gzip:
        file = file.with_suffix("")
        file.write_bytes(gzip.decompress(file.with_suffix(".warc.gz").read_bytes()))
    with file.open("r+b") as stream:
        stream.truncate(file.stat().st_size // 2)
    read = WarcFile(file)
    last = list(read.records(lambda kind, _: kind == "response"))[-1]
    assert (last.url, last.truncated) == (CUT, "disconnect")
    assert 10_000 < len(last.body) < 80_000
    assert read.damage == [f"{file.name}: the record at byte {last.offset} is cut off"]
    index = ReplayIndex([file], archive=tmp_path)
    assert index.damage == read.damage
    found = {url: index.find(url) for url in (WHOLE, CUT)}
    assert {url: one and one.exchange.cut for url, one in found.items()} == {
        WHOLE: "",
        CUT: "connection_lost",
    }


def test_more_than_is_read_of_a_record(tmp_path: Path) -> None:
    file = archive(tmp_path, {WHOLE: "x" * (MAX_BODY + 1)})
    found = ReplayIndex([file], archive=tmp_path).find(WHOLE)
    assert found is not None
    assert (len(found.exchange.body), found.exchange.cut) == (MAX_BODY, "too_large")


CHUNKED = b"".join(b"100;note=1\r\n" + bytes([number]) * 256 + b"\r\n" for number in range(97, 107))
LAST = b"0\r\n\r\n"


def transferred(folder: Path, sent: bytes, coding: str = "chunked") -> Path:
    """Archive an answer as other crawlers do: with its transfer encoding."""
    buffer = io.BytesIO()
    headers = [("Content-Type", "text/html"), ("Transfer-Encoding", coding)]
    WARCWriter(buffer, gzip=False).write_record(
        RecordBuilder().create_warc_record(
            CUT,
            "response",
            payload=io.BytesIO(sent),
            length=len(sent),
            http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
        )
    )
    file = folder / "theirs.warc"
    file.write_bytes(buffer.getvalue().removesuffix(b"\r\n\r\n"))
    return file


@pytest.mark.parametrize(
    ("sent", "without", "length", "truncated"),
    [
        (CHUNKED + LAST, 0, 2560, ""),
        (CHUNKED + LAST, len(LAST), 2560, "disconnect"),
        (CHUNKED + LAST, len(LAST) + 100, 2462, "disconnect"),
        (CHUNKED + LAST, len(CHUNKED + LAST) - 3, 3, "disconnect"),
        (CHUNKED, 0, 2560, "disconnect"),
        (b"<p>the chunks were undone", 0, 25, ""),
        (b"<p>the chunks were undone", 4, 21, "disconnect"),
        (b"", 0, 0, ""),
    ],
    ids=[
        "whole",
        "the file ends between two chunks",
        "in a chunk",
        "in the length of a chunk",
        "the server hung up",
        "undone",
        "undone and cut",
        "nothing",
    ],
)
def test_an_answer_in_chunks(tmp_path: Path, sent: bytes, without: int, length: int, truncated: str) -> None:
    file = transferred(tmp_path, sent)
    with file.open("r+b") as stream:
        stream.truncate(file.stat().st_size - without)
    read = WarcFile(file)
    (record,) = read.records()
    assert (len(record.body), record.truncated) == (length, truncated)
    assert bool(read.damage) == bool(truncated)


def chunks(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(body), body) + LAST


PAGE = b"<p>a page that was packed on its way"
PACKED = gzip.compress(PAGE)


@pytest.mark.parametrize(
    ("coding", "sent", "body", "truncated"),
    [
        ("gzip, chunked", chunks(PACKED), PAGE, ""),
        ("X-GZIP,Chunked", chunks(PACKED), PAGE, ""),
        ("gzip", PACKED, PAGE, ""),
        ("deflate, chunked", chunks(zlib.compress(PAGE)), PAGE, ""),
        ("gzip, chunked", PACKED, PAGE, ""),
        ("gzip, chunked", chunks(PAGE), PAGE, ""),
        ("gzip, chunked", PAGE, PAGE, ""),
        ("compress, chunked", chunks(b"as it came"), b"as it came", ""),
        ("gzip, chunked", chunks(PACKED).removesuffix(LAST), PAGE, "disconnect"),
        ("gzip, chunked", chunks(gzip.compress(bytes(MAX_BODY + 1))), bytes(MAX_BODY), "length"),
    ],
    ids=[
        "packed and in chunks",
        "by its old name",
        "packed only",
        "deflate",
        "chunks undone",
        "unpacked",
        "both undone",
        "nobody sends that",
        "the server hung up",
        "a bomb",
    ],
)
def test_an_answer_packed_on_its_way(
    tmp_path: Path, coding: str, sent: bytes, body: bytes, truncated: str
) -> None:
    """A transfer encoding (RFC 9112, 7.2) is no part of the page, whatever its Content-Encoding says."""
    (record,) = WarcFile(transferred(tmp_path, sent, coding)).records()
    assert (record.body == body, record.truncated) == (True, truncated)
