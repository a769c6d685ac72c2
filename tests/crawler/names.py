"""A name server on loopback that answers as a table says."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

Reply = dns.message.Message
Answer = Callable[[Reply, str], None]
"""Completes a reply about a name."""


def found(reply: Reply, name: str) -> None:
    """Say that the name has two addresses."""
    if reply.question[0].rdtype == dns.rdatatype.A:
        reply.answer.append(dns.rrset.from_text(name, 60, "IN", "A", "20.0.0.1", "20.0.0.2"))


def missing(reply: Reply, _: str) -> None:
    """Say that there is no such name."""
    reply.set_rcode(dns.rcode.NXDOMAIN)


@contextmanager
def name_server(answers: Mapping[str, Answer], other: Answer | None = None) -> Iterator[str]:
    """Serve; give `address:port`. About names that are not in the table, answer as `other`, or nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))

        def serve() -> None:
            while True:
                data, sender = server.recvfrom(4096)
                if not data:
                    return
                question = dns.message.from_wire(data)
                name = question.question[0].name.to_text()
                if name == "babble.test.":
                    server.sendto(b"no answer at all", sender)
                elif (answer := answers.get(name, other)) is not None:
                    reply = dns.message.make_response(question)
                    answer(reply, name)
                    server.sendto(reply.to_wire(), sender)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield "{}:{}".format(*server.getsockname())
        finally:
            server.sendto(b"", server.getsockname())
            thread.join()
