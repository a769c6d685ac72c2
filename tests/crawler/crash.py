"""Killing a crawl again and again: nothing stored is lost, nothing is stored twice, and each file is whole.

    python -m tests.crawler.crash --kills 100 --pages 4000

The server's own log is the judge: no page is asked for again that was stored. The test runs a short version.
"""

import argparse
import json
import random
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select
from warcio.archiveiterator import ArchiveIterator

from store.database import Store, open_store
from store.models import Visit
from tests.crawler.seeding import IMAGE, Crawl, Ended, seed
from tests.crawler.server import WebServer

PAGE = f'<html><title>Bottles</title><p>See the <a href="{IMAGE}">bottle</a> here.'


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was left after the last kill and one whole crawl."""

    pages: int
    kills: int
    stored: int
    """Pages with a visit."""
    stored_twice: int
    asked_though_stored: int
    """Requests for a page that a crawl before had stored: never."""
    asked_again: int
    """Requests for a page beyond its first: what was in flight when it was killed."""
    most_again: int
    """Of these, what one kill made the next crawl ask for."""
    unreadable: int
    """Visits whose record in the archive cannot be read."""


class Crawls:
    """Crawls of the same pages, one after the other, and what the server saw of each."""

    def __init__(self, store: Store, folder: Path, web: WebServer) -> None:
        self._store = store
        self._folder = folder
        self._web = web
        self._job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}}
        self._asked: Counter[str] = Counter()
        self.though_stored = 0
        self.again: list[int] = []
        """Requests for pages that were asked for before, by crawl."""

    def run(self, end: Callable[[Crawl], Ended]) -> None:
        """Crawl until `end`."""
        with self._store.read() as session:
            stored = set(session.scalars(select(Visit.url)))
        begun = len(self._web.log)
        ended = end(Crawl(self._store.url.render_as_string(hide_password=False), self._folder, **self._job))
        assert ended.code in {0, -signal.SIGKILL}, ended.errors
        assert not ended.errors, ended.errors
        asked = [f"http://{one.host}{one.path}" for one in self._web.log[begun:] if one.path != "/robots.txt"]
        self.though_stored += sum(url in stored for url in asked)
        self.again.append(sum(self._asked[url] > 0 for url in asked))
        self._asked.update(asked)

    def kill_at(self, stored: int, wait_s: float) -> None:
        """Crawl; kill it `wait_s` after so many visits are in the store."""
        begun = len(self._web.log)

        def end(crawl: Crawl) -> Ended:
            while len(self._web.log) == begun and crawl.process.poll() is None:
                time.sleep(0.002)
            while self._stored() < stored and crawl.process.poll() is None:
                time.sleep(0.02)
            time.sleep(wait_s)
            crawl.process.send_signal(signal.SIGKILL)  # nothing happens when it has ended already
            return crawl.ended()

        self.run(end)

    def _stored(self) -> int:
        with self._store.read() as session:
            return session.scalar(select(func.count()).select_from(Visit)) or 0


def kill_and_judge(store: Store, folder: Path, *, pages: int, kills: int, seed_of_chance: int) -> Outcome:
    """Crawl `pages` pages, kill the crawl `kills` times at random moments, finish, and count."""
    chance = random.Random(seed_of_chance)
    urls = [f"http://site{page % 100}.test/{page}" for page in range(pages)]
    seed(store, urls)
    with WebServer() as web:
        for page, url in enumerate(urls):
            web.page(url.split("/")[2], f"/{page}", PAGE)
        crawls = Crawls(store, folder, web)
        for kill in range(kills):
            crawls.kill_at(pages * (kill + 1) // (kills + 1) - pages // kills, chance.random() * 0.2)
        crawls.run(lambda crawl: crawl.ended(300))
    with store.read() as session:
        visits = session.execute(
            select(Visit.url, Visit.archive_file, Visit.archive_offset, Visit.archive_length)
        ).all()
    return Outcome(
        pages=pages,
        kills=kills,
        stored=len({visit.url for visit in visits}),
        stored_twice=len(visits) - len({visit.url for visit in visits}),
        asked_though_stored=crawls.though_stored,
        asked_again=sum(crawls.again),
        most_again=max(crawls.again),
        unreadable=sum(not _is_readable(folder / "archive" / row[1], row[2], row[0]) for row in visits),
    )


def _is_readable(file: Path, offset: int | None, url: str) -> bool:
    if offset is None:
        return False
    with file.open("rb") as stream:
        stream.seek(offset)
        record = next(iter(ArchiveIterator(stream, check_digests="raise")))
        named: str = record.rec_headers.get_header("WARC-Target-URI")
        body: bytes = record.content_stream().read()
        return named == url and body == PAGE.encode()


def main() -> None:
    """Run the long version and print what was left."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--pages", type=int, default=4000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/store.db")
        outcome = kill_and_judge(
            store, Path(folder), pages=options.pages, kills=options.kills, seed_of_chance=options.kills
        )
        print(json.dumps(asdict(outcome)))
        check = subprocess.run(
            ["sqlite3", f"{folder}/store.db", "PRAGMA integrity_check"], check=False, capture_output=True
        )
        print(check.stdout.decode())
        store.close()


if __name__ == "__main__":
    main()
