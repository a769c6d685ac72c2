"""Looking responses up in WARC files, so that a crawl can run over an archive instead of the network."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import ada_url

from crawler.archive.records import LINKS, RESPONSE, WarcFile, WarcRecord
from crawler.archive.writer import Exchange
from evidence.errors import LinkwitnessError
from evidence.link_list import LinkList, LinkListError
from store.crawls.sights import Archived
from store.identity import key


class ReplayError(LinkwitnessError):
    """A file given for replay cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands."""

    file: int
    offset: int


def lent(file: Path, archive: Path) -> Path:
    """Return the name that a replayed file has in the archive, made as a link to it: visits point there.

    Raises:
        ReplayError: no link can be made there.
    """
    whole = file.resolve()
    if not whole.is_file() or whole.parent == archive.resolve():
        return file
    places = (archive / file.name, archive / f"{key('file', str(whole)):x}-{file.name}")
    try:
        archive.mkdir(parents=True, exist_ok=True)
        for place in places:
            if not place.is_symlink() and not place.exists():
                place.symlink_to(whole)
            if place.resolve() == whole:
                return place
    except OSError as error:
        raise ReplayError(f"{file} cannot be linked from {archive}: {error.strerror or error}") from error
    raise ReplayError(f"{places[-1]} is in the way: it leads elsewhere")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an archive has for a URL."""

    exchange: Exchange
    archived: Archived
    is_link_list: bool
    """Whether the body is a list of the page's links instead of the page."""


class ReplayIndex:
    """Records of WARC files by URL; only their places are held in memory."""

    def __init__(self, files: Iterable[Path], *, archive: Path) -> None:
        """Walk the files once, and lend those that can be used to the `archive`.

        Raises:
            ReplayError: a file does not exist, holds nothing to replay, its records cannot be found again, or
                no link to it can be made.
        """
        self._files = tuple(WarcFile(file) for file in files)
        self._places: dict[str, dict[int, list[Place]]] = {
            kind: defaultdict(list) for kind in (RESPONSE, LINKS)
        }
        self._served: dict[int, int] = defaultdict(int)
        for number, file in enumerate(self._files):
            self._walk(number, file)
        self._names = tuple(lent(file.path, archive).name for file in self._files)

    @property
    def damage(self) -> list[str]:
        """What could not be read, one sentence each."""
        return [sentence for file in self._files for sentence in file.damage]

    def find(self, url: str, *, may_be_listed: bool = False) -> Found | None:
        """Return the next capture of a URL: pages that change from load to load replay as they were seen.

        `may_be_listed`: where there is none, a list of the page's links will do.
        """
        wanted = _key(url)
        places = self._places[RESPONSE].get(wanted)
        if not places:
            return self._listed(url, wanted) if may_be_listed else None
        place = places[min(self._served[wanted], len(places) - 1)]
        self._served[wanted] += 1
        record = self._files[place.file].at(place.offset)
        return None if record is None else self._found(url, record, place, status=record.status)

    def _listed(self, url: str, wanted: int) -> Found | None:
        """Return the first list of the links of a page that was there; requests have records of their own."""
        for place in self._places[LINKS].get(wanted, ()):
            record = self._files[place.file].at(place.offset)
            try:
                status = 0 if record is None else LinkList(record.body, url=url).status
            except LinkListError:
                continue
            if record is not None and 200 <= status < 300:
                return self._found(url, record, place, status=status)
        return None

    def _found(self, url: str, record: WarcRecord, place: Place, *, status: int) -> Found:
        exchange = Exchange(
            url=url,
            at=datetime.fromisoformat(record.date) if record.date else datetime.now(UTC),
            request_headers={},
            status=status,
            headers=record.headers,
            body=record.body,
            address=record.address,
            cut=_CUT.get(record.truncated, "too_large") if record.truncated else "",
        )
        archived = Archived(file=self._names[place.file], offset=place.offset)
        return Found(exchange=exchange, archived=archived, is_link_list=record.kind == LINKS)

    def _walk(self, number: int, file: WarcFile) -> None:
        first: WarcRecord | None = None
        try:
            for record in file.records():
                if record.status or record.kind == LINKS:
                    first = first or record
                    self._places[record.kind][_key(record.url)].append(Place(number, record.offset))
        except OSError as error:
            raise ReplayError(f"{file.path}: {error.strerror or error}") from error
        if first is None:
            raise ReplayError(
                f"{file.path} holds no response; replay needs WARC files with response records, or WAT files"
            )
        again = file.at(first.offset)
        if again is None or again.url != first.url:
            raise ReplayError(
                f"the records of {file.path} cannot be looked up one by one: it is one gzip stream or an ARC "
                "file; `warcio recompress` makes a file of it that can be replayed"
            )


def _key(url: str) -> int:
    try:
        parsed = ada_url.URL(url)
    except ValueError:
        return key("url", url)
    parsed.hash = ""
    return key("url", parsed.href)


_CUT = {"length": "too_large", "time": "deadline", "disconnect": "connection_lost"}
"""`WARC-Truncated` back into our words."""
