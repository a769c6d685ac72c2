"""Sites as they are met: what failed, was refused or came in part is unknown, and absent is what was looked at."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select

from crawler.fetching.decoding import DECODED_BYTES
from store.database import Store
from store.models import Backlink, Domain, Page, Presence, Visit
from tests.crawler.seeding import IMAGE, crawl, seed
from tests.crawler.server import Asked, WebServer, response
from tests.crawler.visited import FOUND, NOTHING, states, visit_all

CLUB = (
    "<html><title>Rowing club Northbank</title><h1>Welcome aboard</h1><p>We row on the river from March to "
    "October, race in autumn, and mend our boats all winter long in the shed behind the old mill. Beginners "
    "train on Tuesdays with Anna, juniors on Fridays with Piotr; whoever is older than sixty meets on Sunday "
    "mornings and calls it fitness. The annual regatta takes place in June, starts at the railway bridge and "
    "ends where the cake is. Members pay forty a year, pupils half of that, guests a smile.</p>"
    "<ul><li><a href=/boats>Our boats</a><li><a href=/races>Races and results</a><li><a href=/shed>The shed</a></ul>"
)
"""A page of which no word is about bottles."""


async def slow(_: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(FOUND)
    for start in range(0, len(FOUND), 20):
        yield FOUND[start : start + 20].encode()
        await asyncio.sleep(0.05)


async def too_slow(_: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n" + CLUB.encode()
    while True:
        yield b"<p>more "
        await asyncio.sleep(0.2)


async def gone_in_part(_: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>We cannot fi"


SAID = {
    "second-visit-only": ("present", "link"),
    "picture-that-leads-on": ("present", "link"),
    "any-address-is-home": ("absent", "same-as-home"),
    "gone-and-full": ("absent", "gone"),
    "gone-in-part": ("unknown", "cut-off"),
    "parked-behind-script": ("absent", "parked"),
    "login-with-200": ("unknown", "login-wall"),
    "moved-to-login": ("unknown", "login-wall"),
    "country-451": ("unknown", "bot-wall"),
    "country-403": ("unknown", "bot-wall"),
    "country-200": ("unknown", "bot-wall"),
    "too-many-requests": ("unknown", "bot-wall"),
    "consent-in-circles": ("unknown", "redirect-loop"),
    "packed-unsaid": ("unknown", "not-a-page"),
    "slow": ("present", "link"),
    "too-slow": ("unknown", "cut-off"),
    "link-behind-the-limit": ("unknown", "cut-off"),
    "a-part-unasked": ("unknown", "cut-off"),
    "no-content": ("unknown", "broken-answer"),
    "nothing-at-all": ("unknown", "broken-answer"),
    "database-away": ("unknown", "server-error"),
    "written-by-script": ("unknown", "needs-javascript"),
}
PARKED = (
    "<title>parked.test</title><p>This domain may be for sale. <a href=https://m.test/>Buy this domain</a>"
)
LOGIN = (
    "<title>Log in – Forum</title><form><input name=user><input type=password><button>Log in</button></form>"
)


def serve(web: WebServer) -> None:
    """Bring all of them up."""
    loads, number = count(), count()
    web.routes["second-visit-only.test", "/p"] = lambda _: response(
        (FOUND if next(loads) else NOTHING).encode()
    )
    for path in ("/p", "/"):
        web.routes["any-address-is-home.test", path] = lambda _: response(
            f"{CLUB}<p>You are visitor {next(number)}.".encode()
        )
    async_answers = {"slow": slow, "too-slow": too_slow, "gone-in-part": gone_in_part}
    for name, answer in async_answers.items():
        web.routes[f"{name}.test", "/p"] = answer
    later = format_datetime(datetime.now(UTC) + timedelta(hours=3), usegmt=True)
    refusal = "<h1>Not available</h1><p>This content is not available in your country."
    pages: dict[str, tuple[str | bytes, int, dict[str, str]]] = {
        "picture-that-leads-on": ("", 302, {"location": IMAGE}),
        "gone-and-full": (FOUND, 410, {}),
        "parked-behind-script": ("<html><script>window.location.href='/lander'</script>", 200, {}),
        "login-with-200": (LOGIN, 200, {}),
        "moved-to-login": ("", 302, {"location": "/login?to=/p"}),
        "country-451": (refusal, 451, {}),
        "country-403": (refusal, 403, {}),
        "country-200": (refusal, 200, {}),
        "too-many-requests": ("slow down", 429, {"retry_after": later}),
        "consent-in-circles": ("", 302, {"location": "/consent?to=/p", "set_cookie": "asked=1"}),
        "packed-unsaid": (gzip.compress(FOUND.encode()), 200, {"content_encoding": "identity"}),
        "link-behind-the-limit": (f"{CLUB}<!--{'x' * DECODED_BYTES}-->{FOUND}", 200, {}),
        "a-part-unasked": (CLUB[:400], 206, {"content_range": "bytes 0-399/5000"}),
        "no-content": ("", 204, {}),
        "nothing-at-all": ("\n", 200, {}),
        "database-away": ("<title>Error</title><h1>Error establishing a database connection</h1>", 200, {}),
        "written-by-script": ("<title>Club</title><div id=root></div><script src=/app.js></script>", 200, {}),
    }
    for name, (body, status, headers) in pages.items():
        web.page(f"{name}.test", "/p", body, status=status, **headers)
    web.page("parked-behind-script.test", "/lander", PARKED)
    web.page("moved-to-login.test", "/login?to=/p", LOGIN)
    web.page("consent-in-circles.test", "/consent?to=/p", status=302, location="/p")


def test_what_is_said_of_each(sqlite_store: Store, web: WebServer, tmp_path: Path) -> None:
    serve(web)
    visit_all(sqlite_store, web, tmp_path, [f"http://{name}.test/p" for name in SAID], deadline_s=2.0)
    said = {url.split("/")[2].removesuffix(".test"): told for url, told in states(sqlite_store).items()}
    assert said == SAID
    with sqlite_store.read() as session:
        details = dict(
            session.execute(select(Page.host, Backlink.detail).join(Page, Page.id == Backlink.page_id)).all()
        )
        waits = session.scalars(select(Domain.not_before).where(Domain.name == "too-many-requests.test"))
        wait = (waits.one() or datetime.min.replace(tzinfo=UTC)) - datetime.now(UTC)
        looked = session.execute(
            select(Visit.url, Visit.error, Visit.truncated, Presence.state).join(Presence)
        ).all()
    assert details["gone-and-full.test"].startswith(
        f"the server answers 410, with a page that links to {IMAGE} (L0)"
    )
    assert details["second-visit-only.test"].endswith("Seen in 2 of 3 loads.")
    assert timedelta(hours=2, minutes=50) < wait <= timedelta(hours=3)
    assert not [row for row in looked if (row.error or row.truncated) and row.state == "absent"]


@pytest.mark.parametrize("later", [NOTHING, ""], ids=["another page", "nothing"])
def test_what_only_the_first_visitor_was_shown_stays_on_record(
    sqlite_store: Store, web: WebServer, tmp_path: Path, later: str
) -> None:
    """Some kits show each visitor their links once."""
    loads = count()
    web.page("once.test", "/", CLUB)
    web.routes["once.test", "/p"] = lambda _: response((later if next(loads) else FOUND).encode())
    ids = seed(sqlite_store, ["http://once.test/p"])
    job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "page_ids": list(ids.values())}
    told = [crawl(str(sqlite_store.url), tmp_path, **job).counts for _ in range(2)]
    again = ("absent", "replaced") if later else ("unknown", "broken-answer")
    assert told == [{("present", "link"): 1}, {again: 1}]
    with sqlite_store.read() as session:
        first = session.execute(
            select(Presence.state, Visit.archive_file).join(Visit).order_by(Visit.id)
        ).first()
    assert first is not None
    assert first.state == "present"
    assert first.archive_file
