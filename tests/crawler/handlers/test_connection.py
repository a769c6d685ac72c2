"""The address that was checked is the one connected to, whatever a name server says next (hostile case 8)."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from typing import Any

import dns.message
import dns.rrset
import pytest
from twisted.web.client import URI

from crawler.fetching import resolver
from crawler.fetching.failures import FetchError
from crawler.fetching.resolver import Resolver
from crawler.handlers.connection import GuardedEndpoints

PLACE: Any = URI
NO_FACTORY: Any = None
"""Nothing gets so far as to be made."""
ANSWERS = ["20.0.0.1", "169.254.169.254"]


@pytest.fixture
def rebinding() -> Iterator[str]:
    """Run a name server that answers with a public address first and with an inner one from then on."""
    answers = iter(ANSWERS)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        host, port = server.getsockname()

        def serve() -> None:
            for address in answers:
                data, sender = server.recvfrom(4096)
                question = dns.message.from_wire(data)
                reply = dns.message.make_response(question)
                name = question.question[0].name
                reply.answer.append(dns.rrset.from_text(name, 0, "IN", "A", address))
                server.sendto(reply.to_wire(), sender)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"{host}:{port}"
        thread.join()


def test_the_second_answer_is_checked_too(rebinding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolver, "CACHED_S", -1.0)

    async def go() -> None:
        endpoints = GuardedEndpoints(None, Resolver((rebinding,)), {}, 1.0)
        assert str(await endpoints.check("http://rebind.test/")) == ANSWERS[0]
        with pytest.raises(FetchError) as failure:
            await endpoints.open(PLACE.fromBytes(b"http://rebind.test/"), NO_FACTORY)
        assert failure.value.reason == "blocked_address"

    asyncio.run(go())


def test_within_a_minute_the_first_answer_stands(rebinding: str) -> None:
    async def go() -> None:
        names = Resolver((rebinding,))
        for _ in range(3):
            assert [str(address) for address in await names.resolve("rebind.test")] == ANSWERS[:1]
        assert str((await Resolver((rebinding,)).resolve("rebind.test"))[0]) == ANSWERS[1]

    asyncio.run(go())


@pytest.mark.parametrize("port", [80, 443, 8000, 8080, 8443, 8888])
def test_where_web_servers_listen(port: int) -> None:
    endpoints = GuardedEndpoints(None, Resolver(), {}, 1.0)
    assert str(asyncio.run(endpoints.check(f"http://20.0.0.1:{port}/"))) == "20.0.0.1"


@pytest.mark.parametrize("port", [22, 25, 81, 444, 3306, 5432, 6379, 8001, 8081, 8444, 8889, 11211])
def test_where_others_listen(port: int) -> None:
    endpoints = GuardedEndpoints(None, Resolver(), {}, 1.0)
    with pytest.raises(FetchError) as failure:
        asyncio.run(endpoints.check(f"http://20.0.0.1:{port}/"))
    assert failure.value.reason == "blocked_address"
