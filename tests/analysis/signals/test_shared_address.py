"""Advertisements posted to many domains, and words that honest pages share."""

import pytest

from analysis.signals.shared_address import SIGNAL
from tests.analysis.factory import Web

ADVERTISEMENT = "bulk-links-in-telegram-for-all-18"
CASES: dict[str, tuple[list[str], bool]] = {
    "a link seller on five domains": ([f"https://host{n}.test/{ADVERTISEMENT}/" for n in range(5)], True),
    "on five domains, in other folders": (
        [f"https://host{n}.test/blog/{n}/{ADVERTISEMENT}.html" for n in range(5)],
        True,
    ),
    "an article that four sites carry": ([f"https://host{n}.test/{ADVERTISEMENT}/" for n in range(4)], False),
    "one site, many copies": ([f"https://blog.test/{n}/{ADVERTISEMENT}" for n in range(9)], False),
    "a place that many write about": ([f"https://host{n}.test/andorra-la-vella" for n in range(9)], False),
}


@pytest.mark.parametrize("case", CASES)
def test_addresses(case: str) -> None:
    addresses, speaks = CASES[case]
    web = Web()
    for address in addresses:
        web.page(url=address)
    assert [finding["score"] for finding in web.findings(SIGNAL)] == [0.8] * len(addresses) * speaks
