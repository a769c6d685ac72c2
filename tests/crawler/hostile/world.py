"""A world with attackers and honest sites, and a crawl of everything in it.

Run as a program inside a fresh network namespace (`network.inside`): nothing it does leaves the machine, and
addresses that are public elsewhere can stand on its loopback. Prints one JSON document with what happened.
"""

import asyncio
import contextlib
import json
import multiprocessing
import ssl
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import trustme

from tests.crawler.hostile import network
from tests.crawler.hostile.attacks import ATTACKS, CHAINS
from tests.crawler.hostile.bombs import BOMBS
from tests.crawler.hostile.visiting import visit
from tests.crawler.hostile.ways import Attack, chain, lasting, page

BENIGN = [f"http://benign{host}.test/{number}" for host in range(20) for number in range(10)]
SPECIAL = {
    "name.inside.test": ["127.0.0.1"],
    "private.test": ["10.0.0.1"],
    "mixed.test": ["10.0.0.1", "20.0.3.1"],
}
SILENT = [f"never{number}.test" for number in range(30)]
CROWD = [f"crowd{number}.test" for number in range(12)]
SUBDOMAINS = [f"w{number}.wild.test" for number in range(40)]
"""A name server that answers for any name makes as many hosts as it likes (case 54)."""
UNTRUSTED, MUTE, PLAIN = (f"https://{host}.test/p" for host in ("untrusted50", "mute39", "plain51"))
HOSTILE: list[str] = [
    *(f"http://{host}.test/p" for host in ATTACKS),
    *CHAINS,
    *(f"http://{host}/p" for host in (*SPECIAL, *SILENT, *CROWD, *SUBDOMAINS)),
    *(f"http://{host}.test/p" for host in ("rebind", "servfail", "missing")),
    *(UNTRUSTED, MUTE, PLAIN),
]


def main(folder: Path) -> None:
    """Set the world up and crawl everything at once."""
    with alive() as accepted:
        seen, peak_mib = visit(folder / "beside", HOSTILE + BENIGN)
        print(
            json.dumps(
                {
                    "seen": seen,
                    "accepted": accepted,
                    "peak_mib": peak_mib,
                    "crowd": BUSIEST.value,
                    "subdomains": _MOST_OPEN.value,
                }
            )
        )


@contextlib.contextmanager
def alive() -> Iterator[Counter[str]]:
    """Bring the world up; say who came to a canary."""
    network.give_addresses()
    addresses = {host: f"20.0.1.{number}" for number, host in enumerate([*ATTACKS, "chain"], 1)}
    names = {f"{host}.test": [address] for host, address in addresses.items()}
    names |= {f"benign{number}.test": [f"20.0.2.{number + 1}"] for number in range(20)} | SPECIAL
    names |= {host: ["20.0.4.1"] for host in CROWD} | {"rebind.test": ["20.0.3.2"]}
    names |= {host: ["20.0.6.1"] for host in SUBDOMAINS} | {"untrusted50.test": [SECURE]}
    names |= {"mute39.test": [SILENT_TLS], "plain51.test": [NO_TLS]}
    servers = [
        FORK.Process(target=serve, args=(attackers(addresses),), daemon=True),
        FORK.Process(target=serve, args=(honest(names),), daemon=True),
    ]
    for server in servers:
        server.start()
    try:
        yield network.watch_and_name(names, SILENT)
    finally:
        for server in servers:
            server.kill()


Sites = dict[str, Attack]
"""By address."""


def attackers(addresses: dict[str, str]) -> Sites:
    """Return the attackers' servers, once all that they send is packed."""
    for make, _ in BOMBS.values():
        make()
    sites: Sites = {addresses[host]: attack for host, (attack, _) in ATTACKS.items()}
    return sites | {addresses["chain"]: chain}


def honest(names: dict[str, list[str]]) -> Sites:
    """Return the servers of honest sites."""
    sites = {addresses[0]: page() for host, addresses in names.items() if host.startswith("benign")}
    return sites | {
        "20.0.3.1": page(), "20.0.3.2": page(), "20.0.4.1": crowded(0.05), SECURE: page(), "20.0.6.1": many_names
    }  # fmt: skip


FORK = multiprocessing.get_context("fork")
_BUSY, BUSIEST = FORK.Value("i", 0), FORK.Value("i", 0)
_OPEN, _MOST_OPEN = FORK.Value("i", 0), FORK.Value("i", 0)
SECURE, SILENT_TLS, NO_TLS = "20.0.5.1", "20.0.5.2", "20.0.5.3"
"""Where https is spoken; where nothing is said after the connection was taken; where http is spoken instead."""


def crowded(each_s: float) -> Attack:
    """One machine with many sites, which takes its time: note how many requests it has at once."""

    async def attack(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _BUSY.value += 1
        BUSIEST.value = max(BUSIEST.value, _BUSY.value)
        await asyncio.sleep(each_s)
        await page()(path, reader, writer)
        _BUSY.value -= 1

    return attack


async def many_names(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer for many names, as long as the connection lasts: note how many are open at once."""
    _OPEN.value += 1
    _MOST_OPEN.value = max(_MOST_OPEN.value, _OPEN.value)
    try:
        await lasting(path, reader, writer)
    finally:
        _OPEN.value -= 1


def serve(sites: Sites) -> None:
    """Serve every address until killed."""
    asyncio.run(_serve(sites))


async def _serve(sites: Sites) -> None:
    for address, attack in sites.items():
        await asyncio.start_server(_answering(attack), address, 80)
    if SECURE in sites:
        await _serve_secure(sites[SECURE])
    await asyncio.Event().wait()


async def _serve_secure(site: Attack) -> None:
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("other.test").configure_cert(secure)
    await asyncio.start_server(_answering(site), SECURE, 443, ssl=secure)
    plain = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
    await asyncio.start_server(lambda _, writer: writer.write(plain), NO_TLS, 443)
    await asyncio.start_server(lambda _reader, _writer: None, SILENT_TLS, 443)


def _answering(attack: Attack) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    """Return what takes a connection: it has no robots.txt, and the attack for anything else."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ")[1].decode("latin-1")
            is_robots = path == "/robots.txt"
            await (NO_ROBOTS if is_robots else attack)(path, reader, writer)
        with contextlib.suppress(OSError):
            writer.close()

    return answer


NO_ROBOTS = page(b"", status="404 Not Found")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
