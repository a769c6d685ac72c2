"""Whole crawls against a server on loopback: what is asked, seen, archived and stored."""

import gzip
import itertools
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from warcio.archiveiterator import ArchiveIterator

from store.database import Store
from store.models import Backlink, Frontier, Page, Presence, Reference, Visit
from tests.crawler.seeding import IMAGE, Crawl, Ended, crawl, seed
from tests.crawler.server import Asked, WebServer, response

FOUND = (
    f'<html><title>Bottles</title><p>See the <a href="{IMAGE}"><img src="{IMAGE}" alt="a bottle"></a> here.'
)
NOTHING = (
    "<html><title>Chess club</title><h1>Chess club</h1><p>" + "Our next match is on Sunday at noon. " * 20
)


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    from store.database import open_store

    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield store
    store.close()


def visit_all(store: Store, web: WebServer, folder: Path, urls: list[str], **job: object) -> Ended:
    seed(store, urls)
    return crawl(
        store.url.render_as_string(hide_password=False),
        folder,
        connect_to={"test": f"127.0.0.1:{web.port}"},
        **job,
    )


def visits(store: Store, purpose: str = "page") -> dict[str, Visit]:
    with store.read() as session:
        return {
            visit.url: visit
            for visit in session.scalars(select(Visit).where(Visit.purpose == purpose).order_by(Visit.id))
        }


def states(store: Store) -> dict[str, tuple[str, str]]:
    with store.read() as session:
        rows = session.execute(select(Page.url, Backlink.state, Backlink.reason).join(Backlink))
        return {url: (state, reason) for url, state, reason in rows}


async def drip(asked: Asked) -> AsyncIterator[bytes]:
    import asyncio

    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>"
    await asyncio.sleep(0.2)
    yield b"broken off"


def test_every_outcome_has_its_state_and_reason(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    def found(host: str, path: str = "/p") -> None:
        web.page(host, path, FOUND)

    found("plain.test")
    web.page("gone.test", "/p", status=410)
    web.page("moved.test", "/p", status=301, location="http://www.moved.test/q")
    found("www.moved.test", "/q")
    web.page("loop.test", "/p", status=302, location="/p")
    web.page("inside.test", "/p", status=302, location="http://169.254.169.254/latest/meta-data/")
    web.page("file.test", "/p", status=302, location="file:///etc/passwd")
    web.page("closed.test", "/robots.txt", "User-agent: *\nDisallow: /p")
    found("closed.test")
    web.page("ill.test", "/robots.txt", status=503)
    found("ill.test")
    web.page("sick.test", "/p", "no", status=500)
    web.page("walled.test", "/p", "no", status=403)
    web.page("bomb.test", "/p", gzip.compress(b"<p>" + b"A" * 50_000_000), content_encoding="gzip")
    web.page("packed.test", "/p", gzip.compress(FOUND.encode()), content_encoding="gzip")
    web.page("layers.test", "/p", FOUND, content_encoding="gzip, gzip, gzip")
    web.routes["short.test", "/p"] = drip
    web.routes["banner.test", "/p"] = lambda _: b"SSH-2.0-OpenSSH_9.2\r\n\r\n"
    urls = [
        f"http://{host}/p"
        for host in dict.fromkeys(host for host, _ in web.routes)
        if not host.startswith("www.")
    ]
    urls += ["http://nothere.invalid/", "http://10.0.0.1/", "http://[::1]/", "http://localhost:8080/"]
    ended = visit_all(sqlite_store, web, tmp_path, urls)

    assert states(sqlite_store) == {
        "http://plain.test/p": ("present", "link"),
        "http://gone.test/p": ("absent", "gone"),
        "http://moved.test/p": ("present", "link"),
        "http://packed.test/p": ("present", "link"),
        "http://loop.test/p": ("unknown", "redirect-loop"),
        "http://inside.test/p": ("unknown", "refused-address"),
        "http://file.test/p": ("unknown", "bad-address"),
        "http://closed.test/p": ("unknown", "robots"),
        "http://ill.test/p": ("unknown", "robots"),
        "http://sick.test/p": ("unknown", "server-error"),
        "http://walled.test/p": ("unknown", "bot-wall"),
        "http://bomb.test/p": ("unknown", "cut-off"),
        "http://layers.test/p": ("unknown", "broken-answer"),
        "http://short.test/p": ("unknown", "cut-off"),
        "http://banner.test/p": ("unknown", "broken-answer"),
        "http://nothere.invalid/": ("unknown", "name-not-found"),
        "http://10.0.0.1/": ("unknown", "refused-address"),
        "http://[::1]/": ("unknown", "refused-address"),
        "http://localhost:8080/": ("unknown", "refused-address"),
    }
    assert ended.summary["visited"] == len(urls)
    assert (ended.summary["waiting"], ended.summary["stopped"]) == (0, False)
    seen = visits(sqlite_store)
    assert [hop["url"] for hop in seen["http://moved.test/p"].hops] == ["http://moved.test/p"]
    assert seen["http://moved.test/p"].final_url == "http://www.moved.test/q"
    assert [hop["url"] for hop in seen["http://inside.test/p"].hops] == ["http://inside.test/p"]
    assert seen["http://bomb.test/p"].truncated
    assert seen["http://bomb.test/p"].body_bytes == 10 * 1024 * 1024
    assert not [request for request in web.log if request.host == "closed.test" and request.path == "/p"]
    assert not [request for request in web.log if request.host == "ill.test" and request.path == "/p"]


def test_we_say_who_we_are_and_send_no_secrets(
    sqlite_store: Store, web: WebServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for proxy in ("http_proxy", "HTTPS_PROXY", "all_proxy"):
        monkeypatch.setenv(proxy, "http://127.0.0.1:9")  # not asked either (hostile case 17)
    web.page("one.test", "/p", status=302, location="http://two.test/p", set_cookie="id=1")
    web.page("two.test", "/p", FOUND)
    visit_all(sqlite_store, web, tmp_path, ["http://user:secret@one.test/p"])
    for request in web.log:
        assert request.headers["user-agent"].startswith("Linkwitness/")
        assert "(+mailto:owner@shop.example)" in request.headers["user-agent"]
        assert not {"authorization", "cookie", "referer"} & set(request.headers)
    assert "secret" not in visits(sqlite_store)["http://user:secret@one.test/p"].final_url


def test_one_request_at_a_time_with_a_delay_per_registrable_domain(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    urls = [f"http://{sub}.slow.test/{page}" for sub in ("a", "b") for page in range(2)]
    urls += [f"http://other{number}.test/" for number in range(10)]
    for url in urls:
        _, _, host, path = url.split("/", 3)
        web.page(host, f"/{path}", FOUND)
    visit_all(sqlite_store, web, tmp_path, urls, delay_s=0.3)
    others = [request.at for request in web.log if request.host.startswith("other")]
    times = sorted(request.at for request in web.log if request.host.endswith("slow.test"))
    assert len(times) == 6
    assert times[-1] - times[0] >= 5 * 0.3 - 0.1, "arrivals may be late one by one, but not early in sum"
    assert max(others) < times[-1], "other domains do not wait for the slow one"


def test_crawl_delay_of_robots_is_kept(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    web.page("calm.test", "/robots.txt", "User-agent: *\nCrawl-delay: 1")
    web.page("asleep.test", "/robots.txt", "User-agent: *\nCrawl-delay: 86400")
    web.page("calm.test", "/p", FOUND)
    visit_all(sqlite_store, web, tmp_path, ["http://calm.test/p", "http://asleep.test/p"])
    times = [request.at for request in web.log if request.host == "calm.test"]
    assert times[1] - times[0] >= 0.5, "the first may arrive late, and there is no other delay"
    assert web.asked("asleep.test") == ["/robots.txt"]


def test_robots_may_be_redirected_five_times_and_never_inside(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    """Hostile case 75."""
    for host, moves in (("five.test", 5), ("six.test", 6)):
        places = ["/robots.txt", *(f"/robots{number}.txt" for number in range(moves))]
        for place, following in itertools.pairwise(places):
            web.page(host, place, status=302, location=following)
        web.page(host, places[-1], "User-agent: *\nDisallow: /")
        web.page(host, "/p", FOUND)
    web.page("inward.test", "/robots.txt", status=302, location="http://127.0.0.1:8080/robots.txt")
    web.page("inward.test", "/p", FOUND)
    visit_all(sqlite_store, web, tmp_path, [f"http://{host}.test/p" for host in ("five", "six", "inward")])
    assert states(sqlite_store) == {
        "http://five.test/p": ("unknown", "robots"),
        "http://six.test/p": ("present", "link"),
        "http://inward.test/p": ("unknown", "refused-address"),
    }


def test_a_suspicious_absence_is_settled_by_home_page_and_sibling_once_per_host(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    for path in ("/one.html", "/two.html", "/"):
        web.page("club.test", path, NOTHING + path)
    urls = ["http://club.test/one.html", "http://club.test/two.html"]
    visit_all(sqlite_store, web, tmp_path, urls)
    asked = web.asked("club.test")
    assert asked.count("/") == 1
    (sibling,) = [path for path in asked if path.startswith("/zz-")]
    assert sibling.endswith(".html")
    assert set(visits(sqlite_store, "home")) == {"http://club.test/"}
    assert visits(sqlite_store, "sibling")[f"http://club.test{sibling}"].page_id is None


def test_a_page_that_changes_from_load_to_load_is_seen_k_of_n(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    loads = iter([NOTHING + "first", FOUND, NOTHING + "third"])
    web.page(
        "shuffled.test", "/", "<html><title>Start</title>" + "Welcome to our little gallery of things. " * 9
    )
    web.routes["shuffled.test", "/p"] = lambda _: response(next(loads).encode())
    visit_all(sqlite_store, web, tmp_path, ["http://shuffled.test/p"])
    with sqlite_store.read() as session:
        backlink = session.scalars(select(Backlink)).one()
        said_so = session.get_one(Visit, backlink.visit_id)
        assert (backlink.state, backlink.seen_loads, backlink.loads) == ("present", 1, 3)
        assert said_so.purpose == "again"
        per_load = session.execute(
            select(Visit.purpose, Presence.state)
            .join(Presence, Presence.visit_id == Visit.id)
            .order_by(Visit.id)
        ).all()
        assert [tuple(row) for row in per_load] == [
            ("page", "absent"),
            ("again", "present"),
            ("again", "absent"),
        ]
        assert session.scalars(select(Reference.visit_id)).first() == backlink.visit_id


def test_the_archive_holds_every_response_and_visits_point_into_it(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    web.page("one.test", "/p", status=302, location="/q")
    web.page("one.test", "/q", gzip.compress(FOUND.encode()), content_encoding="gzip")
    visit_all(sqlite_store, web, tmp_path, ["http://one.test/p"])
    (file,) = (tmp_path / "archive").glob("*.warc.gz")
    with file.open("rb") as stream:
        records = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(stream, check_digests="raise")
        ]
    asked = ["http://one.test/robots.txt", "http://one.test/p", "http://one.test/q"]
    assert [kind for kind, _, _ in records] == ["warcinfo", *["response", "request"] * len(asked)]
    assert [url for kind, url, _ in records if kind == "response"] == asked
    assert records[5][1:] == ("http://one.test/q", FOUND.encode())
    visit = visits(sqlite_store)["http://one.test/p"]
    assert visit.archive_file == file.name
    assert visit.archive_offset is not None
    with file.open("rb") as stream:
        stream.seek(visit.archive_offset)
        record = next(iter(ArchiveIterator(stream)))
        assert record.rec_headers.get_header("WARC-Target-URI") == "http://one.test/q"
        assert record.rec_headers.get_header("WARC-IP-Address") == "127.0.0.1"


def test_replay_of_the_archive_says_what_the_live_crawl_said(
    sqlite_store: Store, web: WebServer, tmp_path: Path
) -> None:
    from store.database import open_store

    web.page("one.test", "/p", FOUND)
    web.page("two.test", "/p", status=301, location="http://one.test/p")
    web.page("three.test", "/p", NOTHING)
    web.page("three.test", "/", NOTHING)
    urls = [f"http://{host}.test/p" for host in ("one", "two", "three", "four")]
    visit_all(sqlite_store, web, tmp_path, urls)
    again = open_store(f"sqlite:///{tmp_path / 'replayed.db'}")
    never_archived = "http://five.test/p"
    seed(again, [*urls, never_archived])
    requests = len(web.log)
    crawl(
        str(again.url), tmp_path / "unused", delay_s=5, replay=list((tmp_path / "archive").glob("*.warc.gz"))
    )
    assert len(web.log) == requests, "replay asks nobody"
    kept = list((tmp_path / "unused" / "archive").iterdir())
    assert all(path.is_symlink() for path in kept), "and archives nothing"
    assert states(again) == states(sqlite_store) | {never_archived: ("unknown", "not-archived")}
    live, replayed = visits(sqlite_store), visits(again)
    for url in urls:
        assert replayed[url].body_sha256 == live[url].body_sha256
        assert replayed[url].archive_offset == live[url].archive_offset or live[url].status == 404
    again.close()


def test_only_named_pages_are_visited(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    urls = ["http://one.test/a", "http://one.test/b", "http://two.test/c"]
    for url in urls:
        web.page(url.split("/")[2], f"/{url[-1]}", FOUND)
    ids = seed(sqlite_store, urls)
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "page_ids": [ids["http://one.test/b"]]}
    for _ in range(2):
        assert crawl(str(sqlite_store.url), tmp_path, **job).summary["visited"] == 1
    assert web.asked("one.test") == ["/robots.txt", "/b"] * 2
    assert web.asked("two.test") == []


def test_ctrl_c_ends_cleanly_and_the_next_crawl_goes_on(store: Store, web: WebServer, tmp_path: Path) -> None:
    check_that_nothing_is_lost_or_repeated(store, web, tmp_path, "SIGINT")


def test_sigterm_ends_cleanly_too(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    check_that_nothing_is_lost_or_repeated(sqlite_store, web, tmp_path, "SIGTERM")


def test_a_killed_crawl_goes_on_where_it_was(store: Store, web: WebServer, tmp_path: Path) -> None:
    check_that_nothing_is_lost_or_repeated(store, web, tmp_path, "SIGKILL")


def check_that_nothing_is_lost_or_repeated(store: Store, web: WebServer, tmp_path: Path, name: str) -> None:
    import signal

    urls = [f"http://site{site}.test/{page}" for site in range(30) for page in range(5)]
    for url in urls:
        _, _, host, path = url.split("/", 3)
        web.page(host, f"/{path}", FOUND)
    seed(store, urls)
    store_url = store.url.render_as_string(hide_password=False)
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "delay_s": 0.05}
    first = Crawl(store_url, tmp_path, **job)
    while len(web.log) < 80:
        time.sleep(0.01)
    first.send(signal.Signals[name])
    ended = first.ended()
    if name != "SIGKILL":
        assert (ended.code, ended.errors) == (0, "")
        assert ended.summary["stopped"]
        assert ended.summary["waiting"] == len(urls) - ended.summary["visited"]
    stored = len(visits(store))
    assert 0 < stored < len(urls)
    second = crawl(store_url, tmp_path, **job)
    assert second.summary["visited"] == len(urls) - stored
    with store.read() as session:
        assert sorted(session.scalars(select(Visit.url))) == sorted(urls), "each page once"
        assert all(session.scalars(select(Frontier.due_at)))
    pages = [request for request in web.log if request.path != "/robots.txt"]
    assert len(pages) - len(urls) <= 30, "at most what was in flight is asked again"


def test_a_page_beyond_its_budget_is_unknown(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    web.page("gone.test", "/p", status=404)
    ended = visit_all(sqlite_store, web, tmp_path, ["http://gone.test/p"])
    assert ended.counts == {("absent", "gone"): 1}
