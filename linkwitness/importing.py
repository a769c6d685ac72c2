"""Importing from the command line: progress, what came in, what was left out and why."""

import csv
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from crawler.imports.importing import Imported, import_report
from crawler.reports.errors import ReportError
from evidence.addresses.hosts import registrable_domain
from evidence.errors import LinkwitnessError
from linkwitness.display import notices, output, told, words
from linkwitness.documents import document
from linkwitness.progress import progress
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

    What came of them is printed, in words or as a JSON list; `errors` gets every skipped row. A file that is
    no report does not keep the others out.

    Raises:
        LinkwitnessError: there is no such property, or not every file could be imported.
    """
    name = choose_property(store, property_name)
    imported: list[Imported] = []
    failed: dict[Path, ReportError] = {}
    for file in files:
        try:
            done = _import(store, name, file)
        except ReportError as error:
            failed[file] = error
            continue
        for one in done if not as_json else ():
            _show(one, name)
        imported.extend(done)
    count(store, name, now=datetime.now(UTC))
    if as_json:
        sys.stdout.write(document(imported) + "\n")
    if errors is not None:
        _write_errors(imported, errors)
    _raise(failed, among=len(files))
    return name


def _import(store: Store, property_name: str, file: Path) -> tuple[Imported, ...]:
    with progress(f"importing {file.name}", unit="rows") as bar:
        return import_report(
            store,
            property_name,
            file,
            now=datetime.now(UTC),
            on_rows=lambda rows, lines: bar(rows, total=lines),
        )


def _raise(failed: Mapping[Path, ReportError], *, among: int) -> None:
    """Say which files could not be imported, and what that means for the others."""
    if among == 1:
        for error in failed.values():
            raise error
    for error in failed.values():
        notices().print(told(error))
    if failed:
        raise LinkwitnessError(
            f"{len(failed):,} of {among:,} files could not be imported: {', '.join(map(str, failed))}. "
            "Mend them or call again without them; the others are in, and importing twice changes nothing."
        )


def _show(imported: Imported, property_name: str) -> None:
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
    if not (imported.rows or imported.bad or imported.own):
        notices().print("  nothing in it states a backlink; export it again if something should")
    if imported.elsewhere:
        output().print(words(f"  {_elsewhere(imported, property_name)}"))
    for column in imported.unread:
        cells = "1 cell" if column.cells == 1 else f"{column.cells:,} cells"
        first = f"the first in line {column.line}: {column.text}"
        notices().print(words(f"  {column.column}: {cells} not understood and left out, {first}"))
    for bad in imported.bad[:SHOWN_BAD_ROWS]:
        notices().print(words(f"  line {bad.line} skipped: {bad.reason}: {bad.text}"))
    if len(imported.bad) > SHOWN_BAD_ROWS:
        notices().print(f"  {len(imported.bad):,} rows skipped in all; see them with --errors FILE")


def _elsewhere(imported: Imported, property_name: str) -> str:
    """Say which hosts the rows link to that are not the property's, and what to do if they should be."""
    hosts = ", ".join(f"{host} ({rows:,})" for host, rows in imported.elsewhere.most_common(3))
    add = (
        f"if they are yours, name all of them in one call: linkwitness property add {property_name} "
        "--domain DOMAIN --asset-host HOST/PATH"
    )
    if imported.elsewhere.total() == imported.rows:
        ((host, _),) = imported.elsewhere.most_common(1)
        other = registrable_domain(host) or host
        return (
            f"no row links to {property_name}, all link to: {hosts}; "
            f"if the report is about that site, import it with --property {other}; {add}"
        )
    return f"{imported.elsewhere.total():,} rows link to hosts not set up as yours: {hosts}; {add}"


def _write_errors(imported: Sequence[Imported], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "line", "reason", "row"))
        writer.writerows(
            (one.file_name, bad.line, bad.reason, bad.text) for one in imported for bad in one.bad
        )
