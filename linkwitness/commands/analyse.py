"""`linkwitness analyse`: from what was reported and seen to findings and verdicts."""

from pathlib import Path
from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    property: Annotated[
        str,
        typer.Option(metavar="DOMAIN", help="Whose backlinks to judge; needed when the store has several."),
    ] = "",
    *,
    policy: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="TOML file with numbers of your own, as in docs/signals.md: [fusion] auto = 0.8",
        ),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Judge everything anew, however little has changed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The overview, for programs.")] = False,
) -> None:
    """Judge every page and domain and print the overview.

    Repeat it after every import and crawl. In a store of more than 25,000 backlinks only what has changed is
    judged again, as long as that is little and the last whole analysis is less than a week old.

    Example: linkwitness analyse --policy strict.toml
    """
    from analysis.cases.overview import overview
    from analysis.policy import policy_from
    from linkwitness.documents import document
    from linkwitness.opened import opened
    from linkwitness.overview_view import show_overview
    from linkwitness.property_choice import only_property
    from linkwitness.running import analyse_shown

    rules = None if policy is None else policy_from(policy)
    with opened(context) as (_, store):
        name = only_property(store, property)
        analyse_shown(store, name, rules=rules, whole=whole)
        seen = overview(store, name)
    if as_json:
        typer.echo(document(seen))
    else:
        show_overview(seen)


COMMAND = Command(name="analyse", run=run, order=50)
