"""Progress of long work: a bar with rate and time left on a terminal, silence elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from linkwitness.display import notices, visible


class Advance(Protocol):
    """Tells the bar what was done since the last call."""

    def __call__(self, count: int, *, total: int | None = None, note: str = "") -> None:
        """Add `count`; correct the total; show what was done last."""


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
        TextColumn("{task.fields[note]}", style="dim", markup=False),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task(what, total=total, rate="", note="")

        def advance(count: int, *, total: int | None = None, note: str = "") -> None:
            speed = bar.tasks[task].speed
            bar.update(
                task,
                advance=count,
                total=total,
                rate=f"{speed:,.0f} {unit}/s" if speed else "",
                note=visible(note)[:60],
            )

        yield advance
