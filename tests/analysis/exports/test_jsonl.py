"""JSON Lines: one object a line, whatever is in the texts, and nothing less than in the one document."""

import json
from pathlib import Path

from analysis.cases.dossier import BACKLINK_COLUMNS
from analysis.exports import json as document_export
from analysis.exports.jsonl import EXPORT
from tests.analysis.exports.dossiers import dossier

SEPARATORS = "a\r\nb\u2028c\u2029d\x85e"


def test_lines(tmp_path: Path) -> None:
    path = tmp_path / EXPORT.file_name
    data = dossier(
        [{"page_url": "https://a.test/", "reported_title": SEPARATORS}, {"page_url": "https://b.test/"}]
    )
    EXPORT.write(data, path)
    head, domain, *backlinks = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    document_export.EXPORT.write(data, tmp_path / "document")
    document = json.loads((tmp_path / "document").read_bytes())
    assert head == {"record": "property"} | {
        name: document[name] for name in ("format", "property", "written_at", "overview")
    }
    assert [domain["record"], domain["case"]] == ["domain", *document["flagged_domains"]]
    assert [{"record": "backlink", **row} for row in document["backlinks"]] == backlinks
    assert backlinks[0]["reported_title"] == SEPARATORS
    assert list(backlinks[1]) == ["record", *BACKLINK_COLUMNS]


def test_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    EXPORT.write(dossier(), tmp_path / "a")
    EXPORT.write(dossier(), tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
