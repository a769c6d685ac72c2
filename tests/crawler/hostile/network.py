"""A network of its own: addresses that are public elsewhere, a name server, and canaries on private ones."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import dns.message
import dns.rcode
import dns.rrset

CANARIES = ["127.0.0.1", "::1", "169.254.169.254", "10.0.0.1"]


def inside(module: str, folder: Path, *options: str) -> list[str]:
    """Return the command that runs a program in a network namespace of its own."""
    enter = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--user", "--map-root-user"]
    return [*enter, sys.executable, "-m", module, str(folder), *options]


def give_addresses() -> None:
    """Put addresses that are public elsewhere, and private ones, on the loopback."""
    for command in (
        "link set lo up",
        "addr add 20.0.0.1/8 dev lo",
        "addr add 169.254.169.254/32 dev lo",
        "addr add 10.0.0.1/32 dev lo",
    ):
        subprocess.run(["ip", *command.split()], check=True)


def watch_and_name(names: Mapping[str, Sequence[str]], silent: Collection[str]) -> Counter[str]:
    """Bring canaries and a name server up; return who came to a canary, counted as it happens.

    `names`: what the name server answers; `silent`: names that it never answers for.
    """
    accepted: Counter[str] = Counter()
    for address in CANARIES:
        for port in (80, 8080):
            threading.Thread(target=canary, args=(address, port, accepted), daemon=True).start()
    threading.Thread(target=name_server, args=(names, silent), daemon=True).start()
    time.sleep(1)
    return accepted


def canary(address: str, port: int, accepted: Counter[str]) -> None:
    """Count who comes."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.create_server((address, port), family=family) as listener:
        while True:
            connection, _ = listener.accept()
            accepted[address] += 1
            connection.close()


def name_server(names: Mapping[str, Sequence[str]], silent: Collection[str]) -> None:
    """Answer for the names of this world; some never, some differently each time."""
    asked: Counter[str] = Counter()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 53))
        while True:
            data, sender = server.recvfrom(4096)
            question = dns.message.from_wire(data)
            reply = dns.message.make_response(question)
            name = question.question[0].name.to_text().rstrip(".").lower()
            asked[name] += 1
            if name in silent:
                continue
            addresses = names.get(name)
            if name == "rebind.test" and asked[name] > 1:
                addresses = ["169.254.169.254"]
            if name == "servfail.test":
                reply.set_rcode(dns.rcode.SERVFAIL)
            elif addresses is None:
                reply.set_rcode(dns.rcode.NXDOMAIN)
            elif question.question[0].rdtype == 1:
                reply.answer.append(dns.rrset.from_text(f"{name}.", 0, "IN", "A", *addresses))
            server.sendto(reply.to_wire(), sender)
