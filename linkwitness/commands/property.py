"""`linkwitness property`: whose backlinks are checked."""

import shlex
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from linkwitness.commands.registry import Command

app = typer.Typer(help="Add and show the sites whose backlinks are checked.", no_args_is_help=True)


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="DOMAIN", help="Main domain, such as example.com.")],
    domain: Annotated[
        list[str] | None, typer.Option(metavar="DOMAIN", help="A further domain of yours; repeatable.")
    ] = None,
    asset_host: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST/PATH",
            help="A shared host with your path, such as cdn.shop.com/s/files/1/2345; repeatable.",
        ),
    ] = None,
    brand: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name that counts as a mention; repeatable.")
    ] = None,
    trusted: Annotated[
        list[str] | None, typer.Option(metavar="DOMAIN", help="A domain that is never flagged; repeatable.")
    ] = None,
    sister: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DOMAIN", help="The domain of another site of yours, never flagged; repeatable."
        ),
    ] = None,
) -> None:
    """Add a property, or replace its description.

    What a new description no longer says is told, ready to be said again.

    Example: linkwitness property add example.com --brand "Example & Sons" --asset-host cdn.shop.com/s/files/1
    """
    from evidence.addresses.hosts import registrable_domain
    from evidence.describing import described
    from linkwitness.display import output, words
    from linkwitness.opened import opened
    from linkwitness.property_view import options_of
    from store.properties import find_property, put_property

    property = described(name, domains=domain or (), asset_prefixes=asset_host or (), brands=brand or ())
    sisters = [found for site in sister or () if (found := registrable_domain(site))]
    with opened(context) as (_, store), store.write(durable=True) as session:
        before = put_property(
            session, property, trusted=trusted or (), sisters=sisters, now=datetime.now(UTC)
        )
        after = find_property(session, property.name)
    output().print(f"{'replaced' if before else 'added'} {property.name}")
    if before and (dropped := options_of(before) - options_of(after)):
        lost = " ".join(f"{option} {shlex.quote(value)}" for option, value in sorted(dropped))
        output().print(words(f"no longer said of it: {lost}"))


@app.command()
def show(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="DOMAIN", help="Main domain; without it every property is shown.")
    ] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Show what is known of the properties.

    Example: linkwitness property show example.com
    """
    from linkwitness.documents import document
    from linkwitness.opened import opened
    from linkwitness.property_view import as_table
    from store.properties import find_property, list_properties

    with opened(context) as (_, store), store.read() as session:
        found = [find_property(session, name)] if name else list_properties(session)
    if as_json:
        typer.echo(document(found))
    else:
        as_table(found)


@app.command()
def policy(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="DOMAIN", help="Main domain.")],
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE", help="TOML file as in docs/signals.md; without it the defaults return."
        ),
    ] = None,
) -> None:
    """Judge a property by numbers of its own.

    Every analysis of it goes by them.

    Example: linkwitness property policy example.com strict.toml
    """
    from analysis.policy import overrides_from
    from linkwitness.display import output
    from linkwitness.opened import opened
    from store.properties import put_policy

    numbers = {} if file is None else overrides_from(file)
    with opened(context) as (_, store), store.write(durable=True) as session:
        put_policy(session, name, numbers)
    count = sum(map(len, numbers.values()))
    output().print(f"{name} goes by {f'{count} numbers of its own' if count else 'the defaults'}")


@app.command()
def targets(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="DOMAIN", help="Main domain; needed when the store has several.")
    ] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="All that is known of each, for programs.")] = False,
) -> None:
    """Show what became of what backlinks lead to.

    Pages and images of yours: there, gone or replaced.

    Example: linkwitness property targets example.com
    """
    from linkwitness.documents import document
    from linkwitness.opened import opened
    from linkwitness.property_choice import only_property
    from linkwitness.property_view import targets_as_table
    from store.crawls.target_profiles import property_profiles

    with opened(context) as (_, store):
        known = only_property(store, name)
        with store.read() as session:
            found = property_profiles(session, known)
    if as_json:
        typer.echo(document(found))
    else:
        targets_as_table(found)


COMMAND = Command(name="property", run=app, order=20)
