"""Servers that hang take no place from those that answer."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import dns.message
import pytest
from sqlalchemy import select

from crawler.fetching.open_files import MOST_DOMAINS, Places
from crawler.fetching.resolver import ASKED_AT_ONCE, Resolver
from crawler.turns import Turns, Visits
from store.database import open_store
from store.models import Backlink, Visit
from tests.crawler.seeding import IMAGE, crawl, seed
from tests.crawler.server import Asked, WebServer

FOUND = f'<html><title>Bottles</title><p>See the <a href="{IMAGE}">bottle</a> here.'


async def silence(_: Asked) -> AsyncIterator[bytes]:
    """Take the request, and answer nothing."""
    await asyncio.sleep(60)
    yield b""


def test_a_domain_that_waits_for_long_gives_its_place_to_another() -> None:
    """There is one place; the second domain is begun while the first asks, and lets it go on."""
    seen: list[str] = []

    async def visits() -> None:
        turns = Turns(Places(domains=1, waiting=1, idle=1))
        second_began = asyncio.Event()

        async def first() -> None:
            with turns.asking():
                await second_began.wait()
            seen.append("first")

        async def second() -> None:
            second_began.set()
            seen.append("second")

        leases = iter(([first()], [second()], []))

        async def lease(_: int) -> list[Visits]:
            return next(leases)

        await turns.run(lease)
        assert turns.waiting == 0

    asyncio.run(visits())
    assert sorted(seen) == ["first", "second"]


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


def test_names_that_nobody_answers_for_keep_no_other_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """All questions are asked before the first is given up, although twice as many as may be asked at once."""
    monkeypatch.setattr("crawler.fetching.resolver.TIMEOUT_S", 60.0)
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
        questions = [asyncio.ensure_future(resolver.resolve(name)) for name in names]
        await all_asked.wait()
        assert not [question for question in questions if question.done()]
        server.close()

    asyncio.run(ask())
