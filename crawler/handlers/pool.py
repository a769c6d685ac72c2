"""Connections kept for the next request: few, short, and never a second one to the same site.

Twisted keeps one per host name for four minutes. A domain with ten thousand subdomains, or a fast crawl of
many small sites, would hold thousands of them open (hostile cases 54 and 81).
"""

from collections import defaultdict
from typing import Any

from twisted.internet.defer import Deferred
from twisted.web.client import HTTPConnectionPool

from evidence.addresses.hosts import registrable_domain

KEPT_S = 5
"""As long as Apache's default KeepAliveTimeout; most servers close them no later."""
Key = tuple[bytes, bytes, int]
"""Twisted's: scheme, host and port."""


class FewConnections(HTTPConnectionPool):
    """A pool that closes idle connections before they are a burden to anybody."""

    _connections: dict[Key, list[Any]]

    def __init__(self, reactor: Any, *, most: int) -> None:
        """Keep up to `most` connections."""
        super().__init__(reactor, persistent=True)
        self.maxPersistentPerHost = 1
        self.cachedConnectionTimeout = KEPT_S
        self._most = most
        self._idle: dict[Any, Key] = {}
        """Idle connections, longest first."""
        self._at: defaultdict[str, set[Any]] = defaultdict(set)
        """The same by registrable domain and by address."""

    def make_room(self, host: str, *owners: str) -> None:
        """Close what idles under another host's name at these registrable domains or addresses."""
        name = host.encode("ascii")
        for owner in owners:
            for connection in [*self._at.get(owner, ())]:
                if self._idle[connection][1] != name:
                    self._close(connection)

    def getConnection(self, key: Any, endpoint: Any) -> Deferred[Any]:
        """Take a connection out, or make one (Twisted's interface)."""
        for connection in self._connections.get(key, ()):
            self._forget(connection)
        found = super().getConnection(key, endpoint)
        if not self._connections.get(key):
            self._connections.pop(key, None)
        return found

    def _putConnection(self, key: Any, connection: Any) -> None:
        super()._putConnection(key, connection)
        self._idle[connection] = key
        for owner in _owners(key, connection):
            self._at[owner].add(connection)
        if len(self._idle) > self._most:
            self._close(next(iter(self._idle)))

    def _removeConnection(self, key: Any, connection: Any) -> None:
        super()._removeConnection(key, connection)
        if not self._connections[key]:
            del self._connections[key]
        self._forget(connection)

    def _close(self, connection: Any) -> None:
        self._timeouts[connection].cancel()
        self._removeConnection(self._idle[connection], connection)

    def _forget(self, connection: Any) -> None:
        for owner in _owners(self._idle.pop(connection), connection):
            self._at[owner].discard(connection)
            if not self._at[owner]:
                del self._at[owner]


def _owners(key: Key, connection: Any) -> tuple[str, str]:
    return registrable_domain(key[1].decode("ascii")), connection.transport.getPeer().host
