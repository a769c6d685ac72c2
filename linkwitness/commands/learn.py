"""`linkwitness learn`: what a model fitted on your reviews would be worth."""

from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    property: Annotated[str, typer.Option(help="Whose reviews; needed when the store has several.")] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The figures, for programs.")] = False,
) -> None:
    """Fit a logistic model on your reviews and show its precision and recall on pages it has not seen.

    The model is shown beside the verdicts in force and changes none of them.

    Example: linkwitness learn
    """
    import msgspec

    from analysis.lessons import lesson
    from linkwitness.learned_view import show_learned
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property

    with opened(context) as (_, store):
        learned = lesson(store, only_property(store, property))
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(learned), indent=2).decode())
    else:
        show_learned(learned)


COMMAND = Command(name="learn", run=run, order=65)
