"""The `linkwitness` program: finds the commands, turns expected errors into one clear line."""

import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer

from evidence.errors import LinkwitnessError
from linkwitness.commands.registry import commands
from linkwitness.logs import show_warnings

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it (128 + SIGINT)."""

HELP = """Check backlink reports against the pages themselves and find image-link spam.

Example: linkwitness run export.csv --property example.com
"""


def _tell_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"linkwitness {version('linkwitness')}")
        raise typer.Exit


def build() -> typer.Typer:
    """Put the commands together."""
    app = typer.Typer(
        help=HELP,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )

    @app.callback()
    def options(
        context: typer.Context,
        store: Annotated[
            str,
            typer.Option(
                metavar="URL", help="Database URL [default: SQLite in the data folder]; LINKWITNESS_STORE."
            ),
        ] = "",
        data: Annotated[
            Path | None,
            typer.Option(
                metavar="FOLDER",
                help="Folder for store, archive and exports [default: linkwitness-data]; LINKWITNESS_DATA.",
            ),
        ] = None,
        *,
        _version: Annotated[
            bool,
            typer.Option(
                "--version", callback=_tell_version, is_eager=True, help="Show the version and exit."
            ),
        ] = False,
    ) -> None:
        context.obj = {name: value for name, value in (("store", store), ("data", data)) if value}

    for command in commands():
        if isinstance(command.run, typer.Typer):
            app.add_typer(command.run, name=command.name)
        else:
            app.command(command.name)(command.run)
    return app


def main() -> None:
    """Run the command line; exit code 1 for an expected error, 2 for a wrong call, 130 after Ctrl-C."""
    show_warnings()
    try:
        sys.exit(build()(standalone_mode=False) or 0)
    except typer.TyperException as error:
        shown: Any = error  # typer does not declare that its errors can show themselves
        shown.show()
        sys.exit(error.exit_code)
    except LinkwitnessError as error:
        from linkwitness.display import told

        sys.exit(f"linkwitness: {told(error).plain}")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        if error.filename is None:
            raise  # a file that somebody named is his to mend, all else is a defect
        sys.exit(f"linkwitness: {error.filename}: {error.strerror}")


if __name__ == "__main__":
    main()
