"""Logs in the W3C Extended Log File Format: IIS, CloudFront, Netscaler, Incapsula, streaming servers.

A `#Fields:` line names the columns; spaces or tabs part them, and fields with spaces are quoted.
"""

import csv
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from crawler.reports.logs.request import Request, Requests, told
from crawler.reports.statement import BadRow

FIELDS: Final = "#Fields:"
REFERRER: Final = ("cs(referer)", "cs(referrer)", "x-page-url")
"""The last is CloudFront's for streams: the page that has the player."""
HOST: Final = ("cs-host", "x-host-header", "cs(host)", "s-computername")
CLIENT: Final = ("c-ip",)
PATH: Final = ("cs-uri-stem", "cs-uri", "cs-url")
QUERY: Final = ("cs-uri-query",)


def fields_of(lines: Iterable[str]) -> tuple[str, ...]:
    """The names of the columns, in lower case; empty for a log of another kind."""
    return next((_names(line) for line in lines if line.startswith(FIELDS)), ())


def requests(lines: Iterable[str]) -> Requests:
    """The requests of a log, whose columns may change half-way."""
    names: tuple[str, ...] = ()
    for number, line in enumerate(lines, start=1):
        if line.startswith(FIELDS):
            names = _names(line)
        if not line.strip() or line.startswith("#"):
            continue
        try:
            cells = _cells(line)
        except csv.Error as error:
            cells = [str(error)]
        if len(cells) < len(names):
            reason = f"{len(cells)} fields where #Fields names {len(names)}"
            yield BadRow(line=number, reason=reason, text=line[:200].strip())
            continue
        yield _request(number, dict(zip(names, cells, strict=False)))


def _request(number: int, part: Mapping[str, str]) -> Request:
    path, query = _first(part, PATH), _first(part, QUERY)
    return Request(
        line=number,
        client=_first(part, CLIENT),
        when=_moment(part),
        host=_first(part, HOST),
        path=f"{path}?{query}" if query else path,
        referrer=_first(part, REFERRER),
    )


def _names(line: str) -> tuple[str, ...]:
    return tuple(name.strip("\u200b").casefold() for name in line[len(FIELDS) :].split())


def _cells(line: str) -> list[str]:
    delimiter = "\t" if "\t" in line else " "
    return next(csv.reader([line.strip()], delimiter=delimiter, skipinitialspace=True))


def _first(part: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((value for name in names if (value := told(part.get(name)))), "")


def _moment(part: Mapping[str, str]) -> datetime | None:
    date, time = part.get("date", part.get("date-local", "")), part.get("time", part.get("time-local", ""))
    try:
        return datetime.fromisoformat(f"{date}T{time}+00:00").astimezone(UTC)
    except ValueError:
        return None
