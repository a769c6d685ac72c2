"""A crawl keeps within the open files it is allowed, and loses nothing for it."""

import resource
from pathlib import Path

import pytest
from sqlalchemy import func, select

from crawler.fetching.open_files import MOST_DOMAINS, share_out
from store.database import Store
from store.models import Backlink
from tests.crawler.seeding import IMAGE, Crawl, seed
from tests.crawler.server import WebServer

FOUND = f'<html><title>Bottles</title><p>See the <a href="{IMAGE}">bottle</a> here.'


@pytest.mark.parametrize("files", [1, 48, 64, 256, 1024, 1_048_576, resource.RLIM_INFINITY])
def test_there_is_room_for_every_connection(files: int) -> None:
    found = share_out(files)
    assert 1 <= found.domains <= MOST_DOMAINS
    if files >= 64:
        assert found.idle >= found.domains + found.waiting
        assert 3 * found.domains + 2 * found.waiting + found.idle <= (files if files > 0 else 10_000)


def test_a_crawl_with_64_open_files_visits_every_page(sqlite_store: Store, tmp_path: Path) -> None:
    hosts = [f"site{number}.test" for number in range(60)]
    seed(sqlite_store, [f"http://{host}/p" for host in hosts])
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with WebServer() as web:
        for host in hosts:
            web.page(host, "/p", FOUND)
        job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}}
        crawl = Crawl(str(sqlite_store.url), tmp_path, **job)
        resource.prlimit(crawl.process.pid, resource.RLIMIT_NOFILE, (64, 64))
        ended = crawl.ended()
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (soft, hard)
    assert (ended.code, ended.errors) == (0, "")
    with sqlite_store.read() as session:
        states = session.execute(select(Backlink.state, func.count()).group_by(Backlink.state)).all()
    assert [tuple(row) for row in states] == [("present", 60)]
