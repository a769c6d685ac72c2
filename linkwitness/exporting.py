"""Writing exports: the chosen ones, or all."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from analysis.gathering import dossier
from analysis.plugins import exports
from evidence.errors import LinkwitnessError
from linkwitness.display import output, words
from store.database import Store


def write_exports(store: Store, property_name: str, folder: Path, *, ids: Sequence[str] = ()) -> list[Path]:
    """Write the exports into the folder and print where they went.

    Raises:
        LinkwitnessError: an id names no export.
    """
    known = {export.id: export for export in exports()}
    unknown = sorted(set(ids) - known.keys())
    if unknown:
        raise LinkwitnessError(
            f"no export is called {', '.join(unknown)}; there are {', '.join(sorted(known))}"
        )
    conclusions = dossier(store, property_name, now=datetime.now(UTC))
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for export in (known[id] for id in ids or sorted(known)):
        path = folder / export.file_name
        export.write(conclusions, path)
        output().print(words(f"  {export.title:<34} {path}"))
        written.append(path)
    return written
