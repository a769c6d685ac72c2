"""Rows out of lines: delimiter, header and preamble, the line of each row, and rows that are broken.

The `csv` module reads; this adds what reports from the wild need: no row is lost when a quotation mark is
never closed (alone, `csv` would read a thousand rows as one), and every row knows its line.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from crawler.reports.files.text import Text
from crawler.reports.statement import BadRow

ONE_COLUMN: Final = "\x1f"
"""ASCII's unit separator, which no report contains: every line is one cell."""
DELIMITERS: Final = ("\t", ",", ";", "|", ONE_COLUMN)
SEPARATOR_LINE: Final = "sep="
"""Excel's own first line, which names the delimiter and which no CSV library skips."""
HEAD: Final = 60
"""Lines at the beginning among which header and preamble are looked for."""
MAX_PREAMBLE: Final = 12
"""Rows before the header; Moz writes five."""
MAX_COLUMNS: Final = 2_000
MAX_ROW_LINES: Final = 200
"""Lines of one row; a quotation mark that is open for longer was never closed."""
AT_ONCE: Final = 200
"""Lines that are read as rows at once, which takes half the time of a line at a time."""
NEVER_CLOSED: Final = "a quotation mark is not closed, or a cell is longer than 131,072 characters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One way to read a text as rows: this delimiter, and this row as the header."""

    text: Text
    file_name: str
    """Name of the file or of the member, which tells formats apart that share a header."""
    delimiter: str
    header: tuple[str, ...]
    """Names as they stand; of a table without header the cells of the first row."""
    first_line: int
    """Line of the first row after the header, from 1."""
    header_line: int
    sample: tuple[tuple[str, ...], ...] = field(repr=False)
    """The first rows after the header."""
    preamble: int = 0
    """Rows before the header."""
    head: tuple[str, ...] = field(repr=False)
    """The first lines of the text as they stand."""

    @property
    def names(self) -> tuple[str, ...]:
        """Header names for comparison: one space between words, no case."""
        return tuple(" ".join(name.split()).casefold() for name in self.header)

    def rows(self, *, reach: int = 1, with_header: bool = False) -> Iterator[tuple[int, list[str]] | BadRow]:
        """Every row with the line where it begins; empty rows are passed over.

        Args:
            reach: Cells a row must have to be read; a shorter one is a bad row. Cells beyond the header must
                be empty.
            with_header: The table has no header: its first row is a row like any other.
        """
        lines = _Lines(self.text.lines(), start=self.header_line if with_header else self.first_line)
        while not lines.at_end:
            if rows := self._even_rows(lines):
                yield from rows
            else:
                yield from self._uneven_rows(lines, reach)

    def _even_rows(self, lines: "_Lines") -> list[tuple[int, list[str]]]:
        """The next lines, if each of them is a whole row as wide as the header, as most are; else nothing."""
        first, ahead = lines.first, lines.ahead()
        try:
            rows = list(csv.reader(ahead, delimiter=self.delimiter, strict=True))
        except csv.Error:
            rows = []
        is_even = len(rows) == len(ahead) and all(map(any, rows)) and "\0" not in "".join(ahead)
        if is_even and set(map(len, rows)) == {len(self.header)}:
            lines.first += len(ahead)
            return list(enumerate(rows, first))
        lines.again(ahead)
        return []

    def _uneven_rows(self, lines: "_Lines", reach: int) -> Iterator[tuple[int, list[str]] | BadRow]:
        """The rows of the lines that were given back, one by one, each judged by itself."""
        width = len(self.header)
        try:
            for cells in csv.reader(lines, delimiter=self.delimiter, strict=True):
                if not any(cells):
                    pass
                elif flaw := _flaw(cells, reach=reach, width=width, has_nul=lines.has_nul):
                    if len(lines.taken) > 1:
                        break
                    yield self._bad(lines, flaw)
                else:
                    yield lines.first, cells + [""] * (width - len(cells))
                lines.begin()
                if not lines.has_some_again:
                    return
            else:
                return
        except (csv.Error, _NeverClosedError):
            pass
        yield self._salvaged(lines)

    def _salvaged(self, lines: "_Lines") -> tuple[int, list[str]] | BadRow:
        """What the first line of a broken row says when read leniently; its other lines are read again."""
        width, line = len(self.header), lines.first
        text = lines.give_back()
        try:
            cells = next(csv.reader([text], delimiter=self.delimiter), [])
        except csv.Error:
            cells = []
        if len(cells) == width and "\0" not in text and text.count('"') % 2 == 0:
            return line, cells
        return BadRow(line=line, reason=NEVER_CLOSED, text=text[:200].strip(), member=self.text.member.name)

    def _bad(self, lines: "_Lines", reason: str) -> BadRow:
        text = "".join(lines.taken)[:200].strip()
        return BadRow(line=lines.first, reason=reason, text=text, member=self.text.member.name)


def _flaw(cells: list[str], *, reach: int, width: int, has_nul: bool) -> str:
    """Why a row cannot be read; empty when it can."""
    if has_nul:
        return "a NUL byte stands in the row"
    if len(cells) < reach or any(cells[width:]):
        return f"{len(cells)} cells where the header names {width}"
    del cells[width:]
    return ""


class _NeverClosedError(Exception):
    """More lines than a row has were read without coming to its end."""


class _Lines:
    """The lines for `csv.reader`, which remembers those of the current row so that they can be read again."""

    def __init__(self, lines: Iterator[str], *, start: int) -> None:
        self._lines = islice(lines, start - 1, None)
        self._again: list[str] = []
        self.taken: list[str] = []
        """Lines of the row being read."""
        self.first = start
        """Line at which that row begins."""
        self.has_nul = False
        self.at_end = False

    def __iter__(self) -> Iterator[str]:
        while self._again or (line := next(self._lines, "")):
            if self._again:
                line = self._again.pop()
            self.taken.append(line)
            if "\0" in line:
                self.has_nul = True
            if len(self.taken) > MAX_ROW_LINES:
                raise _NeverClosedError
            yield line
        self.at_end = not self.taken

    @property
    def has_some_again(self) -> bool:
        """Whether lines that were given back are still to be read."""
        return bool(self._again)

    def ahead(self) -> list[str]:
        """Take some lines between two rows: all that were given back, or the next ones."""
        if not self._again:
            return list(islice(self._lines, AT_ONCE))
        ahead, self._again = self._again[::-1], []
        return ahead

    def again(self, lines: list[str]) -> None:
        """Give lines back, to be read again."""
        self._again.extend(reversed(lines))

    def begin(self) -> None:
        """The row is done; what is taken from here on belongs to the next one."""
        self.first += len(self.taken)
        self.taken.clear()
        self.has_nul = False

    def give_back(self) -> str:
        """Keep the first line of the row and read its other lines again."""
        line, *rest = self.taken
        self.again(rest)
        del self.taken[1:]
        self.begin()
        return line


def candidates(text: Text, file_name: str) -> Iterator[Table]:
    """Every sensible way to read a text as a table; readers say which is right."""
    head = list(islice(text.lines(), HEAD))
    skipped = 0
    delimiters: tuple[str, ...] = DELIMITERS
    if head and head[0].casefold().lstrip('"').startswith(SEPARATOR_LINE):
        skipped, delimiters = 1, (head[0].strip('"\r\n ')[len(SEPARATOR_LINE) :] or "\t",)
    for delimiter in delimiters:
        if len(delimiter) != 1:
            continue
        records = list(_records(head[skipped:], delimiter))
        for index, (line, following, cells) in enumerate(records[:MAX_PREAMBLE]):
            if len(cells) <= MAX_COLUMNS:
                yield Table(
                    text=text,
                    file_name=file_name,
                    delimiter=delimiter,
                    header=tuple(cell.strip() for cell in cells),
                    header_line=line + skipped,
                    first_line=following + skipped,
                    preamble=index,
                    head=tuple(head),
                    sample=tuple(tuple(row) for _, _, row in records[index + 1 :]),
                )


def _records(head: list[str], delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Rows at the beginning: line, line of the row after it, cells."""
    reader = csv.reader(head, delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            following = reader.line_num + 1
            if any(cell.strip() for cell in cells):
                yield line, following, cells
            line = following
    except csv.Error:
        return
