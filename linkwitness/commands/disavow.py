"""`linkwitness disavow`: the file that is in force, checked, compared, merged."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evidence.errors import LinkwitnessError
from linkwitness.commands.registry import Command

if TYPE_CHECKING:
    from crawler.disavow.lint import Lint

app = typer.Typer(help="Check, compare and merge disavow files; none is ever changed.", no_args_is_help=True)


def _file(metavar: str) -> Any:
    return typer.Argument(metavar=metavar, exists=True, dir_okay=False)


SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes read of a file; the search engine takes 2 MB."""


@app.command()
def lint(
    file: Annotated[Path, _file("FILE")],
    own: Annotated[
        list[str] | None,
        typer.Option(metavar="DOMAIN", help="A domain of yours, never to be listed; repeatable."),
    ] = None,
    *,
    corrected: Annotated[bool, typer.Option("--corrected", help="Print the corrected file instead.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Name every line that would be refused or misread.

    By a search engine, with the line it should be. Exit code 1 when a line is wrong.

    Example: linkwitness disavow lint disavow.txt --own example.com
    """
    from crawler.disavow.lint import lint as linted
    from crawler.disavow.rules import Severity
    from linkwitness.documents import document

    report = linted(_bytes(file), own_domains=own or ())
    if corrected:
        typer.echo(report.corrected, nl=False)
    elif as_json:
        typer.echo(document(report))
    else:
        _show(file, report)
    if any(problem.rule.severity is Severity.ERROR for problem in report.problems):
        raise typer.Exit(1)


@app.command()
def diff(
    old: Annotated[Path, _file("OLD")],
    new: Annotated[Path, _file("NEW")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Say what a new file adds and takes out.

    Whatever the order and the comments.

    Example: linkwitness disavow diff in-force.txt draft.txt
    """
    from crawler.disavow.difference import diff as difference
    from linkwitness.display import output, words
    from linkwitness.documents import document

    found = difference(_bytes(old), _bytes(new))
    if as_json:
        typer.echo(document(found))
        return
    for mark, entries in (("+", found.added), ("-", found.removed), ("~", found.regrouped)):
        for entry in entries:
            output().print(words(f"{mark} {entry.text}"))
    output().print(
        f"{len(found.added):,} added, {len(found.removed):,} removed, "
        f"{len(found.regrouped):,} covered differently, {found.kept_count:,} kept"
    )


@app.command()
def merge(base: Annotated[Path, _file("FIRST")], others: Annotated[list[Path], _file("OTHER")]) -> None:
    """Print the first file with what the others add.

    Its own lines and comments stay as they are.

    Example: linkwitness disavow merge in-force.txt draft.txt > disavow.txt
    """
    from crawler.disavow.merging import merge as merged

    typer.echo(merged(_bytes(base), *map(_bytes, others)), nl=False)


def _show(file: Path, report: "Lint") -> None:
    from linkwitness.display import output, words

    for problem in report.problems:
        where = f"{file}:{problem.line}" if problem.line else str(file)
        output().print(words(f"{where}: {problem.rule.severity} {problem.rule.id}: {problem.rule.says}"))
        if problem.text:
            output().print(words(f"    {problem.text}", style="dim"))
        for line in problem.proposal:
            output().print(words(f"    → {line}"))
    output().print(f"{report.entry_count:,} entries, {len(report.problems):,} remarks")


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > SIZE_LIMIT:
        raise LinkwitnessError(f"{path} is larger than {SIZE_LIMIT:,} bytes: this is no disavow file")
    return path.read_bytes()


COMMAND = Command(name="disavow", run=app, order=78)
