"""Every attack of the hostile-server list at once, beside 200 honest pages, judged by its invariants."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from crawler.fetching.address_turns import PER_ADDRESS
from tests.crawler.hostile import network
from tests.crawler.hostile.attacks import ATTACKS, CHAINS, CUT, KEPT, SHOWN
from tests.crawler.hostile.bombs import BOMBS
from tests.crawler.hostile.crowd import SITES
from tests.crawler.hostile.network import CANARIES
from tests.crawler.hostile.visiting import DEADLINE_S
from tests.crawler.hostile.world import BENIGN, CROWD, MUTE, PLAIN, SILENT, SPECIAL, SUBDOMAINS, UNTRUSTED
from tests.forked import ROOT

EXPECTED = {
    **{f"http://{host}.test/p": errors for host, (_, errors) in ATTACKS.items()},
    **CHAINS,
    UNTRUSTED: {""},
    MUTE: {"robots_unreachable"},
    PLAIN: {"tls_error"},
}
MIB = 1024 * 1024
LARGE = {f"http://{host}.test/p" for host in KEPT}
BUDGET = {"parse_budget"}
"""How 10 MiB of hostile body may also end on a busy machine: unknown, like every other way."""


def _each_ends_as_it_must(seen: dict[str, Any], subtests: pytest.Subtests) -> None:
    for url, errors in EXPECTED.items():
        with subtests.test("ends as it must", url=url):
            assert seen[url]["error"] in errors | (BUDGET if url in LARGE else set())
    for host in CUT:
        with subtests.test("what was cut off is kept and marked", host=host):
            page = seen[f"http://{host}.test/p"]
            if page["error"] in BUDGET:
                continue
            assert page["truncated"]
            if host in BOMBS:
                assert page["received"] < MIB, "what came is small, what it unpacks to is not (G4)"
                assert page["bytes"] == 10 * MIB
                continue
            assert page["received"] == page["bytes"] <= 10 * MIB
            if host in KEPT and page["cut"] != "time":
                assert (page["cut"], page["bytes"]) == ("length", 10 * MIB)
            elif host in KEPT:
                assert page["elapsed_s"] >= DEADLINE_S, "no less was kept than came in the time a server has"
                assert page["bytes"] > 0


@pytest.mark.timeout(300)
def test_every_attack_at_once(tmp_path: Path, subtests: pytest.Subtests) -> None:
    """One run, many judgements: the world takes its time."""
    program = network.inside("tests.crawler.hostile.world", tmp_path)
    run = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)
    assert run.returncode == 0, run.stderr
    world = json.loads(run.stdout)
    seen = world["seen"]
    ended = seen.pop("ended")
    _each_ends_as_it_must(seen, subtests)
    with subtests.test("a failed, truncated or refused fetch is never an absence (G7)"):
        failed = [page["state"] for page in seen.values() if page["error"] or page["truncated"]]
        assert len(failed) > 50
        assert set(failed) <= {"unknown", "present"}
    with subtests.test("no attacker's page was looked at whole and lacks the reference, so none is absent"):
        assert [url for url, page in seen.items() if page["state"] == "absent"] == []
    for host in SHOWN:
        page = seen[f"http://{host}.test/p"]
        with subtests.test("what stands behind all that should hide it is found", host=host):
            assert page["error"] in BUDGET or page["state"] == "present"
    with subtests.test("a number that no standard knows is kept"):
        assert seen["http://status999.test/p"]["status"] == 999
    with subtests.test("a packed file is no packed page and is not unpacked"):
        assert seen["http://file30.test/p"]["reason"] == "not-a-page"
        assert seen["http://file30.test/p"]["bytes"] == seen["http://file30.test/p"]["received"] < MIB
    with subtests.test("a loop ends where it comes back to itself, and one that never does after ten hops"):
        hops = {name: seen[f"http://{name}18.test/p"]["hops"] for name in ("loop", "pair", "query")}
        assert hops == {"loop": 1, "pair": 2, "query": 11}
    with subtests.test("nothing inside was reached: canaries count connections (G5)"):
        assert world["accepted"] == {}
        assert len(CANARIES) == 4
        assert {seen[f"http://{host}/p"]["address"] for host in SPECIAL} <= {"", "20.0.3.1"}
    with subtests.test("names fail in three different ways"):
        hosts = ("missing.test", "servfail.test", SILENT[0])
        errors_of_names = [seen[f"http://{host}/p"]["error"] for host in hosts]
        assert errors_of_names == ["dns_nxdomain", "dns_servfail", "dns_timeout"]
    with subtests.test("200 of 200 honest pages are captured beside the attackers (G3)"):
        assert [seen[url]["state"] for url in BENIGN] == ["present"] * 200
    with subtests.test("memory stays bounded, of the crawler and of its children (G1)"):
        crawler, child = world["peak_mib"]
        assert crawler < 400
        assert child < 1024
    with subtests.test("the crawl ends by itself without a word (G6)"):
        others = (SPECIAL, SILENT, CROWD, SUBDOMAINS, BENIGN)
        visited = len(EXPECTED) + sum(map(len, others)) + 3
        assert ended == {"code": 0, "errors": "", "visited": visited, "rows": visited}, "one row a visit (G4)"
    with subtests.test("many sites of one address take turns"):
        assert 1 <= world["crowd"] <= 2
    with subtests.test("many names of one domain share one connection"):
        assert 1 <= world["subdomains"] <= 3, "the server may learn late that one was closed"
    with subtests.test("a certificate that nobody can trust is noted, and the page read"):
        assert seen[UNTRUSTED]["tls_faults"] == ["untrusted", "wrong-host"]
        assert seen[UNTRUSTED]["state"] == "present"


def test_two_crawls_share_the_turns_of_an_address(tmp_path: Path) -> None:
    """Hostile case 81: each by itself keeps to two requests at once, and both together."""
    program = network.inside("tests.crawler.hostile.crowd", tmp_path)
    run = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=110, check=False)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout) == {"busiest": PER_ADDRESS, "visited": [SITES, SITES], "together": True}
