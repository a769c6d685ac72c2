"""Every response as it came, in WARC files (ISO 28500), one gzip member a record.

Any Wayback-compatible viewer replays what the crawl saw, and evidence can be extracted again without asking
the site again. Each process writes its own files, so that workers never share one.
"""

import io
import os
import secrets
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import responses
from io import FileIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from isal import isal_zlib
from warcio.recordbuilder import RecordBuilder
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive.repair import mark_open, mark_whole
from store.crawls.sights import Archived

LEVEL = 1
"""Of ISA-L's deflate: 42 saved pages took a fourteenth of the time of zlib's best, and an eighth more room;
its level 3 takes half as long again for 4 % less room."""
GZIP = 31
"""zlib's window bits for one gzip member."""
ROTATE_BYTES = 1_000_000_000
"""Common practice, and what most tools expect."""
HOP_BY_HOP = frozenset({"transfer-encoding", "content-length", "connection", "keep-alive"})
"""Headers of the transfer, which was undone; kept under another name, as other archiving crawlers do."""

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
"""ISO 28500, 6.7: a 304 is no capture of its own, so that viewers go on showing the one it confirms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its response."""

    url: str
    at: datetime
    request_headers: Mapping[str, str]
    status: int
    headers: tuple[tuple[str, str], ...]
    """Of the response, in order; values decoded as Latin-1, which keeps every byte."""
    body: bytes
    """As it came, still encoded."""
    address: str
    """Who answered."""
    cut: str
    """Why the body is not whole, such as `too_large`; empty when it is."""

    def header(self, name: str) -> str:
        """Return the first header of that (lower-case) name, or the empty string."""
        return next((value for key, value in self.headers if key.lower() == name), "")


class Archive:
    """Appends request and response records; safe to call from several threads."""

    def __init__(self, folder: Path, *, software: str) -> None:
        """Write below `folder`; `software` names us in each file's warcinfo record."""
        self._folder = folder
        self._software = software
        self._lock = threading.Lock()
        self._file: FileIO | None = None
        self._marker: BinaryIO | None = None

    def append(self, exchange: Exchange) -> Archived:
        """Write one exchange; it is in the operating system's hands when this returns."""
        response, request = _records(exchange)
        with self._lock:
            file = self._open()
            name = Path(file.name).name
            end = file.tell()
            first = b"" if end else _warcinfo(name, self._software)
            try:
                _write_all(file, first + response + request)
            except OSError:  # the disk is full: leave no half record behind
                file.truncate(end)
                file.seek(end)
                raise
            offset = end + len(first)
            if offset > ROTATE_BYTES:
                self._close()
        return Archived(file=name, offset=offset, length=len(response))

    def close(self) -> None:
        """Close the current file."""
        with self._lock:
            self._close()

    def _open(self) -> FileIO:
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S")
            name = f"linkwitness-{stamp}-{os.getpid()}-{secrets.token_hex(3)}.warc.gz"
            self._marker = mark_open(self._folder / name)
            self._file = (self._folder / name).open("xb", buffering=0)
        return self._file

    def _close(self) -> None:
        if self._file is not None and self._marker is not None:
            self._file.close()
            mark_whole(Path(self._file.name), self._marker)
            self._file = self._marker = None


def _write_all(file: FileIO, data: bytes) -> None:
    """Write without a buffer, so that what is written is in the operating system's hands."""
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


def _warcinfo(name: str, software: str) -> bytes:
    return _packed(_BUILDER.create_warcinfo_record(name, {"software": software}))


def _packed(record: ArcWarcRecord) -> bytes:
    """Return a record as one gzip member."""
    buffer = io.BytesIO()
    WARCWriter(buffer, gzip=False).write_record(record)
    return isal_zlib.compress(buffer.getbuffer(), level=LEVEL, wbits=GZIP)


def _records(exchange: Exchange) -> tuple[bytes, bytes]:
    """Return the response and the request record, each one gzip member."""
    date = {"WARC-Date": exchange.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
    more = dict(date)
    if exchange.address:
        more["WARC-IP-Address"] = exchange.address
    if exchange.cut:
        more["WARC-Truncated"] = _TRUNCATED.get(exchange.cut, "unspecified")
    kind = "response"
    if exchange.status == 304:
        kind, more["WARC-Profile"] = "revisit", NOT_MODIFIED
    response = _BUILDER.create_warc_record(
        exchange.url,
        kind,
        payload=io.BytesIO(exchange.body),
        length=len(exchange.body),
        warc_headers_dict=more,
        http_headers=_status_and_headers(
            f"{exchange.status} {responses.get(exchange.status, '')}".rstrip(), _kept(exchange)
        ),
    )
    target = urlsplit(exchange.url)
    path = f"{target.path or '/'}{'?' if target.query else ''}{target.query}"
    request = _BUILDER.create_warc_record(
        exchange.url,
        "request",
        warc_headers_dict={**date, "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")},
        http_headers=StatusAndHeaders(
            f"GET {path} HTTP/1.1",
            [("Host", target.netloc), *exchange.request_headers.items()],
            is_http_request=True,
        ),
    )
    return _packed(response), _packed(request)


def _kept(exchange: Exchange) -> list[tuple[str, str]]:
    return [
        (f"X-Archive-Orig-{name}" if name.lower() in HOP_BY_HOP else name, value.replace("\r", " "))
        for name, value in exchange.headers
    ] + [("Content-Length", str(len(exchange.body)))]


def _status_and_headers(status: str, headers: Iterable[tuple[str, str]]) -> StatusAndHeaders:
    return StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")


_BUILDER = RecordBuilder(warc_version="1.1")
_TRUNCATED = {"too_large": "length", "deadline": "time", "connection_lost": "disconnect"}
"""The words of ISO 28500 for why a record is not whole."""
