"""One line of an access log, whatever server wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from crawler.reports.statement import BadRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a backlink can be seen from."""

    line: int
    client: str
    """Address of the visitor as logged; only compared, never kept."""
    when: datetime | None
    """Aware, UTC."""
    host: str
    """The host that was asked; empty when the format does not log it."""
    path: str
    """With the query; empty for what was no HTTP request."""
    referrer: str
    """Empty when the visitor sent none."""


Requests = Iterator[Request | BadRow]


def told(text: str | None) -> str:
    """A field of a log; servers write `-` for what they do not know."""
    return "" if text is None or text == "-" else text
