"""A network of its own with attackers, honest sites, a name server and canaries, and two crawls in it.

Run as a program inside a fresh network namespace (`unshare --net`): nothing it does leaves the machine, and
addresses that are public elsewhere can stand on its loopback. Prints one JSON document with what happened.
"""

import asyncio
import contextlib
import json
import multiprocessing
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import trustme
from sqlalchemy import select

from store.database import open_store
from store.models import Backlink, Page, Visit
from tests.crawler.hostile.attacks import ATTACKS, CHAINS, Attack, chain, lasting, page
from tests.crawler.seeding import Crawl, seed

BENIGN = [f"http://benign{host}.test/{number}" for host in range(20) for number in range(10)]
DEADLINE_S = 10.0
CANARIES = ["127.0.0.1", "::1", "169.254.169.254", "10.0.0.1"]
SPECIAL = {
    "name.inside.test": ["127.0.0.1"],
    "private.test": ["10.0.0.1"],
    "mixed.test": ["10.0.0.1", "20.0.3.1"],
}
SILENT = [f"never{number}.test" for number in range(30)]
CROWD = [f"crowd{number}.test" for number in range(12)]
SUBDOMAINS = [f"w{number}.wild.test" for number in range(40)]
"""A name server that answers for any name makes as many hosts as it likes (case 54)."""
UNTRUSTED = "https://untrusted50.test/p"


def main(folder: Path, *, is_timed: bool) -> None:
    """Set the world up, crawl the honest sites alone, then everything at once.

    `is_timed`: also one honest page beside names that nobody answers for; only the benchmark looks at times.
    """
    for command in (
        "link set lo up",
        "addr add 20.0.0.1/8 dev lo",
        "addr add 169.254.169.254/32 dev lo",
        "addr add 10.0.0.1/32 dev lo",
    ):
        subprocess.run(["ip", *command.split()], check=True)
    addresses = {host: f"20.0.1.{number}" for number, host in enumerate([*ATTACKS, "chain"], 1)}
    names = {f"{host}.test": [address] for host, address in addresses.items()}
    names |= {f"benign{number}.test": [f"20.0.2.{number + 1}"] for number in range(20)} | SPECIAL
    names |= {host: ["20.0.4.1"] for host in CROWD} | {"rebind.test": ["20.0.3.2"]}
    names |= {host: ["20.0.6.1"] for host in SUBDOMAINS} | {"untrusted50.test": ["20.0.5.1"]}
    servers = [
        _FORK.Process(target=serve, args=(attackers(addresses),), daemon=True),
        _FORK.Process(target=serve, args=(honest(names),), daemon=True),
    ]
    for server in servers:
        server.start()
    accepted: Counter[str] = Counter()
    for address in CANARIES:
        for port in (80, 8080):
            threading.Thread(target=canary, args=(address, port, accepted), daemon=True).start()
    threading.Thread(target=name_server, args=(names,), daemon=True).start()
    time.sleep(1)
    alone, alone_s, _ = visit(folder / "alone", BENIGN)
    hostile = [f"http://{host}.test/p" for host in ATTACKS] + list(CHAINS)
    hostile += [
        f"http://{host}/p"
        for host in (
            *SPECIAL, *SILENT, *CROWD, *SUBDOMAINS, "rebind.test", "servfail.test", "missing.test"
        )
    ] + [UNTRUSTED]  # fmt: skip
    everything, everything_s, peak_mib = visit(folder / "beside", hostile + BENIGN)
    print(
        json.dumps(
            {
                "alone": alone,
                "alone_s": alone_s,
                "beside": everything,
                "beside_s": everything_s,
                "accepted": accepted,
                "peak_mib": peak_mib,
                "crowd": _BUSIEST.value,
                "subdomains": _MOST_OPEN.value,
                "beside_names_s": beside_names(folder) if is_timed else None,
            }
        )
    )
    for server in servers:
        server.kill()


def beside_names(folder: Path) -> list[float]:
    """Return when one honest page was there, alone and beside 30 names that nobody answers for (case 53)."""
    alone = visit(folder / "name", BENIGN[:1])[1]
    return [alone, visit(folder / "names", [*(f"http://{host}/p" for host in SILENT), *BENIGN[:1]])[1]]


def visit(folder: Path, urls: list[str]) -> tuple[dict[str, Any], float, list[float]]:
    """Crawl and return what was stored by URL, when the last honest page was, and the largest process."""
    folder.mkdir()
    store = open_store(f"sqlite:///{folder / 'store.db'}")
    seed(store, urls)
    crawl = Crawl(str(store.url), folder, name_servers=["127.0.0.1"], deadline_s=DEADLINE_S)
    with watching(crawl.process.pid) as peak:
        ended = crawl.ended(270)
    with store.read() as session:
        rows = session.execute(
            select(Page.url, Backlink.state, Backlink.reason, Visit)
            .join(Backlink, Backlink.page_id == Page.id)
            .join(Visit, Visit.page_id == Page.id)
            .where(Visit.purpose == "page")
        ).all()
    seen = {
        url: {
            "state": state,
            "reason": reason,
            "error": visit.error,
            "status": visit.status,
            "truncated": visit.truncated,
            "bytes": visit.body_bytes,
            "hops": len(visit.hops),
            "address": visit.address,
            "tls_faults": visit.tls_faults,
        }
        for url, state, reason, visit in rows
    }
    times = [
        row.Visit.started_at.timestamp() + row.Visit.elapsed_ms / 1000 for row in rows if "benign" in row.url
    ]
    first = min(row.Visit.started_at.timestamp() for row in rows)
    seen["ended"] = {"code": ended.code, "errors": ended.errors, "visited": ended.summary.get("visited")}
    store.close()
    return seen, max(times) - first, peak


@contextlib.contextmanager
def watching(root: int) -> Iterator[list[float]]:
    """Watch the largest resident sets, in MiB: of a process, and among its descendants."""
    peak = [0.0, 0.0]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.05):
            own, *others = (_resident_mib(pid) for pid in family(root))
            peak[:] = max(peak[0], own), max([peak[1], *others])

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield peak
    finally:
        done.set()
        thread.join()


def family(root: int) -> list[int]:
    """Return a process and its descendants."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    family = [root]
    for pid in family:
        family += [child for child, parent in parents.items() if parent == pid]
    return family


def _resident_mib(pid: int) -> float:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return 0.0


def canary(address: str, port: int, accepted: Counter[str]) -> None:
    """Count who comes."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.create_server((address, port), family=family) as listener:
        while True:
            connection, _ = listener.accept()
            accepted[address] += 1
            connection.close()


def name_server(names: dict[str, list[str]]) -> None:
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
            if name in SILENT:
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


Sites = dict[str, Attack]
"""By address."""


def attackers(addresses: dict[str, str]) -> Sites:
    """Return the attackers' servers."""
    sites: Sites = {addresses[host]: attack for host, (attack, _) in ATTACKS.items()}
    return sites | {addresses["chain"]: chain}


def honest(names: dict[str, list[str]]) -> Sites:
    """Return the servers of honest sites."""
    sites = {addresses[0]: page() for host, addresses in names.items() if host.startswith("benign")}
    return sites | {
        "20.0.3.1": page(), "20.0.3.2": page(), "20.0.4.1": crowded, SECURE: page(), "20.0.6.1": many_names
    }  # fmt: skip


_FORK = multiprocessing.get_context("fork")
_BUSY, _BUSIEST = _FORK.Value("i", 0), _FORK.Value("i", 0)
_OPEN, _MOST_OPEN = _FORK.Value("i", 0), _FORK.Value("i", 0)
SECURE = "20.0.5.1"


async def crowded(path: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One machine with many sites: note how many requests it has at once."""
    _BUSY.value += 1
    _BUSIEST.value = max(_BUSIEST.value, _BUSY.value)
    await asyncio.sleep(0.05)
    await page()(path, reader, writer)
    _BUSY.value -= 1


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

        async def answer(
            reader: asyncio.StreamReader, writer: asyncio.StreamWriter, attack: Attack = attack
        ) -> None:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ")[1].decode("latin-1")
                if path == "/robots.txt":
                    attack = page(b"", status="404 Not Found")
                await attack(path, reader, writer)
            with contextlib.suppress(OSError):
                writer.close()

        await asyncio.start_server(answer, address, 80)
        if address == SECURE:
            secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            trustme.CA().issue_cert("other.test").configure_cert(secure)
            await asyncio.start_server(answer, address, 443, ssl=secure)
    await asyncio.Event().wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]), is_timed="--timed" in sys.argv)
