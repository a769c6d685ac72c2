"""`linkwitness import`: report files into the store."""

from pathlib import Path
from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Report files of any known tool.", exists=True, dir_okay=False),
    ],
    property: Annotated[
        str, typer.Option(metavar="DOMAIN", help="Whose backlinks these are; added when new.")
    ] = "",
    errors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every skipped row with its reason here (CSV).")
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="What came in and what not, for programs.")] = False,
) -> None:
    """Take backlink reports into the store.

    Importing a file twice changes nothing.

    Example: linkwitness import export.csv --property example.com --errors skipped.csv
    """
    from linkwitness.importing import import_files
    from linkwitness.opened import opened

    with opened(context) as (_, store):
        import_files(store, files, property_name=property, errors=errors, as_json=as_json)


COMMAND = Command(name="import", run=run, order=30)
