"""Importing from the command line: progress, what came in, what was left out and why."""

import csv
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from crawler.imports.importing import Imported, import_report
from linkwitness.display import notices, output, words
from linkwitness.documents import document
from linkwitness.progress import Advance, progress
from linkwitness.property_choice import choose_property
from store.database import Store
from store.looks.tallies import count

SHOWN_BAD_ROWS = 5
"""Bad rows named on screen; `--errors` writes them all."""


def import_files(
    store: Store,
    files: Sequence[Path],
    *,
    property_name: str,
    errors: Path | None = None,
    as_json: bool = False,
) -> str:
    """Import files for the named property, or the store's only one; return its name.

    What came of them is printed, in words or as a JSON list; `errors` gets every skipped row.
    """
    name = choose_property(store, property_name)
    imported: list[Imported] = []
    for file in files:
        with progress(f"importing {file.name}", unit="rows") as bar:

            def on_rows(rows: int, lines: int, bar: Advance = bar) -> None:
                bar(rows, total=lines)

            done = import_report(store, name, file, now=datetime.now(UTC), on_rows=on_rows)
        for one in done if not as_json else ():
            _show(one)
        imported.extend(done)
    count(store, name, now=datetime.now(UTC))
    if as_json:
        sys.stdout.write(document(imported) + "\n")
    if errors is not None:
        _write_errors(imported, errors)
    return name


def _show(imported: Imported) -> None:
    output().print(
        words(
            f"{imported.file_name}: {imported.format}, {imported.rows:,} rows, "
            f"{imported.new_backlinks:,} new backlinks" + (", imported before" if imported.was_known else "")
        )
    )
    for reason in imported.passed_over:
        notices().print(words(f"  passed over: {reason}"))
    if imported.own:
        output().print(f"  {imported.own:,} rows from your own pages left out")
    if imported.elsewhere:
        hosts = ", ".join(f"{host} ({rows:,})" for host, rows in imported.elsewhere.most_common(3))
        output().print(
            words(f"  {imported.elsewhere.total():,} rows link to hosts not set up as yours: {hosts}; ")
            + words("if they are, add them: linkwitness property add NAME --asset-host HOST/PATH")
        )
    for bad in imported.bad[:SHOWN_BAD_ROWS]:
        notices().print(words(f"  line {bad.line} skipped: {bad.reason}: {bad.text}"))
    if len(imported.bad) > SHOWN_BAD_ROWS:
        notices().print(f"  {len(imported.bad):,} rows skipped in all; see them with --errors FILE")


def _write_errors(imported: Sequence[Imported], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "line", "reason", "row"))
        writer.writerows(
            (one.file_name, bad.line, bad.reason, bad.text) for one in imported for bad in one.bad
        )
