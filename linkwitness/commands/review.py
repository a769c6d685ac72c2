"""`linkwitness review`: look at the evidence in a browser, and decide."""

from pathlib import Path
from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    property: Annotated[
        str, typer.Option(metavar="DOMAIN", help="Whose backlinks; needed when the store has several.")
    ] = "",
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65_535, help="Port; 0 takes a free one.")
    ] = 8765,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Further name under which browsers reach the server."),
    ] = None,
    password_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="File with the password; needed to listen beyond this machine."),
    ] = None,
    *,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Show everything, store no decision.")
    ] = False,
) -> None:
    """Serve the page where a person decides on flagged domains.

    It shows their evidence, the decisions and the disavow draft. It listens on this machine only,
    unless told otherwise, and may run while a crawl does. Ctrl-C ends it.

    Example: linkwitness review --port 8765
    """
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property
    from linkwitness.reviewing import Listening, serve

    with opened(context) as (settings, store):
        listening = Listening(host=host, port=port, names=tuple(name or ()), secret_file=password_file)
        serve(store, only_property(store, property), settings.archive, listening, read_only=read_only)


COMMAND = Command(name="review", run=run, order=62)
