"""Servers that hang take no place from those that answer."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import dns.message
import pytest
from sqlalchemy import select

from crawler import waiting
from crawler.open_files import MOST_DOMAINS
from crawler.resolver import ASKED_AT_ONCE, Resolver
from crawler.waiting import Waiting
from store.database import open_store
from store.models import Backlink, Visit
from tests.crawler.seeding import IMAGE, crawl, seed
from tests.crawler.server import Asked, WebServer

FOUND = f'<html><title>Bottles</title><p>See the <a href="{IMAGE}">bottle</a> here.'


async def silence(_: Asked) -> AsyncIterator[bytes]:
    """Take the request, and answer nothing."""
    await asyncio.sleep(60)
    yield b""


def test_who_waits_for_long_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "LONG_S", 0.01)

    async def counts() -> list[int]:
        grew = asyncio.Event()
        slow = Waiting(on_long=grew.set)
        with slow.asking():
            at_once = slow.count
            await grew.wait()
            later = slow.count
        with slow.asking():
            pass
        return [at_once, later, slow.count]

    assert asyncio.run(counts()) == [0, 1, 0]


def test_more_hanging_servers_than_places_keep_no_other_waiting(tmp_path: Path) -> None:
    """Every page of a host that answers is stored before the first that hung is given up."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    hanging = [f"http://hanging{number}.test/p" for number in range(MOST_DOMAINS + 40)]
    answering = [f"http://answering{number}.test/p" for number in range(40)]
    seed(store, hanging + answering)
    with WebServer() as web:
        for url in hanging:
            web.routes[url.split("/")[2], "/robots.txt"] = silence
        for url in answering:
            web.page(url.split("/")[2], "/p", FOUND)
        job = {"connect_to": {"test": f"127.0.0.1:{web.port}"}, "deadline_s": 15}
        crawl(str(store.url), tmp_path, **job)
    with store.read() as session:
        states = session.scalars(
            select(Backlink.state).join(Visit, Visit.page_id == Backlink.page_id).order_by(Visit.id)
        ).all()
    store.close()
    assert states == ["present"] * len(answering) + ["unknown"] * len(hanging)


def test_names_that_nobody_answers_for_keep_no_other_waiting() -> None:
    """All questions are asked although as many as may be asked at once are without an answer."""
    asked: set[str] = set()
    all_asked = asyncio.Event()

    class Silent(asyncio.DatagramProtocol):
        def datagram_received(self, data: bytes, addr: object) -> None:  # noqa: ARG002  # asyncio's
            asked.add(dns.message.from_wire(data).question[0].name.to_text())
            if len(asked) == 2 * ASKED_AT_ONCE:
                all_asked.set()

    async def ask() -> None:
        loop = asyncio.get_running_loop()
        server, _ = await loop.create_datagram_endpoint(Silent, ("127.0.0.1", 0))
        resolver = Resolver((f"127.0.0.1:{server.get_extra_info('sockname')[1]}",))
        names = [f"never{number}.test" for number in range(2 * ASKED_AT_ONCE)]
        questions = asyncio.gather(*map(resolver.resolve, names), return_exceptions=True)
        await all_asked.wait()
        assert not questions.done()
        await questions
        server.close()

    asyncio.run(ask())
