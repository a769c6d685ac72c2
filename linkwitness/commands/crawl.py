"""`linkwitness crawl`: visit the pages that are due."""

from pathlib import Path
from typing import Annotated

import typer

from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    property: Annotated[
        str,
        typer.Option(metavar="DOMAIN", help="Whose backlinks to visit; needed when the store has several."),
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
    *,
    as_json: Annotated[bool, typer.Option("--json", help="What came of it, for programs.")] = False,
) -> None:
    """Visit every referring page that is due.

    Ctrl-C stops it cleanly; call it again to go on.

    Example: linkwitness crawl --replay pages.warc.gz
    """
    from linkwitness.crawl_view import crawl_document, show_crawl
    from linkwitness.crawling import crawl
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property

    with opened(context) as (settings, store):
        summary = crawl(settings, only_property(store, property), replay=replay or ())
    if as_json:
        typer.echo(crawl_document(summary))
    else:
        show_crawl(summary)
    if summary.stopped:
        raise KeyboardInterrupt


COMMAND = Command(name="crawl", run=run, order=40)
