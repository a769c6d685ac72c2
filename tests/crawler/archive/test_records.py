"""Archive files of any origin: what can be read is read, what cannot is named."""

from pathlib import Path

import pytest

from crawler.archive.records import WarcFile
from crawler.archive.replay import ReplayError, ReplayIndex
from tests.forked import ROOT

DATA = ROOT.parent / "shared" / "data" / "warc" / "warcio"
HOME = ("response", "http://example.com/", 200)
pytestmark = pytest.mark.skipif(not DATA.exists(), reason=f"needs the archives in {DATA}")


@pytest.mark.parametrize(
    ("name", "records", "is_damaged", "can_be_replayed"),
    [
        ("example.warc", [HOME], False, True),
        ("example.warc.gz", [HOME], False, True),
        ("example-trunc.warc", [HOME], True, True),
        ("example-wrong-chunks.warc.gz", [HOME], False, True),
        ("example-bad-non-chunked.warc.gz", [HOME], False, False),
        ("example-iana.org-chunked.warc", [("response", "http://www.iana.org/", 200)], False, True),
        ("example.arc", [HOME], False, False),
        ("example.arc.gz", [HOME], False, False),
        ("bad.arc", [], False, False),
        ("example-resource.warc.gz", [], False, False),
        ("example-digest.warc", [], False, False),
        (
            "post-test.warc.gz",
            [("response", f"http://httpbin.org/post{query}", 200) for query in ("", "", "?foo=bar")],
            False,
            True,
        ),
    ],
)
def test_archives_of_other_programs(
    name: str, records: list[tuple[str, str, int]], is_damaged: bool, can_be_replayed: bool, tmp_path: Path
) -> None:
    file = WarcFile(DATA / name)
    read = [record for record in file.records() if record.kind == "response"]
    assert [(record.kind, record.url, record.status) for record in read] == records
    assert bool(file.damage) == is_damaged
    if not can_be_replayed:
        with pytest.raises(ReplayError):
            ReplayIndex([DATA / name], archive=tmp_path)
        return
    found = ReplayIndex([DATA / name], archive=tmp_path).find(records[0][1])
    assert found is not None
    assert found.exchange.body == read[0].body


def test_transfer_encoding_is_undone() -> None:
    (record,) = WarcFile(DATA / "example-iana.org-chunked.warc").records(lambda kind, _: kind == "response")
    assert record.body.endswith(b"</html>\n")
    assert len(record.body) == 7223


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match="No such file"):
        ReplayIndex([tmp_path / "nothing.warc.gz"], archive=tmp_path / "archive")
