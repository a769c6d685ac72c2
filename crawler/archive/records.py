"""Reading WARC and ARC files of any origin: plain or gzip, Common Crawl's, cut short or damaged.

fastwarc reads at the speed of the disk; warcio reads the older ARC format. A place that cannot be read is
noted and skipped: reading goes on at the next thing that looks like the start of a record.
"""

import gzip
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as ArcIterator
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from crawler.fetching.decoding import decode

MAX_BODY = 10 * 1024 * 1024
PIECE = 1024 * 1024
RESUMES = 1_000
"""Damaged places skipped in one file; one with more is no archive."""
GZIP = b"\x1f\x8b\x08"
WARC = b"WARC/1."
RESPONSE, LINKS = "response", "links"
JSON = "application/json"
"""What the lists of WAT files are; other metadata is not, such as what Heritrix notes of its visits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcRecord:
    """One response, or the list of a page's links (Common Crawl's WAT)."""

    kind: str
    """`RESPONSE` or `LINKS`."""
    url: str
    date: str
    address: str
    truncated: str
    """In the words of `WARC-Truncated`; empty when the record is whole."""
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    """Still content-encoded, transfer encoding undone; at most 10 MiB."""
    offset: int


Headers = tuple[tuple[str, str], ...]
Wanted = Callable[[str, str], bool]
"""Whether a record of that kind and URL is to be read; the others cost next to nothing."""


class WarcFile:
    """One archive file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damage: list[str] = []
        """What could not be read, one sentence each."""
        self._is_empty = True

    def records(self, wanted: Wanted = lambda _kind, _url: True) -> Iterator[WarcRecord]:
        """Read the wanted responses and lists of links, in order."""
        with self.path.open("rb") as stream:
            start = stream.read(PIECE)
            stream.seek(0)
            is_gzip = start.startswith(GZIP)
            if _plain_start(start, is_gzip=is_gzip).startswith(b"filedesc:"):
                yield from self._arc(stream, wanted)
            else:
                yield from self._warc(stream, GZIP if is_gzip else WARC, wanted)
        if self._is_empty and not self.damage:
            self.damage.append(f"{self.path.name}: holds no record")

    def at(self, offset: int) -> WarcRecord | None:
        """Read the one record that begins at `offset`; None when none does."""
        with self.path.open("rb") as stream:
            stream.seek(offset)
            try:
                for record in ArchiveIterator(stream, parse_http=False, strict_mode=False):
                    return _record(record, offset)
            except (OSError, ValueError):
                return None
        return None

    def member(self, offset: int, *, most: int) -> bytes | None:
        """Return the record that begins at `offset` as one gzip member; None above `most` bytes.

        It ends where the next one begins: no header tells how long a compressed record is.
        """
        with self.path.open("rb") as stream:
            stream.seek(offset)
            records = ArchiveIterator(stream, parse_http=False, strict_mode=False)
            try:
                found, following = next(records, None), next(records, None)
            except (OSError, ValueError, zlib.error):
                return None
            end = self.path.stat().st_size if following is None else int(following.stream_pos)
            if found is None or end - offset > most:
                return None
            stream.seek(offset)
            data = stream.read(end - offset)
        return data if data.startswith(GZIP) else gzip.compress(data, mtime=0)

    def _warc(self, stream: BinaryIO, start: bytes, wanted: Wanted) -> Iterator[WarcRecord]:
        begin = 0
        for _ in range(RESUMES):
            position = begin
            try:
                for record in ArchiveIterator(stream, parse_http=False, strict_mode=False):
                    position = record.stream_pos
                    self._is_empty = False
                    kind, url = _kind(record), _url(record)
                    if kind and wanted(kind, url):
                        found = _record(record, position)
                        if found.truncated and not record.headers.get("WARC-Truncated"):
                            self.damage.append(f"{self.path.name}: the record at byte {position} is cut off")
                        yield found
            except (OSError, ValueError, zlib.error) as error:
                self.damage.append(f"{self.path.name}: cannot read past byte {position}: {error}")
            else:
                return
            following = _find(stream, start, position + 1)
            if following is None:
                return
            begin = following
            stream.seek(begin)

    def _arc(self, stream: BinaryIO, wanted: Wanted) -> Iterator[WarcRecord]:
        records = ArcIterator(stream, arc2warc=True)
        try:
            for record in records:
                self._is_empty = False
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                if record.rec_type == "response" and record.http_headers and wanted(RESPONSE, url):
                    yield WarcRecord(
                        kind=RESPONSE,
                        url=url,
                        date=record.rec_headers.get_header("WARC-Date") or "",
                        address=record.rec_headers.get_header("WARC-IP-Address") or "",
                        truncated="",
                        status=_status(record.http_headers.get_statuscode()),
                        headers=tuple(record.http_headers.headers),
                        body=record.raw_stream.read(MAX_BODY),
                        offset=records.get_record_offset(),
                    )
        except (ArchiveLoadFailed, OSError, ValueError, zlib.error) as error:
            self.damage.append(f"{self.path.name}: {str(error).strip().splitlines()[0]}")


def _kind(record: Any) -> str:
    """Return `RESPONSE`, `LINKS`, or the empty string for what is neither."""
    if record.record_type == WarcRecordType.response:
        return RESPONSE
    is_metadata = record.record_type == WarcRecordType.metadata
    return LINKS if is_metadata and record.headers.get("Content-Type", "").startswith(JSON) else ""


def _record(record: Any, offset: int) -> WarcRecord:
    kind = _kind(record)
    headers: Headers = ()
    status = 0
    if kind == RESPONSE and record.headers.get("Content-Type", "").startswith("application/http"):
        record.parse_http(auto_decode="none")
        headers = tuple(record.http_headers.astuples())
        status = _status(str(record.http_headers.status_code))
    body, cut = _body(record, headers)
    return WarcRecord(
        kind=kind,
        url=_url(record),
        date=record.headers.get("WARC-Date", ""),
        address=record.headers.get("WARC-IP-Address", ""),
        truncated=record.headers.get("WARC-Truncated", "") or cut,
        status=status,
        headers=headers,
        body=body,
        offset=offset,
    )


def _body(record: Any, headers: Headers) -> tuple[bytes, str]:
    """Return a body, and why it is not whole although its writer thought so: we read no more, or it ends."""
    sent = record.reader.read(MAX_BODY)
    body, is_ended = sent, len(sent) == record.content_length
    codings = _transfer_codings(headers)
    if "chunked" in codings:
        body, has_last = _unchunked(sent)
        is_ended = is_ended and has_last
    unpacked = decode(body, ",".join(coding for coding in codings if coding != "chunked"))
    if len(sent) >= MAX_BODY or unpacked.error == "decode_bomb":
        return unpacked.body, "length"
    return unpacked.body, "" if is_ended else "disconnect"


def _transfer_codings(headers: Headers) -> list[str]:
    """Return what was done to a body on its way, in order; many archives undid it and kept the header."""
    values = (value for name, value in headers if name.lower() == "transfer-encoding")
    return [coding.strip().lower() for value in values for coding in value.split(",")]


def _unchunked(sent: bytes) -> tuple[bytes, bool]:
    """Undo the chunks and say whether the last one came."""
    try:
        return ChunkedDataReader(BytesIO(sent), raise_exceptions=True).read(), True
    except ChunkedDataException:
        body = ChunkedDataReader(BytesIO(sent)).read()
        return body, body == sent


def _url(record: Any) -> str:
    """Wget 1.14 wrote its URLs in angle brackets, as the standard's grammar had it."""
    return str(record.headers.get("WARC-Target-URI", "")).removeprefix("<").removesuffix(">")


def _status(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else 0


def _plain_start(start: bytes, *, is_gzip: bool) -> bytes:
    if not is_gzip:
        return start
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, 64)
    except zlib.error:
        return b""


def _find(stream: BinaryIO, start: bytes, offset: int) -> int | None:
    """Return where the next record seems to begin."""
    stream.seek(offset)
    before = b""
    while piece := stream.read(PIECE):
        found = (before + piece).find(start)
        if found >= 0:
            return stream.tell() - len(piece) - len(before) + found
        before = piece[-len(start) + 1 :]
    return None
