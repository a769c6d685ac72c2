"""`linkwitness api`: the evidence for other programs, as JSON over HTTP."""

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
    ] = 8766,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Further name under which programs reach the server."),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="File with the token; needed to listen beyond this machine."),
    ] = None,
) -> None:
    """Serve the results to other programs, as JSON.

    Counts, queue, cases, campaigns and reports, read-only; /openapi.json describes them. It
    listens on this machine only, unless told otherwise, and may run while a crawl does. Ctrl-C ends it.

    Example: linkwitness api --port 8766
    """
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property
    from linkwitness.reviewing import Listening, serve_api

    with opened(context) as (settings, store):
        listening = Listening(host=host, port=port, names=tuple(name or ()), secret_file=token_file)
        serve_api(store, only_property(store, property), settings.archive, listening)


COMMAND = Command(name="api", run=run, order=63)
