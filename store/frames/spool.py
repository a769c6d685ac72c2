"""The rows of one property, parted by shard: each table is walked over once and kept in files meanwhile.

A shard's rows lie all over the tables. Fetching them shard by shard would read every table once a shard.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from store.frames.reading import BulkReader
from store.frames.shards import Shard


class Spool:
    """Files with the rows of each shard, in a folder that lives as long as they are needed."""

    def __init__(self, readers: Sequence[BulkReader], parts: Sequence[Shard], folder: Path) -> None:
        """Walk over pages, backlinks, statements, visits and finds; they must fit into the folder.

        With two readers, over what is claimed and over what was seen at a time.
        """
        reader = readers[0]
        self.parts = parts
        self._folder = folder
        self._files = defaultdict[tuple[str, int], list[Path]](list)
        domains = reader.domains()
        self._domains = [
            domains.filter(pl.col("domain_id").is_between(part.low, part.high - 1)) for part in parts
        ]
        self._targets = reader.targets()
        self._reports = reader.reports()
        self.own_texts = reader.own_texts()
        """What the pages of the property say, by target: see `EvidenceReader.own_texts`."""
        pages = self._parted("page", map(self._numbered, reader.pages()), "page_id")
        with ThreadPoolExecutor(len(readers)) as pool:
            walks = [pool.submit(self._claimed, reader, pages), pool.submit(self._seen, readers[-1], pages)]
        for walk in walks:
            walk.result()

    def _claimed(self, reader: BulkReader, pages: pl.DataFrame) -> None:
        links = (rows.join(pages, on="page_id") for rows in reader.backlinks())
        backlinks = self._parted("backlink", links, "backlink_id")
        self._parted("statement", (rows.join(backlinks, on="backlink_id") for rows in reader.statements()))

    def _seen(self, reader: BulkReader, pages: pl.DataFrame) -> None:
        self._parted("look", (rows.join(pages, on="page_id") for rows in reader.looks()))
        self._parted("reference", (rows.join(pages, on="page_id") for rows in reader.references()))

    def backlinks(self, number: int) -> pl.DataFrame:
        """Return one row per backlink with its page, domain, target and what the last visit said."""
        return (
            self._read("backlink", number)
            .join(self._read("page", number), on="page_id")
            .join(self._domains[number], on="domain_id")
            .join(self._targets, on="target_id", how="left")
            .with_columns(
                pl.col("target_url", "target_page_url", "target_says").fill_null(""),
                pl.col("target_is_image").fill_null(value=False),
            )
        )

    def statements(self, number: int) -> pl.DataFrame:
        """Return what the reports say, oldest report first."""
        rows = self._read("statement", number).join(self._reports, on="report_id")
        return rows.sort("imported_at", "line", maintain_order=True)

    def looks(self, number: int) -> pl.DataFrame:
        """Return the latest visit to each page.

        `page_id`, `visit_id`, `template_hash`, `simhash`, `address` (of the server), `trackers` (JSON list).
        """
        latest = self._read("look", number).unique("page_id", keep="last", maintain_order=True)
        return latest.join(self._read("backlink", number), on="page_id", how="semi")

    def references(self, number: int, looks: pl.DataFrame) -> pl.DataFrame:
        """Return the finds of some visits, and of further loads since, in their order.

        `looks`: `page_id` and `visit_id`, one visit a page.
        """
        latest = looks.select("page_id", latest_id="visit_id")
        return (
            self._read("reference", number)
            .join(latest, on="page_id")
            .filter(pl.col("visit_id") >= pl.col("latest_id"))
            .sort("reference_id")
            .drop("reference_id", "latest_id")
        )

    def _numbered(self, rows: pl.DataFrame) -> pl.DataFrame:
        above = [(pl.col("domain_id") >= part.low).cast(pl.UInt32) for part in self.parts[1:]]
        return rows.with_columns(part=pl.sum_horizontal(above) if above else pl.lit(0, pl.UInt32))

    def _parted(self, table: str, batches: Iterable[pl.DataFrame], key: str = "") -> pl.DataFrame:
        """Write batches that have a `part`; return the part of each `key`."""
        parts: list[pl.DataFrame] = []
        for batch, rows in enumerate(_ahead(batches)):
            for (number,), some in rows.partition_by("part", as_dict=True, include_key=False).items():
                some.write_ipc(self._file(table, number, batch))
            if batch == 0:
                self._empty(table, rows.drop("part").clear())
            if key:
                parts.append(rows.select(key, "part"))
        return pl.concat(parts) if key else pl.DataFrame()

    def _empty(self, table: str, rows: pl.DataFrame) -> None:
        """Let every part of a table have a file, so that an empty one has its columns."""
        for number in range(len(self.parts)):
            rows.write_ipc(self._file(table, number, -1))

    def _read(self, table: str, number: int) -> pl.DataFrame:
        return pl.concat(pl.read_ipc(file) for file in self._files[table, number])

    def _file(self, table: str, number: int, batch: int) -> Path:
        """Return a new file, and remember it."""
        file = self._folder / f"{table}-{number}-{batch}.arrow"
        self._files[table, number].append(file)
        return file


@contextmanager
def spooled(*readers: BulkReader, parts: Sequence[Shard] = (Shard(),)) -> Iterator[Spool]:
    """Give the rows of a property by shard; all in one without `parts`."""
    with TemporaryDirectory(prefix="linkwitness-") as folder:
        yield Spool(readers, parts, Path(folder))


def _ahead(batches: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """Read the next batch while the last one is being written."""
    remaining = iter(batches)
    with ThreadPoolExecutor(1) as beside:
        coming = beside.submit(next, remaining, None)
        while (batch := coming.result()) is not None:
            coming = beside.submit(next, remaining, None)
            yield batch
