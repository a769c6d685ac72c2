"""What a report format is: one file of this folder with one module-level `READER`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crawler.reports.files.table import Table
from crawler.reports.statement import BadRow, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One export of one tool: how to know it, and what its rows say."""

    id: str
    """Stable, kebab-case, never reused; also the name of its file."""
    title: str
    """For people, such as `Ahrefs: backlinks`."""
    tool: str
    """Who speaks: statements of one tool about one backlink replace each other."""
    example_header: str
    """A real header row, shown to a person whose file nobody recognises."""
    recognise: Callable[[Table], bool]
    """Whether the table is in this format; of all readers, one at most may say so."""
    statements: Callable[[Table], Iterator[Statement | BadRow]]
    """The rows of a recognised table, lazily and in constant memory."""
