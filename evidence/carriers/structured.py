"""Addresses in JSON-LD, also where the JSON is broken: one generator theme writes its list unquoted.

Source: field observation of that theme's pages.
"""

from collections.abc import Iterator

import msgspec

from evidence.carriers import escaped

MAX_URLS = 1_000
"""Addresses kept of one block."""

_ADDRESS_KEYS = frozenset({
    "@id", "contentUrl", "embedUrl", "image", "logo", "mainEntityOfPage", "photo", "primaryImageOfPage",
    "sameAs", "thumbnail", "thumbnailUrl", "url",
})  # fmt: skip


def urls(text: str) -> list[str]:
    """List the addresses that a JSON-LD block names: of valid JSON the values, else what looks like one."""
    try:
        data = msgspec.json.decode(text.strip().encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        return escaped.urls(text)
    found: dict[str, None] = {}
    for value in _addresses(data):
        found[value] = None
        if len(found) >= MAX_URLS:
            break
    return list(found)


def _addresses(data: object) -> Iterator[str]:
    """Walk the values without recursion; a plain word under an address key is a relative address."""
    stack: list[tuple[str, object]] = [("", data)]
    while stack:
        key, value = stack.pop()
        if isinstance(value, dict):
            stack.extend((str(name), inner) for name, inner in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend((key, inner) for inner in reversed(value))
        elif isinstance(value, str):
            address = value.strip()
            if address.startswith(("http://", "https://", "//")) or (
                key in _ADDRESS_KEYS and address.startswith(("/", "./", "../"))
            ):
                yield address
