"""`linkwitness recrawl`: visit pages again before they are due."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from evidence.errors import LinkwitnessError
from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    domains: Annotated[
        list[str] | None, typer.Argument(metavar="DOMAIN", help="Domains whose pages to visit again.")
    ] = None,
    property: Annotated[
        str, typer.Option(metavar="DOMAIN", help="Whose backlinks; needed when the store has several.")
    ] = "",
    *,
    flagged: Annotated[bool, typer.Option("--flagged", help="Pages that a verdict flags.")] = False,
    unknown: Annotated[bool, typer.Option("--unknown", help="Pages that could not be judged.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Pages whose time has come.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="What came of it, for programs.")] = False,
) -> None:
    """Visit pages again: flagged, unknown, due or named ones.

    Example: linkwitness recrawl --flagged
    """
    from crawler.job import Summary
    from linkwitness.crawl_view import crawl_document, show_crawl
    from linkwitness.crawling import crawl
    from linkwitness.display import output
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property
    from store.crawls.selection import due_pages, flagged_pages, pages_of_domains, unknown_pages

    if not (domains or flagged or unknown or due):
        raise LinkwitnessError("nothing to visit: name domains, or say --flagged, --unknown or --due")
    with opened(context) as (settings, store):
        name = only_property(store, property)
        with store.read() as session:
            chosen = {
                *pages_of_domains(session, name, [one.lower() for one in domains or ()]),
                *(flagged_pages(session, name) if flagged else ()),
                *(unknown_pages(session, name) if unknown else ()),
                *(due_pages(session, name, datetime.now(UTC)) if due else ()),
            }
        if not chosen and domains:
            raise LinkwitnessError(f"no backlink comes from {', '.join(domains)}")
        summary = crawl(settings, name, page_ids=sorted(chosen)) if chosen else Summary()
    if as_json:
        typer.echo(crawl_document(summary))
    elif chosen:
        show_crawl(summary)
    else:
        output().print("no such page: nothing to visit")
    if summary.stopped:
        raise KeyboardInterrupt


COMMAND = Command(name="recrawl", run=run, order=70)
