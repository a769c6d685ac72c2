"""The labelled web, visited in this process: the crawl's own steps, with the sockets taken out.

Everything between a request and the store is the real thing (redirects, extraction, further loads, home page
and sibling, other visitors); requests are answered by the hosts themselves. Sockets, robots and politeness
have their own tests; a thousand requests over them would cost minutes.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from protego import Protego

from crawler.archive.writer import Exchange
from crawler.children.extraction import Extraction
from crawler.children.reading import read, settle
from crawler.children.tasks import Read, Settling, Task
from crawler.fetching.chain import Chain
from crawler.fetching.conversation import Answer, Conversations
from crawler.fetching.failures import FetchError
from crawler.imports.importing import import_report
from crawler.visits.doubting import Doubter
from crawler.visits.looking import Looker
from crawler.visits.missing_names import MissingNames
from crawler.visits.own_images import OwnImages
from crawler.visits.settling import Comparisons, Seen
from crawler.visits.visiting import Visitor
from eval.background import ServedPage, background
from eval.doorways import doorways
from eval.fresh.owners import owners
from eval.fresh.serving import UNNAMED, fresh
from eval.generated import generated
from eval.renderings.cases import Rendering, renderings
from eval.renderings.owners import OWNERS, Owner
from evidence.visited import Presence
from store.crawls.frontier import Queue
from store.crawls.pages import DuePage
from store.crawls.sights import Archived
from store.crawls.visits import record, settling
from store.database import Store, open_store
from store.properties import put_property
from tests.web.model import Case, Host, Request
from tests.web.report import write_ahrefs, write_latest_links

WORKER = "eval"
LOADS = 3
MANY = 10_000


class InProcess(Conversations):
    """Asks the hosts themselves."""

    def __init__(self, hosts: Sequence[Host], *, secure: Sequence[Host]) -> None:  # there is no engine
        """Know `hosts`, of which only `secure` speak TLS; all other names do not exist."""
        self._contact = "https://example.org/"
        self._hosts = {host.name: host for host in (*hosts, *secure)}
        self._secure = {host.name for host in secure}
        self._loads: Counter[str] = Counter()

    async def _ask(self, chain: Chain, headers: Mapping[str, str]) -> Answer:
        url = chain.at
        parts = urlsplit(url)
        host = self._hosts.get(parts.hostname or "")
        if host is None:
            raise FetchError("dns_nxdomain", url)
        if parts.scheme == "https" and host.name not in self._secure:
            raise FetchError("tls_error", url)
        if not Protego.parse(host.robots).can_fetch(url, headers["User-Agent"]):
            raise FetchError("robots_denied", url)
        request = Request(
            method="GET",
            host=host.name,
            path=parts.path or "/",
            query=parts.query,
            load=self._loads[url],
        )
        self._loads[url] += 1
        response = host.answer(request)
        exchange = Exchange(
            url=url,
            at=datetime.now(UTC),
            request_headers=headers,
            status=response.status,
            headers=response.headers,
            body=response.body,
            address="192.0.2.1",
            cut="",
        )
        return Answer(exchange=exchange, archived=Archived(), release=lambda: None)


class Direct(Extraction):
    """Reads bodies in this process: they are ours, or were read by a browser before."""

    def __init__(self) -> None:  # the parent would start child processes
        """Start no children."""

    async def read(self, task: Task) -> Read:
        """Run `reading.read` here."""
        return read(task)

    async def settle(self, task: Settling) -> Mapping[int, Presence]:
        """Run `reading.settle` here."""
        return settle(task)


EVERYBODY = (*OWNERS, *owners().values())
"""All properties whose backlinks are judged."""


def cases_of(owner: Owner) -> tuple[Case, ...]:
    """Return the labelled cases, the real background and the generators' pages of one property."""
    return (*(one.case for one in made_for(owner)), *(one.case for one in _from_outside(owner)))


def made_for(owner: Owner) -> tuple[Rendering, ...]:
    """Return the labelled pages of ours about one property."""
    return tuple(one for one in (*renderings(), *fresh()) if one.owner is owner)


def _from_outside(owner: Owner) -> tuple[ServedPage, ...]:
    return tuple(one for one in (*background(), *generated(), *doorways()) if one.owner is owner)


def store_url(folder: Path, owner: Owner) -> str:
    """Return where the store of one property lies."""
    return f"sqlite:///{folder / owner.owned.name}.db"


def visit_all(folder: Path) -> None:
    """Import the reports of all properties, visit every page, and store what was seen."""
    for owner in EVERYBODY:
        store = open_store(store_url(folder, owner))
        reports = folder / owner.owned.name
        reports.mkdir()
        with store.write() as session:
            put_property(session, owner.owned, now=datetime.now(UTC))
        for report in _reports(owner, reports):
            import_report(store, owner.owned.name, report, now=datetime.now(UTC))
        asyncio.run(_visit(store, owner))
        store.close()


def _reports(owner: Owner, folder: Path) -> Iterator[Path]:
    """Write what the owner downloads: an export with targets, and a list of pages without."""
    unnamed = [one.case for one in made_for(owner) if one.edition == UNNAMED]
    yield write_ahrefs(tuple(case for case in cases_of(owner) if case not in unnamed), folder)
    if unnamed:
        yield write_latest_links(unnamed, folder)


async def _visit(store: Store, owner: Owner) -> None:
    made = made_for(owner)
    hosts = [host for one in made if not one.is_secure for host in one.hosts]
    hosts += [one.host for one in _from_outside(owner)]
    secure = [host for one in made if one.is_secure for host in one.hosts]
    conversations, extraction = InProcess(hosts, secure=[*secure, *owner.sites]), Direct()
    looker = Looker(conversations, extraction, owner.owned)

    async def stored(page: DuePage, since: datetime) -> Mapping[str, Seen]:
        return settling(store, page.domain_id, page.host, since=since)

    visitor = Visitor(
        looker,
        Comparisons(looker, stored),
        extraction,
        Doubter(looker, OwnImages(conversations, extraction, owner.owned), loads=LOADS),
        MissingNames(["localhost"]),  # which exists without asking anybody
        property=owner.owned,
    )
    now = datetime.now(UTC)
    queue = Queue(store, owner.owned.name, worker=WORKER, lease_s=3_600)
    domains = queue.lease(MANY, now=now)
    for page in queue.due([domain.id for domain in domains], MANY, now=now):
        record(store, [await visitor.visit(page)], worker=WORKER)
