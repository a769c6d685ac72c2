"""Networks of addresses; what is nobody's network in particular is none."""

import polars as pl
import pytest

from analysis.at_large.networks import network, networks


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", "93.184.215.0/24"),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2606:2800:21f::/48"),
        ("::ffff:93.184.215.14", "93.184.215.0/24"),
        ("127.0.0.1", ""),
        ("192.0.2.1", ""),
        ("10.1.2.3", ""),
        ("fe80::1", ""),
        ("", ""),
        ("an address", ""),
    ],
)
def test_network(address: str, expected: str) -> None:
    assert network(address) == expected


def test_of_many() -> None:
    addresses = pl.Series(["93.184.215.14", None, "", "93.184.215.99"])
    assert networks(addresses).to_list() == ["93.184.215.0/24", "", "", "93.184.215.0/24"]
