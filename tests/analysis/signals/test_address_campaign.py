"""One kit on many hosts, against one host with odd addresses."""

import pytest

from analysis.signals.address_campaign import SIGNAL
from tests.analysis.factory import Web


def _web(addresses: list[str]) -> Web:
    web = Web()
    for address in addresses:
        web.page(address)
    return web


@pytest.mark.parametrize(
    ("addresses", "speaks"),
    [
        ([f"https://host{n}.test/word-{n}-more-k.html" for n in range(5)], True),
        ([f"https://host{n}.test/?{'abcde'[n]}=27382531{n}" for n in range(5)], True),
        ([f"https://host{n}.test/pre-{n}/keyword.html" for n in range(5)], True),
        ([f"https://host{n}.test/word-{n}-more-k.html" for n in range(4)], False),
        ([f"https://host.test/word-{n}-more-k.html" for n in range(20)], False),
        ([f"https://host{n}.test/word-{n}-more.html" for n in range(20)], False),
        ([f"https://host{n}.test/?p={1000 + n}" for n in range(20)], False),
        ([f"https://host{n}.test/plan-{'abcdefgh'[n]}.html" for n in range(8)], False),
    ],
)
def test_campaigns(addresses: list[str], *, speaks: bool) -> None:
    assert len(_web(addresses).findings(SIGNAL)) == (len(addresses) if speaks else 0)


def test_counts_the_domains() -> None:
    found = _web([f"https://host{n}.test/word-{n}-k.html" for n in range(6)]).findings(SIGNAL)
    assert "6 unrelated domains" in found[0]["sentence"]
    assert found[0]["visit_id"] is None
