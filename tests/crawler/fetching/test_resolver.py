"""Names that lead nowhere, in all the ways there are (hostile case 52)."""

import asyncio
from collections.abc import Iterator

import dns.flags
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest

from crawler.fetching.failures import FetchError
from crawler.fetching.resolver import Resolver
from tests.crawler.names import Answer, Reply, found, missing, name_server


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


ANSWERS: dict[str, Answer] = {
    "found.test.": found,
    "newer.test.": newer,
    "elsewhere.test.": elsewhere,
    "missing.test.": missing,
    "failing.test.": lambda reply, _: reply.set_rcode(dns.rcode.SERVFAIL),
    "refused.test.": lambda reply, _: reply.set_rcode(dns.rcode.REFUSED),
    "empty.test.": lambda _reply, _: None,
    "circle.test.": circle,
    "cut.test.": cut,
}


@pytest.fixture(scope="module")
def served() -> Iterator[str]:
    with name_server(ANSWERS) as address:
        yield address


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
def test_where_names_lead(served: str, host: str, addresses: list[str]) -> None:
    led = asyncio.run(Resolver((served,)).resolve(host))
    assert sorted(str(address) for address in led) == addresses


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
    served: str, host: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a name that does not exist may be called dead one day (invariant G7)."""
    monkeypatch.setattr("crawler.fetching.resolver.TIMEOUT_S", 0.5)
    with pytest.raises(FetchError) as failure:
        asyncio.run(Resolver((served,)).resolve(host))
    assert failure.value.reason == reason
