"""Writing exports: the chosen ones, or all."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from analysis.cases.gathering import dossier
from analysis.exports.disavow import EXPORT as DISAVOW
from analysis.plugins import exports
from evidence.errors import LinkwitnessError
from linkwitness.disavow_in_force import Continued, continue_file
from linkwitness.display import output, words
from linkwitness.evidence_folder import write_evidence
from store.database import Store


def write_exports(
    store: Store, property_name: str, folder: Path, *, ids: Sequence[str] = (), base: Path | None = None
) -> list[Path]:
    """Write the exports into the folder and print where they went; `base` is a disavow file in force.

    Raises:
        LinkwitnessError: an id names no export, `base` is given and no disavow file is to be written,
            or there can be no such folder.
    """
    known = {export.id: export for export in exports()}
    unknown = sorted(set(ids) - known.keys())
    if unknown:
        raise LinkwitnessError(
            f"no export is called {', '.join(unknown)}; there are {', '.join(sorted(known))}"
        )
    if base is not None and DISAVOW.id not in (ids or known):
        raise LinkwitnessError("--base continues a disavow file: linkwitness export disavow --base FILE")
    conclusions = dossier(store, property_name, now=datetime.now(UTC))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LinkwitnessError(
            f"the folder {folder} cannot be made: {error.strerror}; name another one with --to"
        ) from error
    written = []
    for export in (known[id] for id in ids or sorted(known)):
        path = folder / export.file_name
        if base is not None and export.id == DISAVOW.id:
            found = continue_file(base, conclusions, path)
        else:
            found = None
            export.write(conclusions, path)
        output().print(words(f"  {export.title:<34} {path}"))
        if found is not None:
            _show(found)
        written.append(path)
    return written


def write_evidence_of(
    store: Store, property_name: str, domains: Sequence[str], *, archive: Path, folder: Path
) -> None:
    """Write a folder of evidence for each domain and print where it is.

    Raises:
        LinkwitnessError: no domain is named, nothing is known of one, or its folder is there already.
    """
    if not domains:
        raise LinkwitnessError("name a domain: linkwitness export evidence DOMAIN")
    for domain in domains:
        place = write_evidence(
            store, property_name, domain, archive=archive, folder=folder, now=datetime.now(UTC)
        )
        output().print(words(f"  {'Evidence':<34} {place}"))


def _show(found: Continued) -> None:
    output().print(f"  {len(found.added):,} lines added to those in force, none changed or taken out")
    if found.removable:
        output().print("  could be taken out again, because every reported link is gone:")
    for entry, links in found.removable:
        output().print(words(f"    {entry.text} ({links:,} {'link' if links == 1 else 'links'})"))
    if found.unreported:
        output().print(
            f"  {found.unreported:,} lines in force are in no imported report: nothing is known of them"
        )
