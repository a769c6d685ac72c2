"""Everything as one JSON document; `docs/export.md` describes every field."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from analysis.cases.dossier import Dossier
from analysis.export import Export

FORMAT = 1
"""Raised whenever a field changes its meaning or goes away."""


def write(dossier: Dossier, path: Path) -> None:
    """Write the document a piece at a time: the backlinks alone may be a million."""
    with path.open("wb") as file:
        file.writelines(_pieces(dossier))


def _pieces(dossier: Dossier) -> Iterator[bytes]:
    encode = msgspec.json.Encoder(order="deterministic").encode
    yield b'{"format":%d,' % FORMAT
    yield b'"property":' + encode(dossier.property_name) + b","
    yield b'"written_at":' + encode(dossier.written_at) + b","
    yield b'"overview":' + encode(dossier.overview) + b","
    yield b'"flagged_domains":' + encode(dossier.flagged) + b","
    yield b'"backlinks":[\n'
    for number, row in enumerate(dossier.backlinks.iter_rows(named=True)):
        yield (b",\n" if number else b"") + encode(row)
    yield b"\n]}\n"


EXPORT = Export(id="json", title="Everything as data", file_name="linkwitness.json", write=write)
