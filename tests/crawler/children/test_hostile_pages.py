"""Pages made to exhaust whoever reads them give what was read of them, within a child's limits."""

import asyncio

import pytest

from crawler.children.extraction import Extraction
from crawler.children.tasks import Read, Task
from evidence.property import Property, Target
from evidence.visited import Fetched
from store.crawls.pages import DueBacklink

MOST_BODY = 10 * 2**20
"""Bytes of a body that a crawl keeps."""
URL = "http://page.test/p"
IMAGE = "https://shop.example/images/blue-bottle.jpg"
LINK = f'<p><a href="{IMAGE}">bottle</a></p>'
TOO_MUCH = {
    "links without a space between them": '<a href="/x">x</a>' * 550_000,
    "links that scripts open": "<a href=\"javascript:open('https://a.test/')\">x</a>" * 100_000,
    "redirectors inside redirectors": '<a href="https://o.test/?u=https%3A%2F%2Fo.test%2F%3Fu%3Dx">x</a>' * 100_000,
    "one text": "<p>" + "word " * 2_000_000,
    "one text without spaces": "<p>" + "香水屋新しい" * 550_000,
    "one word": "<p>" + "x" * MOST_BODY,
    "one list of addresses": f"<a href=/x ping='{'/a ' * 800_000}'>x</a>",
    "pages in attributes": '<iframe src="data:text/html,<p>x"></iframe>' * 60_000,
    "escapes in styles": f"<style>{'a{background:url(' + chr(92) + '73hop.example/x)}'}" * 80_000 + "</style>",
    "imports": "<style>" + "@import 'https://a.test/x';" * 80_000 + "</style>",
}  # fmt: skip
"""What no child reads whole."""
ALL_READ = {
    "one attribute": f"<p title='{'x' * (MOST_BODY - 1_000)}'>",
    "nothing closed": "<div>" * 200_000,
}
"""What a child reads whole, however it looks."""


@pytest.mark.parametrize("rest", TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_of_a_page_that_is_too_much_something_is_read_and_nothing_called_absent(rest: str) -> None:
    assert _said(f"{LINK}{rest}") == ("present", "link")
    assert _said(f"<p>words</p>{rest}") == ("unknown", "cut-off")


@pytest.mark.parametrize("rest", ALL_READ.values(), ids=ALL_READ.keys())
def test_a_page_that_only_looks_like_too_much_is_read_to_its_end(rest: str) -> None:
    assert _said(f"{rest}{LINK}") == ("present", "link")
    assert _said(f"<p>words</p>{rest}") == ("absent", "replaced")


def _said(page: str) -> tuple[str, str]:
    """Say what a visit says of a backlink, from a page as far as a crawl keeps it."""
    presence = _read(page.encode()[:MOST_BODY]).presences[1]
    return presence.state, presence.reason


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a slow machine: what children may use is memory and processor time."""
    monkeypatch.setattr("crawler.children.extraction.WALL_S", 120)


def _read(body: bytes) -> Read:
    """Read a body in a child of its own; whatever fails there fails here."""

    async def run() -> Read:
        extraction = Extraction(processes=1)
        task = Task(
            body=body,
            headers={"content-type": "text/html; charset=utf-8"},
            fetched=Fetched(url=URL, final_url=URL, status=200, truncated=len(body) >= MOST_BODY),
            property=Property(name="shop.example", domains=("shop.example",)),
            backlinks=(DueBacklink(id=1, target=Target(url=IMAGE)),),
        )
        try:
            return await extraction.read(task)
        finally:
            await extraction.close()

    return asyncio.run(run())
