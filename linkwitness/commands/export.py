"""`linkwitness export`: files to hand on."""

from pathlib import Path
from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    exports: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME",
            help="Which: csv, disavow, html, json, jsonl, parquet, xlsx; all without a name. "
            "Or: evidence DOMAIN, everything known of a domain as a folder to hand on.",
        ),
    ] = None,
    property: Annotated[
        str, typer.Option(metavar="DOMAIN", help="Whose backlinks; needed when the store has several.")
    ] = "",
    base: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", exists=True, dir_okay=False, help="The disavow file in force: kept, and added to."
        ),
    ] = None,
    to: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Folder [default: exports in the data folder].")
    ] = None,
) -> None:
    """Write files to hand on: disavow draft, tables, summary.

    All of them where none is named; or the evidence about a domain.

    Example: linkwitness export html disavow --base in-force.txt --to for-the-client
    """
    from linkwitness.exporting import write_evidence_of, write_exports
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property

    with opened(context) as (settings, store):
        name, folder = only_property(store, property), to or settings.exports
        if exports and exports[0] == "evidence":
            write_evidence_of(store, name, exports[1:], archive=settings.archive, folder=folder)
        else:
            write_exports(store, name, folder, ids=exports or (), base=base)


COMMAND = Command(name="export", run=run, order=65)
