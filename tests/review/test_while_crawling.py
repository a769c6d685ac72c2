"""People look and decide while a crawl writes into the same store: nobody is refused, nothing is lost."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from store.database import open_store
from store.models import Domain, Visit
from tests.linkwitness.program import linkwitness
from tests.review.serving import STORY, reviews, served
from tests.web import shop
from tests.web.cases import CASES, HOSTS
from tests.web.report import write_ahrefs
from tests.web.server import WebServer

NAME = shop.PROPERTY.name


def visits(folder: Path) -> int:
    store = open_store(f"sqlite:///{folder / 'linkwitness-data' / 'linkwitness.db'}")
    try:
        with store.read() as session:
            return session.query(Visit.page_id).where(Visit.purpose == "page").distinct().count()
    finally:
        store.close()


def test_looking_and_deciding_go_on(tmp_path: Path) -> None:
    linkwitness(tmp_path, "property", "add", NAME, "--asset-host", shop.PROPERTY.asset_prefixes[0])
    assert linkwitness(tmp_path, "import", str(write_ahrefs(CASES, tmp_path)), "--property", NAME).code == 0
    store = open_store(f"sqlite:///{tmp_path / 'linkwitness-data' / 'linkwitness.db'}")
    with store.read() as session:
        domains = [str(id) for (id,) in session.query(Domain.id)]
    store.close()
    decided = 0
    seen: set[int] = set()
    with WebServer(HOSTS) as web, served(tmp_path) as server, ThreadPoolExecutor(1) as pool:
        known = json.dumps({host.name: web.address for host in HOSTS})
        token = ("token", server.token())
        assert "Not visited yet." in server.get(f"/domain/{STORY}").text
        crawl = pool.submit(linkwitness, tmp_path, "crawl", connect_to=known, delay="0")
        while not crawl.done():
            for path in ("/", "/queue", f"/domain/{STORY}"):
                assert server.get(path).status == 200
            id = domains[decided % len(domains)]
            sent = server.post("/decide", [token, ("id", id), ("decision", "unsure"), ("note", str(decided))])
            assert sent.status == 303
            decided += 1
            seen.add(visits(tmp_path))
        assert crawl.result().code == 0, crawl.result().err
    assert [note for *_, note in reviews(tmp_path)] == [str(number) for number in range(decided)]
    pages = len({case.source_url for case in CASES})
    assert visits(tmp_path) == pages
    assert any(0 < number < pages for number in seen), "it was looked at in the middle of the crawl"
