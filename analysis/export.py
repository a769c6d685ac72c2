"""What an export is, and the frozen data it writes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analysis.cases.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One output file."""

    id: str
    """Stable, kebab-case, the file's name."""
    title: str
    """What a person gets, in a few words."""
    file_name: str
    write: Callable[[Dossier, Path], None]
    """Write the data to a file; the same data gives the same bytes."""
