"""Public is what no list of special networks has."""

from ipaddress import ip_address

import pytest

from crawler.fetching.addresses import is_public, literal


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", True),
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("2a00:1450:4001:800::200e", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("100.100.100.200", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("172.32.0.1", True),
        ("192.0.0.192", False),
        ("192.88.99.1", False),
        ("168.63.129.16", False),
        ("168.63.129.17", True),
        ("198.18.0.1", False),
        ("0.0.0.0", False),
        ("255.255.255.255", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("::", False),
        ("::ffff:8.8.8.8", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("2001::1", False),
        ("fd00:ec2::254", False),
        ("fe80::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
    ],
)
def test_is_public(address: str, expected: bool) -> None:
    assert is_public(ip_address(address)) is expected


def test_a_literal_is_an_address_and_a_name_is_none() -> None:
    assert str(literal("[::1]")) == "::1"
    assert str(literal("20.0.0.1")) == "20.0.0.1"
    assert literal("one.test") is None
