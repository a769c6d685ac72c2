"""A real export without a single visit: the doorways among its image targets are found, the others are not.

This is a regression test and no independent measurement: the signals were written by people who had read
these rows, and the four honest ones were named before they were labelled.
"""

import tomllib
from pathlib import Path

import pytest

from analysis.analyse import analyse
from crawler.imports.importing import import_report
from evidence.property import Property
from store.database import open_store
from store.frames.reading import bulk_reader
from store.frames.spool import spooled
from store.properties import property_key, put_property
from tests.analysis.seeding import NOW

EXPORT = Path(__file__).resolve().parents[2].parent / "shared/data/exports/ahrefs/caldea_2026-02_utf16le.tsv"
LABELS = tomllib.loads(
    (Path(__file__).resolve().parents[2] / "eval/caldea.toml").read_text(encoding="utf-8")
)["rows"]
HONEST = {line for row in LABELS if not row["spam"] for line in row["lines"]}
SPAM = {line for row in LABELS if row["spam"] for line in row["lines"]}


def test_doorways_are_found_in_the_report_alone(tmp_path: Path) -> None:
    if not EXPORT.exists():
        pytest.skip(f"the real export is not here: {EXPORT}")
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    with store.write() as session:
        put_property(
            session, Property(name="caldea.com", domains=("caldea.com",), brands=("Caldea",)), now=NOW
        )
    import_report(store, "caldea.com", EXPORT, now=NOW)
    analyse(store, "caldea.com", now=NOW)
    with bulk_reader(store, property_key("caldea.com")) as reader, spooled(reader) as spool:
        images = spool.backlinks(0).filter("target_is_image")
        lines = spool.statements(0).select("backlink_id", "line")
        verdicts = reader.verdicts("page").rename({"subject_id": "page_id", "state": "verdict"})
    judged = images.join(verdicts.select("page_id", "verdict", "flagged"), on="page_id")
    judged = judged.join(lines, on="backlink_id")
    assert set(judged["line"]) == HONEST | SPAM
    assert (len(HONEST), len(SPAM)) == (4, 50)
    honest = judged["line"].is_in(sorted(HONEST))
    assert not judged.filter(honest)["flagged"].any()
    assert judged.filter(~honest)["flagged"].sum() >= 45
    assert set(judged["verdict"]) == {"undecided"}
