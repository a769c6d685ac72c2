"""Serving the review page and the API: a socket on loopback, a password or token beyond it."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from evidence.errors import LinkwitnessError
from linkwitness.display import output, words
from review.api import create_api
from review.app import create_app
from review.login import Logins
from review.site import Site
from review.warming import warm
from store.database import Store

SHORTEST_SECRET = 12
CLOSE_WITHIN_S = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Where the server can be reached."""

    host: str
    port: int
    names: tuple[str, ...]
    """Further names that browsers may use."""
    secret_file: Path | None
    """With the password or token."""


def serve(store: Store, property_name: str, archive: Path, listening: Listening, *, read_only: bool) -> None:
    """Serve until Ctrl-C.

    Raises:
        LinkwitnessError: the address cannot be used, or needs a password and has none.
    """
    logins = Logins(_secret(listening, "password"))
    site = Site(store=store, property_name=property_name, archive=archive, read_only=read_only, logins=logins)

    def make(hosts: frozenset[str]) -> Starlette:
        warm(site)
        return create_app(site, hosts=hosts)

    _run(f"Review of {property_name}", listening, make)


def serve_api(store: Store, property_name: str, archive: Path, listening: Listening) -> None:
    """Serve the API until Ctrl-C.

    Raises:
        LinkwitnessError: the address cannot be used, or needs a token and has none.
    """
    token = _secret(listening, "token")
    site = Site(store=store, property_name=property_name, archive=archive, read_only=True, logins=Logins(""))
    _run(f"API of {property_name}", listening, lambda hosts: create_api(site, hosts=hosts, token=token))


def _run(what: str, listening: Listening, make: Callable[[frozenset[str]], Starlette]) -> None:
    listener = _socket(listening)
    port = listener.getsockname()[1]
    app = make(_hosts(listening, port))
    shown = f"[{listening.host}]" if ":" in listening.host else listening.host
    output().print(words(f"{what}: http://{shown}:{port}/  (Ctrl-C ends it)"))
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        date_header=False,
        limit_concurrency=100,
        timeout_graceful_shutdown=CLOSE_WITHIN_S,
        lifespan="on",
    )
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        listener.close()


def _secret(listening: Listening, what: str) -> str:
    if listening.secret_file is None:
        if not _is_loopback(listening.host):
            raise LinkwitnessError(
                f"{listening.host} can be reached from elsewhere: name a file with a {what} "
                f"(--{what}-file), or listen on 127.0.0.1 and use an SSH tunnel"
            )
        return ""
    try:
        secret = listening.secret_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise LinkwitnessError(f"{listening.secret_file} cannot be read as a {what}: {error}") from error
    if len(secret) < SHORTEST_SECRET:
        raise LinkwitnessError(
            f"the {what} in {listening.secret_file} is too short: {SHORTEST_SECRET} characters at least"
        )
    return secret


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _socket(listening: Listening) -> socket.socket:
    try:
        return socket.create_server(
            (listening.host, listening.port),
            family=socket.AF_INET6 if ":" in listening.host else socket.AF_INET,
        )
    except OSError as error:
        raise LinkwitnessError(
            f"cannot listen on {listening.host}, port {listening.port}: {error.strerror or error}; "
            "another port may be free: --port 0 takes one"
        ) from error


def _hosts(listening: Listening, port: int) -> frozenset[str]:
    names = {listening.host, *listening.names}
    if _is_loopback(listening.host):
        names |= {"127.0.0.1", "localhost", "::1"}
    return frozenset(f"[{name}]:{port}" if ":" in name else f"{name}:{port}" for name in names)
