"""Keys that a row gets from what it is, not from when it came.

A page, a target, a domain, a backlink and a report are the same row however often and by whomever they
are imported, so imports need no look-ups, several workers never collide, and two stores can be merged.
"""

import hashlib

SEPARATOR = "\x1f"
"""ASCII unit separator: cannot stand in a URL or a host name."""


def key(*parts: str) -> int:
    """Return a positive 63-bit key of the parts.

    The chance that any two of ten million rows share a key is about five in a million
    (n^2 / 2^64); both databases keep 63 bits in one integer column.
    """
    digest = hashlib.blake2b(SEPARATOR.join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def signed(value: int) -> int:
    """Return an unsigned 64-bit number, such as a simhash, as the signed one a database keeps."""
    return value - (1 << 64) if value >> 63 else value
