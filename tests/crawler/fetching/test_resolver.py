"""Names that lead nowhere, in all the ways there are (hostile case 52)."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest

from crawler.fetching.failures import FetchError
from crawler.fetching.resolver import Resolver

Reply = dns.message.Message


def found(reply: Reply, name: str) -> None:
    if reply.question[0].rdtype == dns.rdatatype.A:
        reply.answer.append(dns.rrset.from_text(name, 60, "IN", "A", "20.0.0.1", "20.0.0.2"))


def newer(reply: Reply, name: str) -> None:
    if reply.question[0].rdtype == dns.rdatatype.AAAA:
        reply.answer.append(dns.rrset.from_text(name, 60, "IN", "AAAA", "2a00::1"))


def elsewhere(reply: Reply, name: str) -> None:
    reply.answer.append(dns.rrset.from_text(name, 60, "IN", "CNAME", "other.test."))
    found(reply, "other.test.")


def circle(reply: Reply, name: str) -> None:
    reply.answer.append(dns.rrset.from_text(name, 60, "IN", "CNAME", "other.test."))
    reply.answer.append(dns.rrset.from_text("other.test.", 60, "IN", "CNAME", name))


def cut(reply: Reply, _: str) -> None:
    """Say that there is more, over a TCP connection that nobody takes."""
    reply.flags |= dns.flags.TC


ANSWERS: dict[str, Callable[[Reply, str], None]] = {
    "found.test.": found,
    "newer.test.": newer,
    "elsewhere.test.": elsewhere,
    "missing.test.": lambda reply, _: reply.set_rcode(dns.rcode.NXDOMAIN),
    "failing.test.": lambda reply, _: reply.set_rcode(dns.rcode.SERVFAIL),
    "refused.test.": lambda reply, _: reply.set_rcode(dns.rcode.REFUSED),
    "empty.test.": lambda _reply, _: None,
    "circle.test.": circle,
    "cut.test.": cut,
}


@pytest.fixture(scope="module")
def name_server() -> Iterator[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))

        def serve() -> None:
            while True:
                data, sender = server.recvfrom(4096)
                if not data:
                    return
                question = dns.message.from_wire(data)
                name = question.question[0].name.to_text()
                if name == "babble.test.":
                    server.sendto(b"no answer at all", sender)
                elif name in ANSWERS:
                    reply = dns.message.make_response(question)
                    ANSWERS[name](reply, name)
                    server.sendto(reply.to_wire(), sender)

        thread = threading.Thread(target=serve)
        thread.start()
        yield "{}:{}".format(*server.getsockname())
        server.sendto(b"", server.getsockname())
        thread.join()


@pytest.mark.parametrize(
    ("host", "addresses"),
    [
        ("found.test", ["20.0.0.1", "20.0.0.2"]),
        ("newer.test", ["2a00::1"]),
        ("elsewhere.test", ["20.0.0.1", "20.0.0.2"]),
        ("20.0.0.9", ["20.0.0.9"]),
        ("any.localhost", ["127.0.0.1"]),
    ],
)
def test_where_names_lead(name_server: str, host: str, addresses: list[str]) -> None:
    found = asyncio.run(Resolver((name_server,)).resolve(host))
    assert sorted(str(address) for address in found) == addresses


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("missing.test", "dns_nxdomain"),
        ("failing.test", "dns_servfail"),
        ("refused.test", "dns_servfail"),
        ("circle.test", "dns_servfail"),
        ("cut.test", "dns_servfail"),
        ("babble.test", "dns_timeout"),
        ("silent.test", "dns_timeout"),
        ("empty.test", "dns_no_address"),
        (f"{'a' * 64}.test", "bad_url"),
        ("two..test", "bad_url"),
    ],
)
def test_names_that_lead_nowhere(
    name_server: str, host: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a name that does not exist may be called dead one day (invariant G7)."""
    monkeypatch.setattr("crawler.fetching.resolver.TIMEOUT_S", 0.5)
    with pytest.raises(FetchError) as failure:
        asyncio.run(Resolver((name_server,)).resolve(host))
    assert failure.value.reason == reason
