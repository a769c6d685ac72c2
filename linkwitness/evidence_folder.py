"""The evidence about one domain as a folder to hand on: archive records, what they prove, checksums.

The records are copied out of the archive as they stand, so that any viewer of web archives replays them and
nobody has to believe this program.
"""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import msgspec
from cdxj_indexer.main import CDXJIndexer

from analysis.cases.casefile import domain_case
from evidence.codec import to_json, unpack
from evidence.errors import LinkwitnessError
from review.stored_page import raw_record
from store.database import Store
from store.looks.cases import domain_row, visits_of_domain
from store.models import Visit

FORMAT = 1
"""Raised whenever a field of the manifest changes its meaning or goes away."""
PAGES = 1_000
"""Pages of the domain whose case is written, flagged ones first."""
RECORDS, INDEX = "records.warc.gz", "records.cdxj"
MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
_UNSAFE = re.compile(r"[^a-z0-9.-]+")


def write_evidence(
    store: Store, property_name: str, domain: str, *, archive: Path, folder: Path, now: datetime
) -> Path:
    """Write the folder of one domain below `folder` and return its path.

    Raises:
        NoSuchCaseError: no report names a page of that domain.
        LinkwitnessError: there is such a folder already; evidence is never overwritten.
    """
    case = domain_case(store, property_name, domain, pages=PAGES)
    with store.read() as session:
        row = domain_row(session, case.domain)
        visits = visits_of_domain(session, property_name, row.id if row else 0)
    place = folder / f"evidence-{_file_name(case.domain)}"
    if place.exists():
        raise LinkwitnessError(
            f"{place} is there already; evidence is never overwritten: choose another --to"
        )
    (place / "visits").mkdir(parents=True)
    (place / "case.json").write_bytes(_json(case))
    kept = _write_records(visits, archive, place)
    for visit in visits:
        if visit.evidence is not None:
            (place / "visits" / f"{visit.id}.json").write_bytes(to_json(unpack(visit.evidence)))
    text = files("linkwitness").joinpath("evidence_readme.txt").read_text(encoding="utf-8")
    told = text.format(domain=case.domain, property=property_name, day=f"{now:%Y-%m-%d}", records=kept)
    (place / "README.txt").write_text(told, encoding="utf-8")
    _write_manifest(place, {"property": property_name, "domain": case.domain, "written_at": now})
    return place


def _write_records(visits: Sequence[Visit], archive: Path, place: Path) -> int:
    """Copy the records of the visits, one gzip member each, and index them; return their number."""
    kept = 0
    with (place / RECORDS).open("wb") as file:
        for visit in visits:
            record = raw_record(visit, archive)
            if record:
                file.write(record)
                kept += 1
    if kept:
        CDXJIndexer(str(place / INDEX), [str(place / RECORDS)], sort=True).process_all()
    else:
        (place / RECORDS).unlink()
    return kept


def _write_manifest(place: Path, about: dict[str, object]) -> None:
    found = [
        {"path": path.relative_to(place).as_posix(), "bytes": path.stat().st_size, "sha256": _sha256(path)}
        for path in sorted(place.rglob("*"))
        if path.is_file()
    ]
    (place / MANIFEST).write_bytes(_json({"format": FORMAT, **about, "files": found}))
    sums = [(file["sha256"], file["path"]) for file in found] + [(_sha256(place / MANIFEST), MANIFEST)]
    (place / SUMS).write_text("".join(f"{sum}  {path}\n" for sum, path in sums), encoding="utf-8")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=2) + b"\n"


def _file_name(domain: str) -> str:
    """Return the domain as one harmless part of a path: a host can be an address in brackets."""
    return _UNSAFE.sub("_", domain.lower()).strip(".")[:200] or "_"
