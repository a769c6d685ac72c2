"""`linkwitness run`: the whole way at once."""

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
        str, typer.Option(metavar="DOMAIN", help="Whose backlinks these are, such as example.com.")
    ] = "",
    replay: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Answer from these WARC files instead of the network; repeatable.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
) -> None:
    """Take reports all the way: import, visit, judge and print.

    Example: linkwitness run export.csv --property example.com
    """
    from linkwitness.opened import opened
    from linkwitness.running import run_all

    with opened(context) as (settings, store):
        finished = run_all(settings, store, files, property_name=property, replay=replay or ())
    if not finished:
        raise KeyboardInterrupt


COMMAND = Command(name="run", run=run, order=10)
