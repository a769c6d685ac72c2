"""`linkwitness discover`: find references in archives of the web, without any report."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from evidence.property import Property
from linkwitness.commands.registry import Command


def run(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE", help="WARC or WAT files, such as Common Crawl's.", exists=True, dir_okay=False
        ),
    ],
    property: Annotated[
        str, typer.Option(metavar="DOMAIN", help="Whose references to look for, such as example.com.")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Find pages in archives that no report names.

    They link to the property or embed what is its own.

    Example: linkwitness discover CC-MAIN-00000.warc.gz --property example.com
    """
    from crawler.archive.discovery import Discoverer
    from linkwitness.display import line, notices, output, words

    discoverer = Discoverer(_property(context, property))
    console, found = output(), 0
    pages: set[str] = set()
    for one in discoverer.discover(files):
        found += 1
        pages.add(one.page_url)
        if as_json:
            typer.echo(json.dumps(asdict(one)))
        else:
            around = " ".join(part for part in (one.left, f"[{one.anchor}]", one.right) if part)
            line(console, 0, one.page_url)
            line(console, 2, f"{one.kind} {one.url}")
            line(console, 2, around)
    for sentence in discoverer.damage:
        notices().print(words(sentence, "yellow"))
    references = f"{found:,} {'reference' if found == 1 else 'references'}"
    notices().print(f"{references} on {len(pages):,} of {discoverer.records:,} pages of other sites")


def _property(context: typer.Context, name: str) -> Property:
    """Return what the store knows of the property, or its name alone."""
    from linkwitness.opened import opened
    from store.properties import UnknownPropertyError, find_property

    try:
        with opened(context) as (_, store), store.read() as session:
            return find_property(session, name).property
    except UnknownPropertyError:
        return Property(name=name, domains=(name,))


COMMAND = Command(name="discover", run=run, order=75)
