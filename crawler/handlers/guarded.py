"""HTTP over the network, with every bound that a hostile server can be held to.

The address is checked after resolution and is the one connected to, on every connection, so neither a
redirect nor a rebinding name server leads inside (hostile cases 1 to 9). Headers, body and time are bounded;
what came before a bound was hit is kept and marked (cases 25 to 41).
"""

import asyncio
from contextlib import nullcontext

from OpenSSL import SSL
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.error import ConnectError, ConnectionLost, ConnectionRefusedError
from twisted.internet.error import TimeoutError as ConnectTimeoutError
from twisted.web.client import Agent, ResponseFailed, ResponseNeverReceived
from twisted.web.http_headers import Headers

from crawler.fetching.address_turns import AddressTurns
from crawler.fetching.failures import FetchError
from crawler.fetching.open_files import places
from crawler.fetching.resolver import Resolver
from crawler.handlers.body import Body, LargeBodies, ServerTime
from crawler.handlers.connection import BoundedFactory, GuardedEndpoints
from crawler.handlers.pool import FewConnections
from crawler.handlers.shared import SharedHandler
from crawler.job import CrawlJob
from evidence.addresses.hosts import host_of

CONNECT_TIMEOUT_S = 10.0
REDIRECT_BODY_BYTES = 64 * 1024


class GuardedHandler(SharedHandler):
    """Sends requests to public web servers, bounded in every respect."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        from twisted.internet import reactor

        job: CrawlJob = crawler.settings["LINKWITNESS_JOB"]
        self._deadline_s = job.deadline_s
        self._large = LargeBodies()
        self._max_bytes = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self._pool = FewConnections(reactor, most=places().idle)
        self._pool._factory = BoundedFactory  # noqa: SLF001  # the only way to bound the headers
        self._endpoints = GuardedEndpoints(
            reactor, Resolver(job.name_servers), job.connect_to, CONNECT_TIMEOUT_S
        )
        self._agent = Agent.usingEndpointFactory(reactor, self._endpoints, self._pool)
        self._turns = AddressTurns(job.archive)

    async def download_request(self, request: Request) -> Response:
        """Return the response, body still encoded; `flags` says what was cut.

        Raises:
            FetchError: there is none.
        """
        address = await self._endpoints.check(request.url)
        async with nullcontext() if address is None else self._turns.at(address):
            self._pool.make_room(host_of(request.url), request.meta["download_slot"], str(address))
            return await self._exchange(request)

    async def close(self) -> None:
        """Close the connections that wait for another request."""
        self._turns.close()
        await maybe_deferred_to_future(self._pool.closeCachedConnections())

    async def _exchange(self, request: Request) -> Response:
        body: Body | None = None
        try:
            async with asyncio.timeout(self._deadline_s) as timeout:
                answer = await maybe_deferred_to_future(
                    self._agent.request(b"GET", request.url.encode("ascii"), Headers(dict(request.headers)))
                )
                limit = REDIRECT_BODY_BYTES if 300 <= answer.code < 400 else self._max_bytes
                body = Body(
                    min(limit, request.meta.get("max_bytes", limit)),
                    self._large,
                    ServerTime(timeout),
                )
                answer.deliverBody(body)
                await body.finished
        except TimeoutError as error:
            if body is None:
                raise FetchError("deadline", f"nothing within {self._deadline_s:.0f} s") from error
            body.stop("deadline")
        except Exception as error:
            raise FetchError(*_reason(error)) from error
        if body.is_large:
            request.meta["release"] = self._large.leave
        request.meta["tls_faults"] = getattr(answer, "tls_faults", ())
        return Response(
            url=request.url,
            status=answer.code,
            headers=dict(answer.headers.getAllRawHeaders()),
            body=body.content(),
            flags=[body.cut] if body.cut else [],
            ip_address=getattr(answer, "_scrapy_ip_address", None),
        )


def _reason(error: Exception) -> tuple[str, str]:
    """Return the stored reason and the detail for what Twisted raised."""
    inner = error.reasons[0].value if isinstance(error, ResponseFailed) and error.reasons else error
    if isinstance(inner, FetchError):
        return inner.reason, str(inner)
    if isinstance(inner, SSL.Error):
        return "tls_error", str(inner)
    if isinstance(inner, ConnectTimeoutError):
        return "connect_timeout", str(inner)
    if isinstance(inner, ConnectionRefusedError | ConnectError):
        return "connect_failed", str(inner)
    if isinstance(inner, ConnectionLost | ResponseNeverReceived):
        return "proto_error", str(inner)
    return "proto_error", f"{type(inner).__name__}: {inner}"
