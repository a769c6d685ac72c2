"""Finding pages that refer to a property in archives of the web, although no report names them.

Common Crawl's WARC files hold whole pages; its WAT files hold only their links, at a tenth of the size. A
page is read only when its bytes name one of the property's hosts at all, which nearly none does, so files go
by at the speed of reading them.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick

from crawler.archive.records import LINKS, WarcFile, WarcRecord
from crawler.children.extraction import extraction_beside
from crawler.children.tasks import Read, Task
from crawler.fetching.decoding import decode
from crawler.fetching.failures import FetchError
from evidence.addresses.hosts import host_of, registrable_domain
from evidence.addresses.matching import Matcher
from evidence.addresses.urls import resolve
from evidence.link_list import LinkList, LinkListError
from evidence.model import Kind
from evidence.property import Property
from evidence.visited import Fetched

IN_CHILDREN = 16
"""Pages that are being read at the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """One reference to the property, on a page of somebody else."""

    page_url: str
    title: str
    kind: Kind
    url: str
    """The property's URL that the page refers to, proxies unwrapped."""
    anchor: str
    left: str
    """Words left of it; empty in a WAT file, which has none."""
    right: str
    file: str
    offset: int
    """Where the record stands in the file."""


class Discoverer:
    """Reads archives for one property."""

    def __init__(self, property: Property) -> None:
        self._property = property
        self._matcher = Matcher(property, ())
        hosts = {prefix.partition("/")[0] for prefix in property.asset_prefixes} | set(property.domains)
        self._needles = BytesAhoCorasick([host.lower().encode() for host in sorted(hosts)])
        self.damage: list[str] = []
        """What could not be read, one sentence each."""
        self.records = 0
        """Pages and link lists looked at."""

    def discover(self, files: Iterable[Path]) -> Iterator[Discovery]:
        """Read the files end to end; discoveries come in about their order."""
        with extraction_beside() as schedule:
            for path in files:
                file = WarcFile(path)
                yield from self._file(file, schedule)
                self.damage += file.damage

    def _file(self, file: WarcFile, schedule: Callable[[Task], Future[Read]]) -> Iterator[Discovery]:
        waiting: deque[tuple[WarcRecord, Future[Read]]] = deque()
        for record in file.records(lambda _, url: not self._is_own(url)):
            self.records += 1
            if record.kind == LINKS:
                yield from self._links(file, record)
            elif task := self._candidate(record):
                waiting.append((record, schedule(task)))
            while len(waiting) > IN_CHILDREN or (waiting and waiting[0][1].done()):
                yield from self._page(file, *waiting.popleft())
        while waiting:
            yield from self._page(file, *waiting.popleft())

    def _is_own(self, url: str) -> bool:
        return registrable_domain(host_of(url)) in self._property.domains

    def _names_us(self, body: bytes) -> bool:
        return bool(self._needles.find_matches_as_indexes(body.lower()))

    def _candidate(self, record: WarcRecord) -> Task | None:
        headers = {name.lower(): value for name, value in reversed(record.headers)}
        body = decode(record.body, headers.pop("content-encoding", "")).body
        if not self._names_us(body):
            return None
        fetched = Fetched(
            url=record.url, final_url=record.url, status=record.status, truncated=bool(record.truncated)
        )
        return Task(body=body, headers=headers, fetched=fetched, property=self._property, backlinks=())

    def _page(self, file: WarcFile, record: WarcRecord, future: Future[Read]) -> Iterator[Discovery]:
        try:
            reading = future.result().reading
        except FetchError as error:
            self.damage.append(f"{file.path.name}: {record.url} used up its budget ({error.detail})")
            return
        for reference in () if reading is None else reading.references:
            carrier = reference.carrier
            yield Discovery(
                page_url=record.url,
                title=reading.columns["title"] if reading else "",
                kind=carrier.kind,
                url=reference.resolved,
                anchor=carrier.anchor,
                left=" ".join(carrier.left.words),
                right=" ".join(carrier.right.words),
                file=file.path.name,
                offset=record.offset,
            )

    def _links(self, file: WarcFile, record: WarcRecord) -> Iterator[Discovery]:
        """Read the list of a page's links."""
        if not self._names_us(record.body):
            return
        try:
            listed = LinkList(record.body, url=record.url)
        except LinkListError as error:
            self.damage.append(f"{file.path.name}: {error}")
            return
        for link in listed.links:
            absolute = resolve(link.url, listed.base)
            match = None if absolute is None else self._matcher.match(absolute)
            if match is not None:
                yield Discovery(
                    page_url=record.url,
                    title=listed.title,
                    kind=link.kind,
                    url=match.resolved,
                    anchor=link.text or link.alt,
                    left="",
                    right="",
                    file=file.path.name,
                    offset=record.offset,
                )
