"""Every documented format, from a line to what it says about the foreign page."""

from pathlib import Path

import pytest

from crawler.reports.errors import NoBacklinksError
from crawler.reports.statement import BadRow, LinkType, Statement
from tests.crawler.reports.saying import day, reading, said

AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"
TIME = "[10/Feb/2026:16:42:07 +0100]"
REQUEST = '"GET /img/a.jpg?w=3 HTTP/1.1"'
REFERRER = "http://gallery.example/p"
HOSTED = "http://www.shop.example/img/a.jpg?w=3"


@pytest.mark.parametrize(
    ("reader", "line", "target"),
    [
        ("access-log", f'192.0.2.1 - - {TIME} {REQUEST} 200 368 "{REFERRER}" "{AGENT}"', "/img/a.jpg?w=3"),
        ("access-log", f'2001:db8::1 - bob {TIME} {REQUEST} 304 - "{REFERRER}" "{AGENT}" 0.004 "-"', "/img/a.jpg?w=3"),
        ("access-log", f'www.shop.example 192.0.2.1 - - {TIME} {REQUEST} 200 368 "{REFERRER}" "{AGENT}"', HOSTED),
        ("access-log", f'www.shop.example:443 192.0.2.1 - - {TIME} {REQUEST} 200 368 "{REFERRER}" "{AGENT}"', HOSTED),
        ("access-log", f'www.shop.example 192.0.2.1 - - {TIME} (0 s) {REQUEST} 200 368 "{REFERRER}" "{AGENT}"', HOSTED),
        ("access-log", f'192.0.2.1 www.shop.example - {TIME} {REQUEST} 200 368 "{REFERRER}" "{AGENT}"', HOSTED),
        ("access-log", f'79a5 www.shop.example {TIME} 192.0.2.1 arn:aws:iam::1:user/b 3E57 REST.GET.OBJECT img/a.jpg {REQUEST} 200 - 113 113 7 6 "{REFERRER}" "{AGENT}" -', HOSTED),
        ("access-log-w3c", f"#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) cs(Referer) cs-host sc-status\n2026-02-10 15:42:07 GET /img/a.jpg w=3 192.0.2.1 {AGENT.replace(' ', '+')} {REFERRER} www.shop.example 200", HOSTED),
        ("access-log-w3c", f"#Version: 1.0\n#Fields: date time c-ip cs(Host) cs-uri-stem cs(Referer) cs(User-Agent) cs-uri-query x-host-header\n2026-02-10\t15:42:07\t192.0.2.1\td1.cloudfront.net\t/img/a.jpg\t{REFERRER}\tMozilla\tw=3\twww.shop.example", HOSTED),
        ("access-log-w3c", f'#Fields:   date-local time-local   s-ip cs-uri-stem cs-uri-query c-ip cs(User-Agent) cs(Referer) cs(Host)\n2026-02-10 15:42:07 192.0.2.9 /img/a.jpg w=3 "192.0.2.1" "{AGENT}" "{REFERRER}" "www.shop.example"', HOSTED),
        ("access-log-json", f'{{"ts":1770738127.5,"request":{{"client_ip":"192.0.2.1","host":"www.shop.example","uri":"/img/a.jpg?w=3","headers":{{"Referer":["{REFERRER}"]}}}},"status":200}}', HOSTED),
        ("access-log-json", f'{{"ip":"192.0.2.1","host":"www.shop.example","path":"/img/a.jpg?w=3","status":"200","referrer":"{REFERRER}","date":"2026-02-10T16:42:07+01:00"}}', HOSTED),
        ("access-log-json", f'{{"ClientHost":"192.0.2.1","RequestHost":"www.shop.example","RequestPath":"/img/a.jpg?w=3","request_Referer":"{REFERRER}","StartUTC":"2026-02-10T15:42:07.773360139Z","time":"2026-02-10T15:43:00Z"}}', HOSTED),
    ],
)  # fmt: skip
def test_formats(tmp_path: Path, reader: str, line: str, target: str) -> None:
    found = reading(tmp_path, f"{line}\n", name="access.log")
    assert found.reader.id == reader
    (row,) = found
    assert isinstance(row, Statement)
    assert (row.source_url, row.target_url, row.type, row.hits) == (REFERRER, target, LinkType.HOTLINK, 1)
    assert row.first_seen is not None
    assert row.first_seen.replace(microsecond=0) == day(2026, 2, 10, 15, 42, 7)
    assert row.first_seen == row.last_seen
    assert row.line == line.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (f"192.0.2.1 - bob {TIME} {REQUEST} 301 368\n", "Common Log Format"),
        (f"www.shop.example 192.0.2.1 - bob {TIME} {REQUEST} 301 368\n", "Common Log Format"),
        (
            'https 2026-01-01T00:55:04.127531Z app/lb/1 192.0.2.1:2817 10.0.0.1:80 0.001 0.1 0.0 200 200 225 2 "GET https://x.example:443/ HTTP/1.1" "M" -\n',
            "AWS load balancer",
        ),
        (
            'Sep 25 06:05:27 host haproxy[6801]: 192.0.2.1:55008 [25/Sep/2026:06:05:27.584] ft bk/abc 0/0/0 200 7456 - - "POST / HTTP/1.1"\n',
            "HAProxy",
        ),
        (
            "#Software: SHOUTcast\n#Fields: c-ip date time cs-uri-stem c-status\n192.0.2.1 2026-12-07 10:37:05 /stream 200\n",
            "W3C extended",
        ),
    ],
)
def test_logs_without_referrer(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(NoBacklinksError, match=f"{what}.*combined log format"):
        reading(tmp_path, text, name="access.log")


def line(client: int, minute: int, path: str, referrer: str) -> str:
    return f'192.0.2.{client} - - [10/Feb/2026:16:{minute:02}:00 +0000] "GET {path} HTTP/1.1" 200 5 "{referrer}" "{AGENT}"\n'


def test_hotlinks_visitors_and_referrer_spam_come_out_apart(tmp_path: Path) -> None:
    own = "https://shop.example/p"
    log = (
        line(1, 1, "/img/a.jpg", "http://gallery.example/p")
        + line(2, 2, "/img/a.jpg", "http://gallery.example/p")
        + line(3, 3, "/p", "https://blog.example/post")
        + line(3, 3, "/style.css", own)
        + line(4, 4, "/", "http://spam.example/")
        + line(5, 9, "/", "http://spam.example/")
        + line(6, 5, "/p", "-")
        + '192.0.2.7 - - [10/Feb/2026:16:06:00 +0000] "\\x16\\x03\\x01" 400 0 "-" "-"\n'
    )
    found = {said(row)["source_url"]: said(row) for row in reading(tmp_path, log)}
    del found[own]
    assert found == {
        "http://gallery.example/p": {
            "source_url": "http://gallery.example/p",
            "target_url": "/img/a.jpg",
            "type": LinkType.HOTLINK,
            "hits": 2,
            "first_seen": day(2026, 2, 10, 16, 1),
            "last_seen": day(2026, 2, 10, 16, 2),
        },
        "https://blog.example/post": {
            "source_url": "https://blog.example/post",
            "target_url": "/p",
            "hits": 1,
            "visitors_load_assets": True,
            "first_seen": day(2026, 2, 10, 16, 3),
            "last_seen": day(2026, 2, 10, 16, 3),
        },
        "http://spam.example/": {
            "source_url": "http://spam.example/",
            "target_url": "/",
            "hits": 2,
            "visitors_load_assets": False,
            "first_seen": day(2026, 2, 10, 16, 4),
            "last_seen": day(2026, 2, 10, 16, 9),
        },
    }


@pytest.mark.parametrize(
    "referrer", ["-", "", "http://www.shop.example/other", "https://SHOP.example:443/x", "shop.example"]
)
def test_own_pages_and_no_referrer_are_no_backlinks(tmp_path: Path, referrer: str) -> None:
    text = f'www.shop.example 192.0.2.1 - - {TIME} {REQUEST} 200 368 "{referrer}" "{AGENT}"\n'
    assert list(reading(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("this is no line of a log\n", "not in the log's format"),
        (line(1, 1, "/", "android-app://com.example.app/"), "the referrer is no web address"),
        (line(1, 1, "/", "javascript:alert(1)"), "the referrer is no web address"),
    ],
)
def test_lines_that_cannot_be_used(tmp_path: Path, bad: str, reason: str) -> None:
    rows = list(reading(tmp_path, line(1, 1, "/", "http://a.example/") * 3 + bad))
    (found,) = (row for row in rows if isinstance(row, BadRow))
    assert found.line == 4
    assert found.reason.startswith(reason)
    assert len(rows) == 2


def test_w3c_lines_with_too_few_fields(tmp_path: Path) -> None:
    text = "#Fields: date time cs-uri-stem cs(Referer)\n2026-02-10 10:00:00 /\n2026-02-10 10:00:00 / http://a.example/\n"
    assert [(type(row), row.line) for row in reading(tmp_path, text)] == [(BadRow, 2), (Statement, 3)]


def test_json_lines_cut_off_far_behind_the_beginning(tmp_path: Path) -> None:
    good = '{"path":"/","referrer":"http://a.example/"}\n'
    rows = list(reading(tmp_path, good * 100 + '{"path":\n[1]\n' + good))
    assert [row.line for row in rows if isinstance(row, BadRow)] == [101, 102]
    assert [row.hits for row in rows if isinstance(row, Statement)] == [101]


def test_quotation_marks_in_fields(tmp_path: Path) -> None:
    text = f'192.0.2.1 - - {TIME} "GET /a\\"b HTTP/1.1" 200 5 "http://a.example/\\x22q" "{AGENT}"\n'
    (row,) = reading(tmp_path, text)
    assert (said(row)["source_url"], said(row)["target_url"]) == ('http://a.example/"q', '/a\\"b')
