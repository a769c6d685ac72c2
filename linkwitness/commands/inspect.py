"""`linkwitness inspect`: the evidence of one page, without a store."""

import gzip
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from linkwitness.commands.registry import Command

if TYPE_CHECKING:
    from evidence.model import PageEvidence
    from evidence.property import Property, Target

SCHEMES = ("http://", "https://")
MOST_BYTES = 10 * 1024 * 1024
"""As much of a page as a visit keeps."""


def run(
    context: typer.Context,
    page: Annotated[
        str,
        typer.Argument(
            metavar="FILE|URL", help="A saved page (also gzip), `-` for standard input, or a URL to visit."
        ),
    ],
    url: Annotated[
        str,
        typer.Option(metavar="URL", help="Address of a saved page; relative links are resolved against it."),
    ] = "",
    property: Annotated[str, typer.Option(metavar="DOMAIN", help="Whose references to look for.")] = "",
    target: Annotated[
        list[str] | None, typer.Option(metavar="URL", help="A reported target URL; repeatable.")
    ] = None,
    asset_host: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST/PATH", help="A shared host with the property's path; repeatable."),
    ] = None,
    brand: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A name that counts as a mention; repeatable.")
    ] = None,
    header: Annotated[
        list[str] | None,
        typer.Option(metavar="HEADER", help="A response header of a saved page, `name: value`."),
    ] = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="The whole evidence, for programs (docs/evidence.md).")
    ] = False,
) -> None:
    """Show the references in one page, and the words around them.

    Five words on each side, whether a person sees them, and why not.

    Example: linkwitness inspect page.html --url https://blog.example/post --property example.com
    """
    from evidence.property import Target

    owner = _owner(property, asset_host or (), brand or ())
    targets = [Target(url=one) for one in target or ()]
    if page.startswith(SCHEMES):
        evidence = _visited(context, page, owner, targets)
    else:
        evidence = _read(page, url, _headers(header or ()), owner, targets)
    _show(evidence, as_json=as_json)


def _owner(property: str, asset_hosts: Sequence[str], brands: Sequence[str]) -> "Property":
    """Return whose references to look for; nobody's where none is named."""
    from evidence.describing import described
    from evidence.property import Property

    return described(property, asset_prefixes=asset_hosts, brands=brands) if property else Property(name="")


def _show(evidence: "PageEvidence", *, as_json: bool) -> None:
    import msgspec

    from evidence.codec import to_json
    from linkwitness.evidence_view import show_evidence

    if as_json:
        typer.echo(msgspec.json.format(to_json(evidence), indent=2).decode())
    else:
        show_evidence(evidence)


def _read(
    page: str, url: str, headers: dict[str, str], owner: "Property", targets: "list[Target]"
) -> "PageEvidence":
    from evidence.errors import LinkwitnessError
    from evidence.extract import extract

    if url and not url.startswith(SCHEMES):
        raise LinkwitnessError(f"--url takes a whole address such as https://blog.example/post, not {url}")
    try:
        body = sys.stdin.buffer.read(MOST_BYTES + 1) if page == "-" else _bounded(Path(page))
    except OSError as error:
        raise LinkwitnessError(f"{page} cannot be read: {error.strerror or error}") from error
    truncated = len(body) > MOST_BYTES
    return extract(
        body[:MOST_BYTES],
        url=url or "http://page.invalid/",
        headers=headers,
        property=owner,
        targets=targets,
        truncated=truncated,
    )


def _bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        with gzip.open(file) if packed else io.BufferedReader(file) as stream:
            return stream.read(MOST_BYTES + 1)


def _headers(lines: Sequence[str]) -> dict[str, str]:
    parts = (line.partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in parts}


def _visited(context: typer.Context, url: str, owner: "Property", targets: "list[Target]") -> "PageEvidence":
    from evidence.errors import LinkwitnessError
    from linkwitness.configuration import configuration
    from linkwitness.one_visit import visit_once

    if not owner.name:
        raise LinkwitnessError("a visit is made in somebody's name: say whose with --property example.com")

    return visit_once(configuration(context), url, property=owner, targets=[one.url for one in targets])


COMMAND = Command(name="inspect", run=run, order=80)
