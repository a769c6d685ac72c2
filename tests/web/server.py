"""One loopback server that is every host of the demonstration web, told apart by the Host header.

It also answers absolute-form requests, so it can stand in as the HTTP proxy of a crawler or browser.
"""

import socket
import threading
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from tests.web.certificate import server_context
from tests.web.model import Host, Request, Response

TLS_HANDSHAKE = b"\x16"
"""First byte of a connection that is to be secure (RFC 8446, 5.1)."""
MISDIRECTED = Response(status=421, headers=(("Content-Type", "text/plain"),), body=b"No such host here.\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRequest:
    method: str
    host: str
    path: str
    status: int


class _Server(ThreadingHTTPServer):
    """Speaks HTTP, and TLS to whoever begins with it."""

    request_queue_size = 256
    """A crawl knocks at a hundred hosts at once: who finds the queue full believes to be heard and waits in vain."""

    def finish_request(self, request: Any, client_address: Any) -> None:
        if request.recv(1, socket.MSG_PEEK) != TLS_HANDSHAKE:
            super().finish_request(request, client_address)
            return
        with suppress(OSError), server_context().wrap_socket(request, server_side=True) as secure:
            super().finish_request(secure, client_address)


class WebServer:
    """Serves `hosts` on an ephemeral port of 127.0.0.1 while the context is open."""

    def __init__(self, hosts: Iterable[Host]) -> None:
        self.hosts = {host.name: host for host in hosts}
        self.log: list[LoggedRequest] = []
        """Every request answered, in order of answering."""
        self._loads: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _handler_for(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def address(self) -> str:
        """`host:port` of the listening socket."""
        host, port = self._server.server_address[:2]
        return f"{host!s}:{port}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def answer(self, method: str, name: str, path: str, query: str) -> Response:
        """The response of host `name`, logged."""
        host = self.hosts.get(name)
        with self._lock:
            key = f"{name}{path}?{query}"
            request = Request(method=method, host=name, path=path, query=query, load=self._loads[key])
            self._loads[key] += method == "GET"
        response = _respond(host, request)
        with self._lock:
            self.log.append(LoggedRequest(method=method, host=name, path=path, status=response.status))
        return response


def _respond(host: Host | None, request: Request) -> Response:
    if host is None:
        return MISDIRECTED
    if request.path == "/robots.txt":
        return Response(
            status=200, headers=(("Content-Type", "text/plain; charset=utf-8"),), body=host.robots.encode()
        )
    return host.answer(request)


def _handler_for(web: WebServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "nginx"
        sys_version = ""
        timeout = 10

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            name = parts.hostname or self.headers.get("Host", "").partition(":")[0]
            response = web.answer(self.command, name.lower(), parts.path or "/", parts.query)
            self.send_response(response.status)
            for field, value in response.headers:
                self.send_header(field, value)
            self.send_header("Content-Length", str(len(response.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(response.body)

        do_HEAD = do_GET  # noqa: N815  the name http.server calls

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet: `WebServer.log` is the log."""

    return Handler
