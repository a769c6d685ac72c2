"""Looking responses up in WARC files, so that a crawl can run over an archive instead of the network."""

import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import ada_url
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Exchange
from evidence.errors import LinkwitnessError
from store.identity import key
from store.visits import Archived


class ReplayError(LinkwitnessError):
    """A file given for replay cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands."""

    file: int
    offset: int
    length: int


class ReplayIndex:
    """Response records of WARC files by URL; only their places are held in memory."""

    def __init__(self, files: Iterable[Path]) -> None:
        """Walk the files once.

        Raises:
            ReplayError: a file does not exist or holds no record that can be read.
        """
        self._files = tuple(files)
        self._places: dict[int, list[Place]] = defaultdict(list)
        self._served: dict[int, int] = defaultdict(int)
        self.damaged: list[str] = []
        """What could not be read, one sentence each."""
        for number, file in enumerate(self._files):
            self._walk(number, file)

    def find(self, url: str) -> tuple[Exchange, Archived] | None:
        """Return the next capture of a URL: pages that change from load to load replay as they were seen."""
        wanted = _key(url)
        places = self._places.get(wanted)
        if not places:
            return None
        place = places[min(self._served[wanted], len(places) - 1)]
        self._served[wanted] += 1
        file = self._files[place.file]
        with file.open("rb") as stream:
            stream.seek(place.offset)
            record = next(iter(ArchiveIterator(io.BytesIO(stream.read(place.length)))))
            exchange = Exchange(
                url=url,
                at=_date(record.rec_headers.get_header("WARC-Date")),
                request_headers={},
                status=int(record.http_headers.get_statuscode()),
                headers=tuple(record.http_headers.headers),
                body=record.raw_stream.read(),
                address=record.rec_headers.get_header("WARC-IP-Address") or "",
                cut=_CUT.get(record.rec_headers.get_header("WARC-Truncated") or "", ""),
            )
        return exchange, Archived(file=file.name, offset=place.offset, length=place.length)

    def _walk(self, number: int, file: Path) -> None:
        try:
            with file.open("rb") as stream:
                records = ArchiveIterator(stream)
                for record in records:
                    if record.rec_type != "response" or record.http_headers is None:
                        continue
                    url = record.rec_headers.get_header("WARC-Target-URI")
                    offset = records.get_record_offset()
                    length = records.get_record_length()
                    self._places[_key(url)].append(Place(number, offset, length))
        except OSError as error:
            raise ReplayError(f"{file}: {error.strerror or error}") from error


def _key(url: str) -> int:
    try:
        parsed = ada_url.URL(url)
    except ValueError:
        return key("url", url)
    parsed.hash = ""
    return key("url", parsed.href)


def _date(text: str) -> datetime:
    return datetime.fromisoformat(text)


_CUT = {
    "length": "too_large",
    "time": "deadline",
    "disconnect": "connection_lost",
    "unspecified": "too_large",
}
"""`WARC-Truncated` back into our words; Common Crawl writes `length`."""
