"""Files of one entry a line: addresses, host names, `domain:` lines, `#` comments."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from crawler.reports.columns import NO_ADDRESS, address, is_address
from crawler.reports.files.table import DELIMITERS, ONE_COLUMN, Table
from crawler.reports.statement import BadRow, Statement

DOMAIN_LINE: Final = re.compile(r"domain:\s*", re.IGNORECASE)
"""How a disavow file marks a whole domain (Google Search Console Help, "Disavow links")."""
COMMENT: Final = re.compile(r"\s#")
SHARE: Final = 0.5
"""Entries among the first lines, below which a file is something else."""
ALIKE: Final = 0.8
"""Lines with as many delimiters as the first one, from which on they are rows of a table."""


def looks_listed(table: Table, *, disavowed: bool) -> bool:
    """Whether a text is a list, and whether it is one for disavowing."""
    if table.delimiter != ONE_COLUMN or table.preamble or _has_columns(table.head):
        return False
    lines = [table.header[0], *(row[0] for row in table.sample)]
    entries = [entry for line in lines if (entry := _entry(line))]
    good = sum(map(is_address, entries))
    is_marked = any(map(DOMAIN_LINE.match, lines))
    return is_marked == disavowed and good > 0 and good >= (len(entries) - 1) * SHARE


def _has_columns(head: Sequence[str]) -> bool:
    """Whether lines are rows of a table, so that an address in their first cell makes no list of them."""
    lines = [line for line in head if line.strip() and not line.startswith("#")]
    enough = 3 if lines and is_address(lines[0].strip()) else 2
    for delimiter in DELIMITERS[:-1]:
        counts = [line.count(delimiter) for line in lines]
        alike = sum(count == counts[0] > 0 for count in counts)
        if alike >= max(enough, len(lines) * ALIKE):
            return True
    return False


def listed(table: Table) -> Iterator[Statement | BadRow]:
    """A statement for each entry; a first line that is no entry is the header."""
    member = table.text.member.name
    for row in table.rows(with_header=True):
        if isinstance(row, BadRow):
            yield row
            continue
        line, (text, *_) = row
        entry = _entry(text)
        if is_address(entry):
            yield Statement(line=line, source_url=entry, member=member)
        elif entry and line > table.header_line:
            yield BadRow(line=line, reason=NO_ADDRESS, text=text[:200], member=member)


def _entry(text: str) -> str:
    """The address of a line without a comment behind it; empty when all of it is a comment."""
    text = address(text)
    return "" if text.startswith("#") else DOMAIN_LINE.sub("", COMMENT.split(text, maxsplit=1)[0])
