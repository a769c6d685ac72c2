"""Everything as JSON Lines, for millions of backlinks: one object a line, read without holding the rest."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from analysis.cases.dossier import Dossier
from analysis.export import Export
from analysis.exports.json import FORMAT


def write(dossier: Dossier, path: Path) -> None:
    """Write a line at a time; `record`, its first field, is `property`, then `domain`, then `backlink`."""
    encode = msgspec.json.Encoder().encode
    with path.open("wb") as file:
        file.writelines(encode(line) + b"\n" for line in _lines(dossier))


def _lines(dossier: Dossier) -> Iterator[dict[str, object]]:
    yield {
        "record": "property",
        "format": FORMAT,
        "property": dossier.property_name,
        "written_at": dossier.written_at,
        "overview": dossier.overview,
    }
    for case in dossier.flagged:
        yield {"record": "domain", "case": case}
    for row in dossier.backlinks.iter_rows(named=True):
        yield {"record": "backlink", **row}


EXPORT = Export(
    id="jsonl", title="Everything as data, line by line", file_name="linkwitness.jsonl", write=write
)
