"""`linkwitness show`: one domain or page with all its evidence."""

from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    subject: Annotated[
        str, typer.Argument(metavar="DOMAIN|URL", help="A referring domain, or the URL of a referring page.")
    ],
    property: Annotated[
        str, typer.Option(metavar="DOMAIN", help="Whose backlink; needed when the store has several.")
    ] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The whole case, for programs.")] = False,
) -> None:
    """Show all that is known of a domain or page.

    Claims, visits, quotes, findings, verdict and advice.

    Example: linkwitness show spammy-gallery.example
    """
    from analysis.cases.case import PageCase
    from analysis.cases.casefile import domain_case, page_case
    from linkwitness.case_view import show_domain, show_page
    from linkwitness.documents import document
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property

    with opened(context) as (_, store):
        name = only_property(store, property)
        is_page = "://" in subject
        case = page_case(store, name, subject) if is_page else domain_case(store, name, subject)
    if as_json:
        typer.echo(document(case))
    elif isinstance(case, PageCase):
        show_page(case)
    else:
        show_domain(case)


COMMAND = Command(name="show", run=run, order=60)
