"""The JSON document: its shape, and that the same data gives the same bytes."""

import json
from pathlib import Path

from analysis.cases.dossier import BACKLINK_COLUMNS
from analysis.exports.json import EXPORT
from tests.analysis.exports.dossiers import HOSTILE, dossier


def test_document(tmp_path: Path) -> None:
    path = tmp_path / EXPORT.file_name
    EXPORT.write(dossier([{"page_url": "https://a.test/"}, {"page_url": "https://b.test/"}]), path)
    document = json.loads(path.read_bytes())
    assert list(document) == ["format", "property", "written_at", "overview", "flagged_domains", "backlinks"]
    assert document["format"] == 1
    assert document["overview"]["absent"] == {"same-as-home": 1}
    (case,) = document["flagged_domains"]
    assert case["pages"][0]["findings"][0]["quote"] == HOSTILE
    assert [row["page_url"] for row in document["backlinks"]] == ["https://a.test/", "https://b.test/"]
    assert set(document["backlinks"][0]) == set(BACKLINK_COLUMNS)


def test_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    EXPORT.write(dossier(), tmp_path / "a")
    EXPORT.write(dossier(), tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
