"""`linkwitness db`: the schema of the store."""

import typer

from linkwitness.commands.registry import Command

app = typer.Typer(help="Look after the store's schema.", no_args_is_help=True)


@app.command()
def upgrade(context: typer.Context) -> None:
    """Bring the schema up to this program's version.

    Safe to repeat.

    Example: linkwitness db upgrade
    """
    from linkwitness.configuration import configuration
    from linkwitness.display import output
    from store.database import Store, revisions, upgrade

    store = Store(configuration(context).store_url)
    before, _ = revisions(store)
    upgrade(store)
    after, _ = revisions(store)
    store.close()
    output().print(f"schema {after}" + (" (no change)" if before == after else f" (was {before or 'empty'})"))


COMMAND = Command(name="db", run=app, order=90)
