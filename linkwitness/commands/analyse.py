"""`linkwitness analyse`: from what was reported and seen to findings and verdicts."""

from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    property: Annotated[
        str, typer.Option(help="Whose backlinks to judge; needed when the store has several.")
    ] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The overview, for programs.")] = False,
) -> None:
    """Judge every page and domain and print the overview; repeat it after every crawl.

    Example: linkwitness analyse
    """
    import msgspec

    from analysis.overview import overview
    from linkwitness.opened import opened
    from linkwitness.overview_view import show_overview
    from linkwitness.property_choice import only_property
    from linkwitness.running import analyse_shown

    with opened(context) as (_, store):
        name = only_property(store, property)
        analyse_shown(store, name)
        seen = overview(store, name)
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(seen), indent=2).decode())
    else:
        show_overview(seen)


COMMAND = Command(name="analyse", run=run, order=50)
