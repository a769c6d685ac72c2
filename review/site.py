"""What all pages of one running server share: the store, the property, who may decide, how pages look."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from analysis.plugins import signals
from analysis.wording import (
    LEVELS,
    PLACES,
    error_words,
    language_words,
    presence_words,
    quote_words,
    reason_words,
    size_words,
    visit_words,
    without_codes,
)
from review.guarding import SESSION, Tokens, new_session
from review.login import Logins
from store.database import Store

ENVIRONMENT = Environment(
    loader=PackageLoader("review"),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One property's review, as it is served."""

    store: Store
    property_name: str
    archive: Path
    """Folder of the WARC files."""
    read_only: bool
    logins: Logins
    tokens: Tokens = field(default_factory=Tokens)

    def page(self, request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
        """Draw a page; whatever came from elsewhere is escaped."""
        session = request.cookies.get(SESSION) or new_session()
        text = ENVIRONMENT.get_template(template).render(
            site=self,
            token=self.tokens.of(session),
            path=request.url.path,
            signals={signal.id: signal for signal in signals()},
            **values,
        )
        response = HTMLResponse(text, status_code=status)
        if session != request.cookies.get(SESSION):
            response.set_cookie(SESSION, session, httponly=True, samesite="strict")
        return response


def _day(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d}" if moment else "not known"


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else "not known"


ENVIRONMENT.filters["day"] = _day
ENVIRONMENT.filters["moment"] = _moment
ENVIRONMENT.filters["presence"] = presence_words
ENVIRONMENT.filters["reason"] = reason_words
ENVIRONMENT.filters["error"] = error_words
ENVIRONMENT.filters["level"] = lambda level: LEVELS.get(level, level)
ENVIRONMENT.filters["place"] = lambda place: PLACES.get(place, place)
ENVIRONMENT.filters["quote"] = quote_words
ENVIRONMENT.filters["plain"] = without_codes
ENVIRONMENT.filters["visit"] = visit_words
ENVIRONMENT.filters["size"] = size_words
ENVIRONMENT.filters["language"] = language_words
ENVIRONMENT.filters["number"] = lambda count: f"{count:,}"
