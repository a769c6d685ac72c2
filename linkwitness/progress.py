"""Progress of long work: a bar with rate and time left on a terminal, silence elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from linkwitness.display import notices

Advance = Callable[[int], None]
"""Tells the bar how many more are done."""


@contextmanager
def progress(what: str, *, unit: str, total: int | None = None) -> Iterator[Advance]:
    """Show how far the work is; the bar goes away when it is done."""
    console = notices()
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task(what, total=total, rate="")

        def advance(count: int) -> None:
            speed = bar.tasks[task].speed
            bar.update(task, advance=count, rate=f"{speed:,.0f} {unit}/s" if speed else "")

        yield advance
