"""Connections that go only where they may, and headers that end."""

import asyncio
from collections.abc import Mapping
from typing import Any

import ada_url
from scrapy.core.downloader.handlers.http11 import _LenientHTTP11ClientFactory, _LenientHTTP11ClientProtocol
from twisted.internet.defer import Deferred, fail
from twisted.internet.endpoints import TCP4ClientEndpoint, TCP6ClientEndpoint, wrapClientTLS
from twisted.internet.interfaces import IProtocolFactory, IStreamClientEndpoint
from twisted.internet.protocol import connectionDone
from twisted.python.failure import Failure
from twisted.web._newclient import BODY, DONE
from twisted.web.client import URI
from twisted.web.iweb import IAgentEndpointFactory
from zope.interface import implementer

from crawler.fetching.addresses import PORTS, Address, is_public
from crawler.fetching.failures import FetchError
from crawler.fetching.resolver import Resolver
from crawler.handlers.tls import NotedConnection, RecordingTls, faults_of

HEADER_BYTES = 256 * 1024
HEADER_LINES = 500
"""Interim `100 Continue` answers count too (hostile cases 35 to 38)."""


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """An HTTP/1.1 connection whose response headers may not go on for ever."""

    transport: Any
    _bytes = 0
    _lines = 0
    _lost: Failure | None = None

    def request(self, request: Any) -> Deferred[Any]:
        """Begin to count anew; a connection that was lost before says why (hostile case 51)."""
        if self._lost is not None:
            return fail(self._lost)
        self._bytes = self._lines = 0
        return super().request(request).addCallback(self._note_tls)

    def dataReceived(self, data: bytes) -> None:
        """Count what comes while the headers last."""
        super().dataReceived(data)
        parser = self._parser
        if parser is None or parser.state in {BODY, DONE}:
            return
        self._bytes += len(data)
        self._lines += data.count(b"\n")
        if self._bytes > HEADER_BYTES or self._lines > HEADER_LINES:
            self._giveUp(Failure(FetchError("header_too_large", f"{self._lines} lines, {self._bytes} bytes")))
            self.transport.abortConnection()

    def connectionLost(self, reason: Failure = connectionDone) -> None:
        """Remember why: a server that talks before it is asked can end a connection that soon."""
        self._lost = reason
        super().connectionLost(reason)

    def _note_tls(self, response: Any) -> Any:
        """Put on the response what is wrong with the connection's certificate."""
        connection = self.transport.getHandle()
        if isinstance(connection, NotedConnection):
            response.tls_faults = faults_of(connection)
        return response


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes the connections of the pool."""

    def buildProtocol(self, addr: object) -> BoundedProtocol:  # noqa: ARG002  # Twisted's
        """Make one."""
        return BoundedProtocol(self._quiescentCallback)


@implementer(IAgentEndpointFactory)
class GuardedEndpoints:
    """Decides where a connection for a URL goes."""

    def __init__(
        self, reactor: Any, resolver: Resolver, connect_to: Mapping[str, str], timeout_s: float
    ) -> None:
        self._reactor = reactor
        self._resolver = resolver
        self._connect_to = dict(connect_to)
        self._timeout_s = timeout_s
        self._tls = RecordingTls()

    def endpointForURI(self, uri: URI) -> "GuardedEndpoint":
        """Return the endpoint of a URL."""
        return GuardedEndpoint(self, uri)

    async def check(self, url: str) -> Address | None:
        """Return the address a URL leads to, or None when the job trusts its host.

        Raises:
            FetchError: the address or the port is refused, or the name does not resolve.
        """
        parsed = ada_url.URL(url)
        if self._trusted(parsed.hostname) is not None:
            return None
        return await self._address(parsed.hostname, int(parsed.port or _PORT[parsed.protocol]))

    async def open(self, uri: URI, factory: IProtocolFactory) -> Any:
        """Connect to the address that was checked."""
        host = uri.host.decode("ascii")
        trusted = self._trusted(host)
        address, port = trusted or (str(await self._address(host, uri.port)), uri.port)
        kind = TCP6ClientEndpoint if ":" in address else TCP4ClientEndpoint
        endpoint: Any = kind(self._reactor, address, port, timeout=self._timeout_s)
        if uri.scheme == b"https":
            endpoint = wrapClientTLS(self._tls.creator(host), endpoint)
        return await endpoint.connect(factory).asFuture(asyncio.get_running_loop())

    async def _address(self, host: str, port: int) -> Address:
        if port not in PORTS:
            raise FetchError("blocked_address", f"port {port} is not one of a web server's")
        for address in await self._resolver.resolve(host):
            if is_public(address):
                return address
        raise FetchError("blocked_address", f"{host} has no public address")

    def _trusted(self, host: str) -> tuple[str, int] | None:
        for suffix, place in self._connect_to.items():
            if host == suffix or host.endswith(f".{suffix.lstrip('.')}"):
                address, _, port = place.rpartition(":")
                return address, int(port)
        return None


@implementer(IStreamClientEndpoint)
class GuardedEndpoint:
    """One connection to be made."""

    def __init__(self, endpoints: GuardedEndpoints, uri: URI) -> None:
        self._endpoints = endpoints
        self._uri = uri

    def connect(self, protocolFactory: IProtocolFactory) -> Deferred[Any]:
        """Connect."""
        return Deferred.fromFuture(asyncio.ensure_future(self._endpoints.open(self._uri, protocolFactory)))


_PORT = {"http:": 80, "https:": 443}
