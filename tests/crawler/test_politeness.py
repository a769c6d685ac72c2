"""What a crawl asks, when, and under which name."""

import itertools
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from store.database import Store
from store.models import Domain
from tests.crawler.server import WebServer
from tests.crawler.visited import FOUND, states, visit_all, visits


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
    seen = visits(sqlite_store)["http://user:secret@one.test/p"]
    assert "secret" not in f"{seen.final_url} {seen.hops}"


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
    asleep = visits(sqlite_store)["http://asleep.test/p"]
    assert (asleep.error, asleep.error_detail) == (
        "robots_denied",
        "robots.txt asks for 86400 s between two requests",
    )
    assert states(sqlite_store)["http://asleep.test/p"] == ("unknown", "robots")
    with sqlite_store.read() as session:
        parked = session.scalars(select(Domain.not_before).where(Domain.name == "asleep.test")).one()
    assert parked is not None
    assert parked - asleep.started_at >= timedelta(hours=23), "left alone for a day"


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
