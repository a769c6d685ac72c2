"""The signals' documentation, written by the signals themselves: `python -m analysis.signal_table`."""

from pathlib import Path

from analysis.plugins import signals
from analysis.policy import defaults
from analysis.signal import Signal

PATH = "docs/signals.md"
HEAD = """# Signals

Written by `python -m analysis.signal_table` from the signals themselves; a test keeps it current.

A signal speaks only where it had evidence. A page's verdict is the median of at least three of them; a
decisive finding lifts a page over the line by itself and is named as the reason. The numbers stand in
`analysis/policy.toml`, each with its reason; where no source gives one it says *ours*.
"""


def signal_table() -> str:
    """Return the document."""
    return "\n".join([HEAD, *map(_section, signals()), _fusion()])


def _section(signal: Signal) -> str:
    lines = [
        f"## {signal.id}\n",
        f"{signal.sees}\n",
        f"- **Why:** {signal.why}",
        f"- **Source:** {signal.source}.",
        f"- **Looks like it:** {signal.lookalike}",
        f"- **Needs:** {'a report' if signal.needs == 'report' else 'a visit'}.",
        *_numbers(signal.id),
    ]
    return "\n".join(lines) + "\n"


def _fusion() -> str:
    parts = [
        *("## Fusion\n", *_numbers("fusion"), "\n## Order of the queue\n", *_numbers("queue")),
        *("\n## Harvests of pictures\n", *_numbers("harvest")),
    ]
    return "\n".join(parts) + "\n"


def _numbers(section: str) -> list[str]:
    return [
        f"- `{section}.{name} = {entry.like or format(entry.value, 'g')}`: {entry.why} ({entry.source})"
        for name, entry in defaults().get(section, {}).items()
    ]


if __name__ == "__main__":
    Path(PATH).write_text(signal_table(), encoding="utf-8")
