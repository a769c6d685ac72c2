"""Our own archives read back: single records, places after a damage, names in the archive they are lent to."""

import gzip
from pathlib import Path

import pytest

from crawler.archive.records import WarcFile
from crawler.archive.replay import ReplayError, lent
from tests.crawler.archive.test_repair import write

MOST = 10_000_000


def test_a_record_is_handed_out_as_it_was_written(tmp_path: Path) -> None:
    file, places = write(tmp_path, 3)
    data = file.read_bytes()
    assert file.name.endswith(".gz")
    for place in places:
        assert place.offset is not None
        assert place.length is not None
        assert WarcFile(file).member(place.offset, most=MOST) == data[place.offset :][: place.length]
        assert WarcFile(file).member(place.offset, most=place.length - 1) is None
    assert WarcFile(file).member(len(data), most=MOST) is None


def test_a_record_that_was_not_packed_comes_packed(tmp_path: Path) -> None:
    packed, _ = write(tmp_path, 2)
    plain = tmp_path / "plain.warc"
    plain.write_bytes(gzip.decompress(packed.read_bytes()))
    for record in WarcFile(plain).records():
        member = WarcFile(plain).member(record.offset, most=MOST)
        assert member is not None
        (again,) = WarcFile(_written(tmp_path / "one.warc.gz", member)).records()
        assert (again.url, again.headers, again.body) == (record.url, record.headers, record.body)


def test_records_after_a_damaged_place_are_found_where_they_stand(tmp_path: Path) -> None:
    file, places = write(tmp_path, 4)
    data = bytearray(file.read_bytes())
    offset = places[1].offset or 0
    data[offset + 40 : offset + 140] = bytes(100)
    damaged = WarcFile(_written(tmp_path / "damaged.warc.gz", bytes(data)))
    found = list(damaged.records(lambda kind, _: kind == "response"))
    assert [record.offset for record in found] == [places[n].offset for n in (0, 2, 3)]
    assert [damaged.at(record.offset) for record in found] == found
    assert damaged.damage


def test_a_replayed_file_has_its_own_name_in_the_archive(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    files = [_written(tmp_path / folder / "pages.warc.gz", folder.encode()) for folder in ("one", "two")]
    names = [lent(file, archive) for file in files]
    assert names == [lent(file, archive) for file in files], "a second replay finds the same names"
    assert [name.parent for name in names] == [archive, archive]
    assert [name.read_bytes() for name in names] == [b"one", b"two"]
    own = _written(archive / "own.warc.gz", b"own")
    assert lent(own, archive) == own
    missing = tmp_path / "missing.warc.gz"
    assert lent(missing, archive) == missing, "whoever reads it says that it is not there"


def test_an_archive_that_takes_no_link_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match="cannot be linked"):
        lent(_written(tmp_path / "pages.warc.gz", b""), _written(tmp_path / "file", b""))


def _written(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
