"""The whole way at once: import, crawl, analyse, show, export."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from shutil import which

from analysis.analyse import analyse
from analysis.cases.overview import overview
from analysis.policy import Policy
from linkwitness.configuration import Configuration
from linkwitness.crawl_view import show_crawl
from linkwitness.crawling import crawl
from linkwitness.display import output, words
from linkwitness.exporting import write_exports
from linkwitness.importing import import_files
from linkwitness.overview_view import show_overview
from linkwitness.progress import progress
from store.database import Store


def run_all(
    settings: Configuration,
    store: Store,
    files: Sequence[Path],
    *,
    property_name: str,
    replay: Sequence[Path] = (),
) -> bool:
    """Take the reports all the way to verdicts and files; say whether nobody stopped it on the way."""
    name = import_files(store, files, property_name=property_name)
    summary = crawl(settings, name, replay=replay)
    show_crawl(summary, with_states=summary.stopped)  # the overview tells them of all backlinks
    if summary.stopped:
        return False
    analyse_shown(store, name)
    show_overview(overview(store, name))
    output().print("\nFiles")
    write_exports(store, name, settings.exports)
    output().print()
    output().print(words(f"To decide in a browser: {program()} --data {quote(str(settings.data))} review"))
    return True


def program() -> str:
    """Return what to type for this program: its name where the shell knows it, else the way to it."""
    name = "linkwitness"
    return name if which(name) else quote(os.path.relpath(Path(sys.executable).with_name(name)))


def analyse_shown(
    store: Store, property_name: str, *, rules: Policy | None = None, whole: bool = False
) -> None:
    """Analyse with progress, by the default numbers or by `rules`; everything if `whole` is asked for."""
    with progress("judging", unit="backlinks") as bar:
        seen = 0

        def on_progress(done: int, total: int) -> None:
            nonlocal seen
            bar(done - seen, total=total)
            seen = done

        analyse(
            store,
            property_name,
            now=datetime.now(UTC),
            rules=rules,
            on_progress=on_progress,
            whole=whole,
        )
