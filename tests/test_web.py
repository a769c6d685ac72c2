"""The demonstration web answers as its cases say, the same way every time."""

import csv
import http.client
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from evidence.addresses.hosts import registrable_domain
from evidence.model import Level, Visibility
from evidence.visited import State
from tests.web.cases import CASES, HOSTS
from tests.web.model import HARMLESS, LIKELY_SPAM, SPAM, Case
from tests.web.report import AHREFS_COLUMNS, in_search_console, write_ahrefs, write_latest_links
from tests.web.server import WebServer
from tests.web.shop import PROPERTY

REQUIRED = [
    "A01",
    "A02",
    "A03",
    "A07",
    "A13",
    "A19",
    "B01",
    "B02",
    "B19",
    "C01",
    "C10",
    "C12",
    "C14",
    "C15",
    "D04",
    "D14",
    "E01",
    "E02",
    "E04",
    "E12",
    "E15",
    "E18",
    "E19",
    "E22",
    "E24",
    "E26",
    "E31",
    "E36",
]
STATUSES = {
    "gone": {404, 410},
    "redirected-home": {301, 302, 303, 307},
    "soft-404": {200},
    "same-as-home": {200},
    "replaced": {200},
    "parked": {200},
    "bot-wall": {401, 403},
    "consent-wall": {200},
    "pay-wall": {200},
    "server-error": {500},
    "robots": {200},
    "link": {200},
    "embed": {200},
    "mention": {200},
    "name-not-found": {421},
}


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer(HOSTS) as server:
        yield server


def ask(web: WebServer, url: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(web.address, timeout=10)
    try:
        path = parts._replace(scheme="", netloc="").geturl() or "/"
        connection.request(method, path, headers={"Host": parts.netloc})
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()


def page_text(headers: dict[str, str], body: bytes) -> str:
    return body.decode(headers["Content-Type"].partition("charset=")[2] or "utf-8")


def file_name(case: Case) -> str:
    return urlsplit(case.target_url).path.rstrip("/").rpartition("/")[2] or urlsplit(case.target_url).netloc


def test_every_required_case_is_there() -> None:
    counts = Counter(case.id for case in CASES)
    assert [id for id in REQUIRED if not counts[id]] == []
    assert counts["A01"] >= 3
    assert len({case.host for case in CASES}) >= 44


def test_hosts_have_one_name_each_and_every_case_has_a_host() -> None:
    names = Counter(host.name for host in HOSTS)
    assert [name for name, count in names.items() if count > 1] == []
    assert {case.host for case in CASES if case.host not in names} == {
        case.host for case in CASES if case.expect.reasons == {"name-not-found"}
    }
    assert all(urlsplit(case.source_url).hostname == case.host for case in CASES)


def test_every_host_of_a_case_is_a_domain_of_its_own() -> None:
    hosts = {case.host for case in CASES}
    assert {registrable_domain(host) for host in hosts} == hosts


def test_hiding_proxies_and_many_pictures_are_on_both_sides() -> None:
    """What spam does, honest pages do too: none of it may decide alone."""
    spam, honest = (
        [case.expect for case in CASES if case.expect.judgements <= judged]
        for judged in (LIKELY_SPAM, HARMLESS)
    )
    for visibility in (Visibility.METADATA, Visibility.VISIBLE):
        assert all(any(visibility in expect.visibilities for expect in side) for side in (spam, honest))
    assert all(any(Level.PROXIED in expect.levels for expect in side) for side in (spam, honest))
    assert all(any(expect.reasons == {"link"} for expect in side) for side in (spam, honest))


def test_spam_is_no_language_of_its_own() -> None:
    spam, honest = (
        {case.reported.language for case in CASES if ("benign" in case.expect.judgements) is benign}
        for benign in (False, True)
    )
    assert len(spam & honest) >= 6


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.id}-{case.host}")
def test_the_source_answers_as_its_case_says(web: WebServer, case: Case) -> None:
    status, headers, body = ask(web, case.source_url)
    assert any(status in STATUSES[reason] for reason in case.expect.reasons)
    if 300 <= status < 400:
        status, headers, body = ask(web, f"http://{case.host}/")
        assert status == 200
    text = page_text(headers, body)
    if case.id == "A07" and file_name(case) not in text:
        text = page_text(*ask(web, case.source_url)[1:])
    if case.expect.states == {State.PRESENT}:
        assert PROPERTY.name in text or PROPERTY.asset_prefixes[0] in text or PROPERTY.brands[0] in text
    if State.ABSENT in case.expect.states:
        assert file_name(case) not in text
        assert PROPERTY.name not in text
    if case.expect.states == {State.PRESENT} and case.expect.levels == {"L0"}:
        assert case.target_url in text
    if status == 200 and case.expect.states != {State.UNKNOWN}:
        assert text.startswith("<!DOCTYPE html>")
        assert "</html>" in text


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.expect.states == {State.ABSENT}],
    ids=lambda case: f"{case.id}-{case.host}",
)
def test_only_vanished_pictures_leave_their_words_in_the_url(web: WebServer, case: Case) -> None:
    words = {word for word in re.split(r"[-./]", file_name(case)) if len(word) > 4}
    slug = set(re.split(r"[-./]", urlsplit(case.source_url).path))
    assert bool(words & slug) == (case.expect.judgements == SPAM)
    home = page_text(*ask(web, f"http://{case.host}/")[1:]).lower()
    assert [word for word in words if word in home] == []


def test_the_founding_page_is_the_home_page_at_any_url(web: WebServer) -> None:
    bodies = {
        ask(web, f"http://basketball-weiden-de.test/{path}")[2]
        for path in ("", "iris-violoncelle-l-orchestre-parfum.html", "zz-4711.html")
    }
    assert len(bodies) == 1
    assert b"parfum" not in bodies.pop().lower()


def test_changing_galleries_change_in_a_fixed_order() -> None:
    case = next(case for case in CASES if case.id == "A07")
    runs = []
    for _ in range(2):
        with WebServer(HOSTS) as web:
            runs.append([ask(web, case.source_url)[2] for _ in range(4)])
    assert runs[0] == runs[1]
    assert [file_name(case).encode() in body for body in runs[0]] == [True, False, True, False]


def test_robots_pictures_heads_and_unknown_hosts(web: WebServer) -> None:
    blocked = next(case for case in CASES if case.expect.reasons == {"robots"})
    assert b"Disallow: /\n" in ask(web, f"http://{blocked.host}/robots.txt")[2]
    status, headers, body = ask(web, CASES[0].target_url.replace("https:", "http:"))
    assert (status, headers["Content-Type"], body[:2]) == (200, "image/jpeg", b"\xff\xd8")
    assert ask(web, "http://basketball-weiden-de.test/img/x.png")[2].startswith(b"\x89PNG")
    status, headers, body = ask(web, "http://basketball-weiden-de.test/", "HEAD")
    assert status == 200
    assert int(headers["Content-Length"]) > 1000
    assert body == b""
    assert ask(web, "http://nobody.test/")[0] == 421
    assert [(entry.method, entry.path, entry.status) for entry in web.log[-2:]] == [
        ("HEAD", "/", 200),
        ("GET", "/", 421),
    ]


def test_the_server_is_a_proxy_too(web: WebServer) -> None:
    connection = http.client.HTTPConnection(web.address, timeout=10)
    connection.request("GET", "http://basketball-weiden-de.test/")
    assert connection.getresponse().status == 200
    connection.close()


def test_the_report_is_an_ahrefs_export(tmp_path: Path) -> None:
    path = write_ahrefs(CASES, tmp_path)
    assert path.read_bytes().startswith(b'\xff\xfe"\0')
    with path.open(encoding="utf-16", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    assert tuple(rows[0]) == AHREFS_COLUMNS
    assert len(AHREFS_COLUMNS) == 37
    assert [(row["Referring page URL"], row["Target URL"]) for row in rows] == [
        (case.source_url, case.target_url) for case in CASES
    ]
    assert {row["Type"] for row in rows} == {"image", "text"}


def test_search_console_lists_pages_without_targets(tmp_path: Path) -> None:
    text = write_latest_links(in_search_console(CASES), tmp_path).read_text(encoding="utf-8")
    assert not text.endswith("\n")
    rows = list(csv.reader(text.splitlines()))
    assert rows[0] == ["Linking page", "Last crawled"]
    assert len(rows) >= 10
    assert {url for url, _ in rows[1:]} <= {case.source_url for case in CASES}
