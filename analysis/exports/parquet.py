"""Every backlink as one typed table for notebooks and data warehouses."""

from pathlib import Path

import polars as pl

from analysis.cases.dossier import Dossier
from analysis.export import Export

DAYS = ("first_seen", "last_seen")
"""Text in the dossier, days here; what no report says is null."""


def write(dossier: Dossier, path: Path) -> None:
    """Write the table: numbers, truths and days keep their types, so nothing in it can run."""
    typed = dossier.backlinks.with_columns(pl.col(DAYS).replace("", None).str.to_date("%Y-%m-%d"))
    typed.write_parquet(path, compression="zstd", metadata={"linkwitness": "backlinks 1"})


EXPORT = Export(id="parquet", title="All backlinks, typed", file_name="backlinks.parquet", write=write)
