"""The folder of evidence: its checksums hold, its records replay, its paths stay inside, nothing is overwritten."""

import gzip
import hashlib
import io
import json
import subprocess
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.archiveiterator import ArchiveIterator as SlowIterator

from linkwitness.evidence_folder import _file_name
from tests.linkwitness.program import linkwitness
from tests.review.serving import HOSTILE
from tests.web import shop

NAME = shop.PROPERTY.name


def written(analysed: Path, to: Path, domain: str = HOSTILE) -> Path:
    told = linkwitness(analysed, "export", "evidence", domain, "--property", NAME, "--to", str(to))
    assert told.code == 0, told.err
    (folder,) = to.iterdir()
    return folder


def test_the_manifest_names_every_file_with_its_checksum(analysed: Path, tmp_path: Path) -> None:
    folder = written(analysed, tmp_path / "out")
    manifest = json.loads((folder / "manifest.json").read_bytes())
    named = {file["path"]: file for file in manifest["files"]}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert (
        set(named)
        == there - {"manifest.json", "SHA256SUMS"}
        >= {"case.json", "README.txt", "records.warc.gz", "records.cdxj"}
    )
    for path, file in named.items():
        data = (folder / path).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest()), path
    assert (manifest["property"], manifest["domain"], manifest["format"]) == (NAME, HOSTILE, 1)
    check = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=folder, check=False).returncode == 0
    (folder / "manifest.json").write_bytes(b"{}")
    assert subprocess.run(check, cwd=folder, check=False, capture_output=True).returncode == 1


def test_the_records_are_read_by_both_libraries_and_found_by_the_index(
    analysed: Path, tmp_path: Path
) -> None:
    folder = written(analysed, tmp_path / "out")
    file = folder / "records.warc.gz"
    with file.open("rb") as stream:
        fast = [
            record.headers["WARC-Target-URI"]
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response, verify_digests=True)
        ]
    with file.open("rb") as stream:
        slow = [record.rec_headers.get_header("WARC-Target-URI") for record in SlowIterator(stream)]
    assert fast == slow
    assert f"http://{HOSTILE}/p" in fast
    lines = (folder / "records.cdxj").read_text().splitlines()
    assert lines == sorted(lines), "viewers search it by halves"
    index = [json.loads(line.split(" ", 2)[2]) for line in lines]
    assert {entry["url"] for entry in index} == set(fast)
    for entry in index:
        assert entry["filename"] == "records.warc.gz"
        with file.open("rb") as stream:
            stream.seek(int(entry["offset"]))
            member = stream.read(int(entry["length"]))
        assert gzip.decompress(member).startswith(b"WARC/1."), "one whole member, as viewers ask for it"
        (record,) = ArchiveIterator(io.BytesIO(member))
        assert record.headers["WARC-Target-URI"] == entry["url"]


def test_windows_findings_and_verdict_are_in_it(analysed: Path, tmp_path: Path) -> None:
    folder = written(analysed, tmp_path / "out")
    case = json.loads((folder / "case.json").read_bytes())
    (page,) = case["pages"]
    assert page["findings"]
    assert any(link["sightings"] and link["claims"] for link in page["backlinks"])
    visits = [visit["id"] for visit in page["visits"]]
    told = json.loads((folder / "visits" / f"{visits[0]}.json").read_bytes())
    assert told["references"]


def test_what_is_written_is_never_overwritten_and_strangers_are_named(analysed: Path, tmp_path: Path) -> None:
    written(analysed, tmp_path / "out")
    words = ("export", "evidence", HOSTILE, "--property", NAME, "--to", str(tmp_path / "out"))
    again = linkwitness(analysed, *words)
    assert again.code == 1
    assert "never overwritten" in again.err
    for wrong, said in (("nobody.test", "no report"), ("../../etc", "no report")):
        told = linkwitness(analysed, "export", "evidence", wrong, "--property", NAME)
        assert told.code == 1
        assert said in told.err
    assert "name a domain" in linkwitness(analysed, "export", "evidence", "--property", NAME).err


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("spam.test", "spam.test"),
        ("xn--mnchen-3ya.de", "xn--mnchen-3ya.de"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("[2001:db8::1]", "_2001_db8_1_"),
        ("..", "_"),
        ("a\x00b\n", "a_b_"),
        ("x" * 300, "x" * 200),
    ],
)
def test_every_path_stays_inside(domain: str, name: str, tmp_path: Path) -> None:
    assert _file_name(domain) == name
    assert (tmp_path / f"evidence-{name}").resolve().parent == tmp_path.resolve()
    assert subprocess.run(["mkdir", str(tmp_path / f"evidence-{name}")], check=True).returncode == 0
