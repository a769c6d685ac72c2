"""From named columns to statements: readers declare cells, this reads them.

A reader names the column of each field, and how to parse it:

    COLUMNS = {
        "source_url": cell("Referring page URL", parse=address),
        "first_seen": date("First seen"),
        "lost_reason": cells("Lost status", "Drop reason", parse=first_told),
    }

`has` recognises the table by its header, `mapped` reads its rows.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from itertools import repeat
from typing import Any, Final

from crawler.reports.cells.dates import day_order, moment
from crawler.reports.files.table import Table
from crawler.reports.statement import BadRow, Statement

_LABEL, _DOT = r"[\w\u00ad\u200c\u200d-]+", r"[.\u3002\uff0e\uff61]"
"""Soft hyphens and joiners vanish from a host's name, and ideographic full stops are dots (UTS 46)."""
ADDRESS: Final = re.compile(
    rf"(?:https?:/*(?:[^\s/?#@]*@)?)?(?:{_LABEL}{_DOT})+{_LABEL}{_DOT}?(?::\d+)?(?:[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
"""A web address or a bare host name, IPv4 included; generous, since the crawl judges it again."""
PLAIN_ADDRESS: Final = re.compile(r"https?://(?:[a-z0-9-]++\.)+[a-z]++(?:/.*+)?", re.DOTALL)
"""What most of them look like, told in a third of the time."""
ADDRESS_V6: Final = re.compile(r"https?://\[[\da-f:.]+\](?::\d+)?(?:[/?#].*)?", re.IGNORECASE | re.DOTALL)
TOGETHER: Final = 100
"""Rows whose cells are read a column at a time, which takes a third of the time of a row at a time."""
NO_ADDRESS: Final = "no web address where the referring page should stand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a field of a statement comes from."""

    names: tuple[tuple[str, ...], ...]
    """For each value the column's names, any of which may stand in the header; `*` stands for any ending."""
    parse: Callable[..., object]
    """Takes the values as they stand; raises `ValueError` when it does not understand them."""
    is_date: bool = False
    """The parser also takes `day_first`, which the whole file decides."""


_Place = tuple[str, tuple[int, ...], Callable[..., object]]
"""Field, columns, parser."""


def cell(*names: str, parse: Callable[[str], object] = str.strip) -> Cell:
    """A field read from one column, which layouts call by different names."""
    return Cell(names=(names,), parse=parse)


def cells(*names: str, parse: Callable[..., object]) -> Cell:
    """A field read from several columns together."""
    return Cell(names=tuple((name,) for name in names), parse=parse)


def date(*names: str) -> Cell:
    """A field read from a column of dates."""
    return Cell(names=(names,), parse=moment, is_date=True)


def first_told(*values: str) -> str:
    """The first cell that is not empty."""
    for value in values:
        if told := value.strip():
            return told
    return ""


def has(*names: str) -> Callable[[Table], bool]:
    """Recognise a table by columns that its header must name, in any order and case."""
    wanted = {name.casefold() for name in names}
    return lambda table: wanted.issubset(table.names)


def has_any(*alternatives: tuple[str, ...]) -> Callable[[Table], bool]:
    """Recognise a table by one of several layouts."""
    layouts = [has(*names) for names in alternatives]
    return lambda table: any(layout(table) for layout in layouts)


def address(text: str) -> str:
    """An address as reported, on one line: a line break within a quoted cell is the spreadsheet's."""
    return text.strip().replace("\n", " ")


def is_address(text: str) -> bool:
    """Whether a cell can be the address of a referring page: http, https or a bare host."""
    return bool(PLAIN_ADDRESS.fullmatch(text) or ADDRESS.fullmatch(text) or ADDRESS_V6.fullmatch(text))


def mapped(
    columns: Mapping[str, Cell], *, day_first: bool | None = None
) -> Callable[[Table], Iterator[Statement | BadRow]]:
    """A reader's `statements`: every row of a table through these columns.

    `day_first` is how the tool writes `03/04/2026`, when that is known.
    """

    def statements(table: Table) -> Iterator[Statement | BadRow]:
        places = _places(table, columns, day_first=day_first)
        good: list[tuple[int, list[str]]] = []
        for row in table.rows(reach=1 + max(max(where) for _, where, _ in places)):
            if isinstance(row, BadRow):
                yield from _stated(table, places, good)
                good.clear()
                yield row
                continue
            good.append(row)
            if len(good) == TOGETHER:
                yield from _stated(table, places, good)
                good.clear()
        yield from _stated(table, places, good)

    return statements


def _stated(
    table: Table, places: Sequence[_Place], rows: Sequence[tuple[int, list[str]]]
) -> Iterator[Statement | BadRow]:
    """What some rows say, read a column at a time; a row at a time when one of them is not understood."""
    if not rows:
        return
    try:
        stated = list(_by_column(table, places, rows))
    except ValueError:
        member = table.text.member.name
        stated = [
            Statement(line=line, member=member, **_understood(table, places, values)) for line, values in rows
        ]
    for statement, (line, values) in zip(stated, rows, strict=True):
        if is_address(statement.source_url):
            yield statement
        else:
            text = table.delimiter.join(values)[:200]
            yield BadRow(line=line, reason=NO_ADDRESS, text=text, member=table.text.member.name)


def _by_column(
    table: Table, places: Sequence[_Place], rows: Sequence[tuple[int, list[str]]]
) -> Iterator[Statement]:
    lines, values = zip(*rows, strict=True)
    columns = list(zip(*values, strict=True))
    told: dict[str, Iterable[object]] = {"line": lines, "member": repeat(table.text.member.name, len(rows))}
    for field, where, parse in places:
        told[field] = map(parse, *(columns[place] if place >= 0 else repeat("") for place in where))
    fields = (
        told.get(field) or repeat(Statement._field_defaults[field], len(rows)) for field in Statement._fields
    )
    return map(Statement._make, zip(*fields, strict=True))


def _places(table: Table, columns: Mapping[str, Cell], *, day_first: bool | None) -> list[_Place]:
    """Where each field stands in this table; fields whose columns are all missing are left out.

    A column that only some layouts have gets the place -1.
    """
    places: list[_Place] = []
    for field, of in columns.items():
        where = tuple(
            next((place for name in names for place in _matching(table, name)), -1) for names in of.names
        )
        if max(where) >= 0:
            parse = of.parse
            if of.is_date:
                seen = day_order(row[where[0]] for row in table.sample if len(row) > where[0])
                parse = partial(parse, day_first=day_first if seen is None else seen)
            places.append((field, where, parse))
    return places


def _matching(table: Table, name: str) -> Iterator[int]:
    """Places of the columns with a name; its last character may be `*`."""
    return (place for place, own in enumerate(table.names) if fnmatchcase(own, name.casefold()))


def _picked(values: Sequence[str], where: tuple[int, ...]) -> list[str]:
    return [values[place] if place >= 0 else "" for place in where]


def _understood(table: Table, places: Sequence[_Place], values: Sequence[str]) -> dict[str, Any]:
    """The fields of a row in which a cell cannot be understood: the others, and what was not."""
    fields: dict[str, Any] = {}
    unread = []
    for field, where, parse in places:
        picked = _picked(values, where)
        try:
            fields[field] = parse(*picked)
        except ValueError:
            unread.append((table.header[max(where)], " | ".join(picked)[:100]))
    return fields | {"unread": tuple(unread)}
