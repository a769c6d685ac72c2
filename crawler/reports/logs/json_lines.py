"""Logs of one JSON object a line: Caddy, Traefik, nginx with a `log_format … escape=json`."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from crawler.reports.cells.dates import moment
from crawler.reports.logs.request import Request, Requests, told
from crawler.reports.statement import BadRow

REFERRER: Final = (
    ("request", "headers", "Referer"),  # Caddy: a list of one
    ("request_Referer",),  # Traefik
    ("referrer",),  # nginx, as Matomo's documentation has it
    ("referer",),
    ("http_referer",),  # nginx, the variable's own name
    ("http_referrer",),
)
HOST: Final = (("request", "host"), ("RequestHost",), ("host",), ("http_host",), ("server_name",))
PATH: Final = (("request", "uri"), ("RequestPath",), ("path",), ("request_uri",), ("uri",))
CLIENT: Final = (
    ("request", "client_ip"),
    ("request", "remote_ip"),
    ("ClientHost",),
    ("ip",),
    ("remote_addr",),
)
TIME: Final = (
    ("ts",),
    ("StartUTC",),
    ("time",),
    ("date",),
    ("time_iso8601",),
    ("timestamp",),
    ("@timestamp",),
)
_decode = msgspec.json.Decoder().decode


def is_json_log(lines: Iterable[str]) -> bool:
    """Whether every line is an object that tells what was asked for."""
    found = [_object(line) for line in lines if line.strip()]
    return bool(found) and all(part is not None and _first(part, PATH) for part in found)


def requests(lines: Iterable[str]) -> Requests:
    """The requests of a log."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if (part := _object(line)) is None:
            yield BadRow(line=number, reason="no JSON object", text=line[:200].strip())
            continue
        yield Request(
            line=number,
            client=_first(part, CLIENT),
            when=_moment(part),
            host=_first(part, HOST),
            path=_first(part, PATH),
            referrer=_first(part, REFERRER),
        )


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = _decode(line)
    except (msgspec.DecodeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _at(part: object, way: tuple[str, ...]) -> object:
    """The value at the end of a way of keys; of a list its first."""
    for key in way:
        part = part.get(key) if isinstance(part, dict) else None
    return part[0] if isinstance(part, list) and part else part


def _first(part: dict[str, Any], ways: tuple[tuple[str, ...], ...]) -> str:
    values = (_at(part, way) for way in ways)
    return next((known for value in values if isinstance(value, str) and (known := told(value))), "")


def _moment(part: dict[str, Any]) -> datetime | None:
    for way in TIME:
        value = _at(part, way)
        try:
            if isinstance(value, int | float):
                return datetime.fromtimestamp(value, UTC)
            if isinstance(value, str) and value:
                return moment(value)
        except (ValueError, OverflowError, OSError):
            continue
    return None
