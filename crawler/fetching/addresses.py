"""Which addresses and ports a crawl may connect to: public web servers and nothing else.

`ipaddress.is_global` calls 192.88.99.1, 192.0.0.192, 168.63.129.16 and fec0::1 global (Python 3.11.7), and
its answers change between versions, so the networks stand here one by one (hostile cases 1 to 9).
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address

PORTS = frozenset({80, 443, 8000, 8080, 8443, 8888})
"""Where web servers listen; mail, remote shells and databases do not (hostile case 14)."""

NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # "this network", RFC 791; Linux connects 0.0.0.0 to itself
        "10.0.0.0/8",  # private, RFC 1918
        "100.64.0.0/10",  # carrier-grade NAT, RFC 6598; Alibaba's metadata service is 100.100.100.200
        "127.0.0.0/8",  # loopback, RFC 1122
        "168.63.129.16/32",  # Azure's host services
        "169.254.0.0/16",  # link-local, RFC 3927; cloud metadata services
        "172.16.0.0/12",  # private, RFC 1918
        "192.0.0.0/24",  # protocol assignments, RFC 6890; Oracle's metadata service is 192.0.0.192
        "192.0.2.0/24",  # documentation, RFC 5737
        "192.88.99.0/24",  # 6to4 relays, RFC 7526
        "192.168.0.0/16",  # private, RFC 1918
        "198.18.0.0/15",  # benchmarks, RFC 2544
        "198.51.100.0/24",  # documentation, RFC 5737
        "203.0.113.0/24",  # documentation, RFC 5737
        "224.0.0.0/4",  # multicast, RFC 5771
        "240.0.0.0/4",  # reserved and broadcast, RFC 1112
        "::/8",  # unspecified, loopback, IPv4-mapped and -compatible, RFC 4291; NAT64, RFC 6052 and 8215
        "100::/64",  # discard, RFC 6666
        "2001::/23",  # protocol assignments, Teredo among them, RFC 4380
        "2001:db8::/32",  # documentation, RFC 3849
        "2002::/16",  # 6to4: carries any IPv4 address, RFC 3056
        "3fff::/20",  # documentation, RFC 9637
        "5f00::/16",  # segment routing, RFC 9602
        "fc00::/7",  # unique local, RFC 4193; AWS's metadata service is fd00:ec2::254
        "fe80::/10",  # link-local, RFC 4291
        "fec0::/10",  # site-local, RFC 3879
        "ff00::/8",  # multicast, RFC 4291
    )
)


def is_public(address: Address) -> bool:
    """Say whether an address belongs to the public internet."""
    return not any(address in network for network in NOT_PUBLIC)


def literal(host: str) -> Address | None:
    """Return the address that a URL's host is, or None for a name; `host` is as ada writes it."""
    try:
        return ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return None
