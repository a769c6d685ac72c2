"""How a property is shown, to people and to programs."""

from collections.abc import Sequence

import msgspec
from rich.table import Table

from linkwitness.display import output, words
from store.properties import KnownProperty


def as_document(found: Sequence[KnownProperty]) -> str:
    """Return the properties as a JSON list."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()


def as_table(found: Sequence[KnownProperty]) -> None:
    """Print one row a property."""
    if not found:
        output().print("no property yet; add one: linkwitness property add example.com")
        return
    table = Table(
        "Property",
        "Domains",
        "Asset hosts",
        "Brands",
        "Trusted",
        "Sisters",
        "Reports",
        "Targets",
        "Backlinks",
    )
    for known in found:
        table.add_row(
            words(known.property.name),
            words("\n".join(known.property.domains)),
            words("\n".join(known.property.asset_prefixes)),
            words("\n".join(known.property.brands)),
            words("\n".join(known.trusted)),
            words("\n".join(known.sisters)),
            *(f"{count:,}" for count in (known.reports, known.targets, known.backlinks)),
        )
    output().print(table)
