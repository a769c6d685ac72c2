"""What is printed for programs."""

import msgspec


def document(value: object) -> str:
    """Return structs, and lists of them, as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
