"""`linkwitness learn`: what a model fitted on your reviews would be worth, and whether to use it."""

from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    property: Annotated[
        str, typer.Option(metavar="DOMAIN", help="Whose reviews; needed when the store has several.")
    ] = "",
    *,
    use: Annotated[
        bool | None,
        typer.Option("--use/--stop", help="Whether its opinion is told beside the verdicts."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures, for programs.")] = False,
) -> None:
    """Fit a model on your reviews and show how good it is.

    A logistic model, its precision and recall on pages it has not seen. It changes no
    verdict. With --use, `show` and the review page tell its opinion of each page, until --stop.

    Example: linkwitness learn --use
    """
    from analysis.model.lessons import lesson
    from linkwitness.display import output
    from linkwitness.documents import document
    from linkwitness.learned_view import show_learned
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property
    from store.properties import put_learned

    with opened(context) as (_, store):
        name = only_property(store, property)
        if use is False:
            with store.write(durable=True) as session:
                put_learned(session, name, {})
            output().print(f"{name} uses no model")
            return
        learned = lesson(store, name)
        if use:
            with store.write(durable=True) as session:
                put_learned(session, name, learned.model.numbers())
    if as_json:
        typer.echo(document(learned))
    else:
        show_learned(learned)


COMMAND = Command(name="learn", run=run, order=65)
