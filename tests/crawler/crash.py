"""Killing a crawl again and again: nothing stored is lost, nothing is stored twice, and each file is whole.

    python -m tests.crawler.crash --kills 100 --pages 4000

The server's own log is the judge of what was asked for. The test runs a short version.
"""

import argparse
import json
import random
import signal
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import func, select
from warcio.archiveiterator import ArchiveIterator

from store.database import Store, open_store
from store.models import Visit
from tests.crawler.seeding import IMAGE, Crawl, seed
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
    asked_again: int
    """Requests for a page beyond its first: what was in flight when it was killed."""
    unreadable: int
    """Visits whose record in the archive cannot be read."""


def kill_and_judge(store: Store, folder: Path, *, pages: int, kills: int, seed_of_chance: int) -> Outcome:
    """Crawl `pages` pages, kill the crawl `kills` times at random moments, finish, and count."""
    chance = random.Random(seed_of_chance)
    urls = [f"http://site{page % 100}.test/{page}" for page in range(pages)]
    seed(store, urls)
    store_url = store.url.render_as_string(hide_password=False)
    with WebServer() as web:
        for page, url in enumerate(urls):
            web.page(url.split("/")[2], f"/{page}", PAGE)
        job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}}
        for kill in range(kills):
            begun, goal = len(web.log), pages * (kill + 1) // (kills + 1)
            crawl = Crawl(store_url, folder, **job)
            while len(web.log) == begun and crawl.process.poll() is None:
                time.sleep(0.002)
            while _stored(store) < goal - pages // kills and crawl.process.poll() is None:
                time.sleep(0.02)
            time.sleep(chance.random() * 0.2)
            crawl.process.send_signal(signal.SIGKILL)  # nothing happens when it has ended already
            ended = crawl.ended()
            assert ended.code in {0, -signal.SIGKILL}, ended.errors
        last = Crawl(store_url, folder, **job).ended(300)
        assert not last.errors, last.errors
        asked = Counter(request.path for request in web.log if request.path != "/robots.txt")
    with store.read() as session:
        visits = session.execute(
            select(Visit.url, Visit.archive_file, Visit.archive_offset, Visit.archive_length)
        ).all()
    return Outcome(
        pages=pages,
        kills=kills,
        stored=len({visit.url for visit in visits}),
        stored_twice=len(visits) - len({visit.url for visit in visits}),
        asked_again=asked.total() - len(asked),
        unreadable=sum(not _is_readable(folder / "archive" / row[1], row[2], row[0]) for row in visits),
    )


def _stored(store: Store) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(Visit)) or 0


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
