"""When a server may answer that nothing changed, and what that means."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select
from warcio.archiveiterator import ArchiveIterator

from crawler.visits.revisiting import READ_ANEW_AFTER, may_stand
from store.crawls.pages import Before, DueBacklink, DuePage
from store.database import Store
from store.models import Backlink, Domain, Frontier, Reference, Visit
from tests.crawler.seeding import IMAGE, crawl, seed
from tests.crawler.server import Asked, WebServer, response

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BEFORE = Before(
    visit_id=7, url="http://a.test/", etag='"v1"', last_modified="", seen_at=NOW - timedelta(days=7)
)
LINK = DueBacklink(id=1, target=None, state="present", reason="link", detail="links to it", visit_id=7)
PAGE = DuePage(
    id=1, domain_id=1, url="http://a.test/", host="a.test", due_at=NOW, attempts=0, interval=0,
    missing_since=None, backlinks=(LINK,), before=BEFORE,
)  # fmt: skip
FOUND = f'<html><title>Bottles</title><p>See the <a href="{IMAGE}">bottle</a> here.'


@pytest.mark.parametrize(
    ("page", "stands"),
    [
        (PAGE, True),
        (replace(PAGE, backlinks=(replace(LINK, state="absent", reason="parked"),)), True),
        (replace(PAGE, before=None), False),
        (replace(PAGE, is_suspected=True), False),
        (replace(PAGE, before=replace(BEFORE, seen_at=NOW - READ_ANEW_AFTER)), False),
        (replace(PAGE, before=replace(BEFORE, seen_at=NOW + timedelta(days=1))), False),
        (replace(PAGE, backlinks=(LINK, replace(LINK, id=2, state="", visit_id=None))), False),
        (replace(PAGE, backlinks=(replace(LINK, state="unknown", reason="cut-off"),)), False),
        (replace(PAGE, backlinks=(replace(LINK, state="absent", reason="replaced"),)), False),
        (replace(PAGE, backlinks=(replace(LINK, visit_id=8),)), False),
    ],
    ids=[
        "read a week ago", "parked", "no validators", "suspected", "too long ago", "clock set back", "a new backlink",
        "could not tell", "shown to others perhaps", "another load said so",
    ],
)  # fmt: skip
def test_may_stand(page: DuePage, *, stands: bool) -> None:
    assert (may_stand(page, now=NOW) is BEFORE) is stands


def visit_again(store: Store, web: WebServer, folder: Path, ids: dict[str, int]) -> None:
    crawl(
        str(store.url),
        folder,
        connect_to={"test": f"127.0.0.1:{web.port}"},
        page_ids=list(ids.values()),
    )


def test_a_page_that_did_not_change_is_not_sent_again(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    kinds: list[tuple[str, str]] = []

    def validated(asked: Asked) -> bytes:
        if asked.headers.get("if-none-match") == '"v1"':
            return response(status=304)
        return response(FOUND.encode(), etag='"v1"', last_modified="Sat, 21 Nov 2026 11:00:00 GMT")

    web.routes["one.test", "/new"] = validated
    web.page("one.test", "/p", status=301, location="/new")
    ids = seed(sqlite_store, ["http://one.test/p"])
    for _ in range(3):
        visit_again(sqlite_store, web, tmp_path, ids)
    asked = [request.headers for request in web.log if request.path == "/new"]
    assert [headers.get("if-none-match") for headers in asked] == [None, '"v1"', '"v1"']
    assert asked[1]["if-modified-since"] == "Sat, 21 Nov 2026 11:00:00 GMT"
    assert not any("if-none-match" in request.headers for request in web.log if request.path == "/p")
    with sqlite_store.read() as session:
        visits = session.scalars(select(Visit).order_by(Visit.id)).all()
        assert [visit.purpose for visit in visits] == ["page", "unchanged", "unchanged"]
        assert [visit.status for visit in visits] == [200, 304, 304]
        assert {visit.as_before for visit in visits[1:]} == {visits[0].id}
        backlink = session.scalars(select(Backlink)).one()
        assert (backlink.state, backlink.visit_id) == ("present", visits[0].id)
        assert session.scalar(select(func.count()).select_from(Reference)) == 1
        frontier = session.scalars(select(Frontier)).one()
        assert frontier.interval > timedelta(days=7).total_seconds(), "and waits longer each time"
        archived = {visit.archive_file: visit.archive_offset for visit in visits}
    for file, offset in archived.items():
        with (tmp_path / "archive" / file).open("rb") as stream:
            stream.seek(offset or 0)
            record = next(iter(ArchiveIterator(stream, check_digests="raise")))
            kinds.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI")))
    new = "http://one.test/new"
    assert kinds == [("response", new), ("revisit", new), ("revisit", new)], "replay shows the page itself"


def test_a_page_that_changed_is_read_anew(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    web.page("one.test", "/p", FOUND, etag='"v1"')
    ids = seed(sqlite_store, ["http://one.test/p"])
    visit_again(sqlite_store, web, tmp_path, ids)
    web.page("one.test", "/p", "<title>Chess</title>" + "We meet on Sunday at noon. " * 9, etag='"v2"')
    visit_again(sqlite_store, web, tmp_path, ids)
    with sqlite_store.read() as session:
        assert session.scalars(select(Backlink.state)).one() == "absent"
        assert session.scalars(select(Visit.etag).where(Visit.purpose == "page")).all() == ['"v1"', '"v2"']


def test_a_304_nobody_asked_for_says_nothing(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    web.page("one.test", "/p", status=304)
    ids = seed(sqlite_store, ["http://one.test/p"])
    visit_again(sqlite_store, web, tmp_path, ids)
    with sqlite_store.read() as session:
        assert session.scalars(select(Backlink.state)).one() == "unknown"


@pytest.mark.parametrize(
    ("robots", "wait"),
    [
        ({"body": "User-agent: *\nCrawl-delay: 31"}, timedelta(days=1)),
        ({"status": 503, "retry_after": "7200"}, timedelta(hours=2)),
        ({"status": 429, "retry_after": "864000"}, timedelta(days=1)),
        ({"status": 429}, timedelta(minutes=10)),
    ],
    ids=["Crawl-delay", "Retry-After", "longer than a day", "without a word"],
)
def test_a_host_that_wants_to_be_left_alone_is(
    sqlite_store: Store, web: WebServer, tmp_path: Path, robots: dict[str, str | int], wait: timedelta
) -> None:
    web.page("calm.test", "/robots.txt", **robots)  # type: ignore[arg-type]  # a table of keywords
    seed(sqlite_store, ["http://calm.test/a", "http://calm.test/b"])
    addresses = {"test": f"127.0.0.1:{web.port}"}
    for _ in range(2):
        crawl(str(sqlite_store.url), tmp_path, connect_to=addresses)
    assert web.asked("calm.test") == ["/robots.txt"], "once, and not for the second page or crawl either"
    with sqlite_store.read() as session:
        visit = session.scalars(select(Visit)).one()
        assert visit.error in {"robots_denied", "robots_unreachable"}
        assert visit.error_detail.startswith("robots.txt ")
        not_before = session.scalars(select(Domain.not_before)).one()
        assert not_before is not None
        assert abs(not_before - visit.started_at - wait) < timedelta(seconds=30)
