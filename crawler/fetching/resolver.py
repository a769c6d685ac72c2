"""Names to addresses, with the ways to fail kept apart (hostile cases 52 and 53).

The system's resolver gives one error for *no such name* and *the name server is down*, and one thread a
question; dnspython asks over asyncio, so names that never answer delay no others.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import IPv4Address
from time import monotonic

import dns.asyncresolver
import dns.exception
import dns.name
import dns.resolver

from crawler.fetching.addresses import Address, literal
from crawler.fetching.failures import FetchError

TIMEOUT_S = 5.0
ASKED_AT_ONCE = 64
"""More questions than that make small name servers drop some."""
TURN_S = 0.5
"""A question that takes longer is no burden any more and lets the next one go ahead (hostile case 53)."""
CACHED_S = 60.0
CACHED_NAMES = 10_000
DEFAULT_PORT = 53
LOOPBACK = IPv4Address("127.0.0.1")


class Resolver:
    """Asks the name servers, remembers answers for a minute."""

    def __init__(self, name_servers: tuple[str, ...] = ()) -> None:
        """Use these `address:port` name servers, or those of the machine."""
        self._resolver = dns.asyncresolver.Resolver(configure=not name_servers)
        if name_servers:
            self._resolver.nameservers = [server.partition(":")[0] for server in name_servers]
            self._resolver.port = int(name_servers[0].partition(":")[2] or DEFAULT_PORT)
        self._turn = asyncio.Semaphore(ASKED_AT_ONCE)
        self._known: OrderedDict[str, tuple[float, asyncio.Future[tuple[Address, ...]]]] = OrderedDict()

    async def resolve(self, host: str) -> tuple[Address, ...]:
        """Return the addresses of a host, IPv4 first; a literal address is its own.

        Raises:
            FetchError: `dns_nxdomain`, `dns_no_address`, `dns_servfail` or `dns_timeout`.
        """
        address = literal(host)
        if address is not None:
            return (address,)
        until, answer = self._known.get(host, (0.0, None))
        if answer is None or until < monotonic():
            answer = asyncio.ensure_future(self._ask(host))
            self._known[host] = (monotonic() + CACHED_S, answer)
            while len(self._known) > CACHED_NAMES:
                self._known.popitem(last=False)
        return await asyncio.shield(answer)

    async def _ask(self, host: str) -> tuple[Address, ...]:
        if host == "localhost" or host.endswith(".localhost"):
            return (LOOPBACK,)  # RFC 6761: such names are never asked for
        for kind in ("A", "AAAA"):
            async with self._taking_turns():
                addresses = await self._records(host, kind)
            if addresses:
                return addresses
        raise FetchError("dns_no_address", f"{host} exists and has no address")

    @asynccontextmanager
    async def _taking_turns(self) -> AsyncIterator[None]:
        await self._turn.acquire()
        turn = asyncio.get_running_loop().create_task(asyncio.sleep(TURN_S))
        turn.add_done_callback(lambda _: self._turn.release())
        try:
            yield
        finally:
            turn.cancel()

    async def _records(self, host: str, kind: str) -> tuple[Address, ...]:
        try:
            answer = await self._resolver.resolve(f"{host}.", kind, lifetime=TIMEOUT_S, search=False)
        except (dns.name.LabelTooLong, dns.name.NameTooLong, dns.name.EmptyLabel) as error:
            raise FetchError("bad_url", f"{host[:200]} cannot be a name") from error
        except dns.resolver.NoAnswer:
            return ()
        except dns.resolver.NXDOMAIN as error:
            raise FetchError("dns_nxdomain", str(error)) from error
        except dns.exception.Timeout as error:
            raise FetchError("dns_timeout", str(error)) from error
        except dns.exception.DNSException as error:
            raise FetchError("dns_servfail", str(error)) from error
        return tuple(address for record in answer if (address := literal(record.address)))
