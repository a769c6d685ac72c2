"""TLS for reading only: a bad certificate is noted, never a reason to look away (hostile case 50).

Spam hosts often have expired or foreign certificates. Nothing secret is ever sent, so the page is read all
the same, by any protocol version and cipher the server still speaks. Whether a certificate was revoked is
not asked: that would tell its issuer who reads what.
"""

from typing import Any

import certifi
from OpenSSL import SSL
from service_identity import CertificateError, VerificationError
from service_identity.pyopenssl import verify_hostname, verify_ip_address
from twisted.internet.interfaces import IOpenSSLClientConnectionCreator
from zope.interface import implementer

from crawler.fetching.addresses import literal

LEGACY_RENEGOTIATION = 0x4
"""OpenSSL's SSL_OP_LEGACY_SERVER_CONNECT: old servers are read too."""
OLD = frozenset({"TLSv1", "TLSv1.1"})
"""Deprecated by RFC 8996."""
FAULTS = {
    9: "not-yet-valid",
    10: "expired",
    18: "self-signed",
    19: "untrusted",
    20: "untrusted",
    21: "untrusted",
}
"""OpenSSL's X509_V_ERR codes; any other is `invalid`."""


class RecordingTls:
    """Makes client connections that finish the handshake whatever the certificate says."""

    def __init__(self, roots: str = "") -> None:
        """`roots`: file of trusted root certificates; empty: Mozilla's."""
        self._context = SSL.Context(SSL.TLS_CLIENT_METHOD)
        self._context.set_min_proto_version(SSL.TLS1_VERSION)
        self._context.set_cipher_list(b"DEFAULT:@SECLEVEL=0")
        self._context.set_options(LEGACY_RENEGOTIATION)
        self._context.load_verify_locations(roots or certifi.where())
        self._context.set_verify(SSL.VERIFY_PEER, _note)

    def creator(self, host: str) -> Any:
        """Return what Twisted asks for the connection to `host`."""
        return Creator(self._context, host)


@implementer(IOpenSSLClientConnectionCreator)
class Creator:
    """Makes the connection to one host."""

    def __init__(self, context: SSL.Context, host: str) -> None:
        self._context = context
        self._host = host

    def clientConnectionForTLS(self, tlsProtocol: object) -> SSL.Connection:  # noqa: ARG002  # Twisted's
        """Make it."""
        connection = NotedConnection(self._context, self._host)
        if literal(self._host) is None:
            connection.set_tlsext_host_name(self._host.encode("ascii"))
        return connection


class NotedConnection(SSL.Connection):
    """A connection that remembers whom it was made to and what was noticed in the handshake."""

    def __init__(self, context: SSL.Context, host: str, socket: Any = None) -> None:
        super().__init__(context, socket)
        self.host = host
        self.faults: list[str] = []


def faults_of(connection: NotedConnection) -> tuple[str, ...]:
    """Name what is wrong with a connection whose handshake is over; empty when nothing is."""
    faults = [*connection.faults]
    address = literal(connection.host)
    try:
        if address is None:
            verify_hostname(connection, connection.host)
        else:
            verify_ip_address(connection, str(address))
    except (VerificationError, CertificateError, ValueError):
        faults.append("wrong-host")
    if connection.get_protocol_version_name() in OLD:
        faults.append("old-protocol")
    return tuple(dict.fromkeys(faults))


def _note(connection: SSL.Connection, _certificate: Any, code: int, _depth: int, is_valid: int) -> bool:
    if not is_valid and isinstance(connection, NotedConnection):
        connection.faults.append(FAULTS.get(code, "invalid"))
    return True
