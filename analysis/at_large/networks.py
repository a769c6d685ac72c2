"""Which network answered: hosts of one operator stand side by side."""

from ipaddress import IPv4Address, ip_address, ip_network

import polars as pl

PREFIX = {4: 24, 6: 48}
"""Bits that a network has in common: what one operator is given at the least."""


def network(address: str) -> str:
    """Return the network of a public address, such as `93.184.215.0/24`; empty for others."""
    try:
        known = ip_address(address)
    except ValueError:
        return ""
    if not known.is_global:
        return ""
    inside = known if isinstance(known, IPv4Address) else known.ipv4_mapped or known
    return str(ip_network((inside, PREFIX[inside.version]), strict=False))


def networks(addresses: pl.Series) -> pl.Series:
    """Return the network of each address; few addresses serve many pages, so each is worked out once."""
    known = addresses.drop_nulls().unique()
    return addresses.replace_strict(
        known,
        pl.Series([network(address) for address in known], dtype=pl.String),
        default="",
        return_dtype=pl.String,
    )
