"""What every answer carries and every request must have: the pages behind this server are hostile.

Stored pages try to run, frame, phone home and forge decisions (hostile cases 63 to 68). So: nothing but our
own script and style; no frame but our own; a Host header we know, against names that are bound anew to
loopback; and for every change an Origin of ours and the token of the page it was made on.
"""

import hmac
import secrets
from collections.abc import Callable, Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
STORED_PAGE_POLICY = (
    "default-src 'none'; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
"""For what somebody else wrote: text and nothing else."""
HEADERS: Mapping[str, str] = MappingProxyType({
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser sends our own forms with the Origin `null`
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
})  # fmt: skip
SESSION = "linkwitness_session"
MOST_BYTES = 1_000_000
"""Bytes of a request's body; the longest honest one is a page of ticked boxes."""

Refusal = Callable[[str, int], Response]
"""Makes the answer to a request that is refused, from the reason and the status."""


class Guard:
    """ASGI middleware: refuses strangers, and puts the headers on every answer."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        hosts: frozenset[str],
        refusal: Refusal = PlainTextResponse,
        reads_only: bool = False,
    ) -> None:
        """`hosts`: the Host headers, with port, that it answers; `reads_only`: there is nothing to change."""
        self._app = app
        self._refused = refusal
        self._reads_only = reads_only
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        if refusal:
            answer = self._refused(refusal, 421 if "Host" in refusal else 403)
            await answer(scope, receive, _headed(send))
            return
        await self._app(scope, receive, _headed(send))

    def _refusal(self, method: str, headers: Headers) -> str:
        """Say why a request is not answered; empty when it is."""
        host = headers.get("host", "")
        if host not in self._hosts:
            return f"This server does not answer under the Host {host!r}."
        if method in {"GET", "HEAD"} or self._reads_only:
            return ""
        origin = headers.get("origin", "")
        if origin.partition("://")[2] != host:
            return "A change must come from a page of this server (Origin)."
        if int(headers.get("content-length") or MOST_BYTES + 1) > MOST_BYTES:
            return "This request is too large."
        return ""


def _headed(send: Send) -> Send:
    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", PAGE_POLICY)
            if headers["Content-Security-Policy"] == PAGE_POLICY:
                headers["X-Frame-Options"] = "DENY"
        await send(message)

    return headed


class Tokens:
    """Ties a change to the page it was made on: only who read a page of ours can know its token."""

    def __init__(self) -> None:
        """Begin with a secret of this process."""
        self._secret = secrets.token_bytes(32)

    def of(self, session: str) -> str:
        """Return the token of a session."""
        return hmac.new(self._secret, session.encode(), "sha256").hexdigest()

    def fits(self, request: Request, token: str) -> bool:
        """Say whether a token belongs to the session that sends it."""
        session = request.cookies.get(SESSION, "")
        return bool(session) and hmac.compare_digest(self.of(session), token)


def new_session() -> str:
    """Return the name of a new session; nobody can guess it."""
    return secrets.token_urlsafe(32)
