"""TLS for reading only: a bad certificate is noted, never a reason to look away (hostile case 50).

Spam hosts often have expired or foreign certificates. Nothing secret is ever sent, so the page is read all
the same, by any protocol version and cipher the server still speaks.
"""

from typing import Any

from OpenSSL import SSL
from twisted.internet.interfaces import IOpenSSLClientConnectionCreator
from zope.interface import implementer

LEGACY_RENEGOTIATION = 0x4
"""OpenSSL's SSL_OP_LEGACY_SERVER_CONNECT: old servers are read too."""


class RecordingTls:
    """Makes client connections that finish the handshake whatever the certificate says."""

    def __init__(self) -> None:
        self._context = SSL.Context(SSL.TLS_CLIENT_METHOD)
        self._context.set_min_proto_version(SSL.TLS1_VERSION)
        self._context.set_cipher_list(b"DEFAULT:@SECLEVEL=0")
        self._context.set_options(LEGACY_RENEGOTIATION)

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
        connection = SSL.Connection(self._context, None)
        connection.set_tlsext_host_name(self._host.encode("ascii"))
        return connection
