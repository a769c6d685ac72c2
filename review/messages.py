"""What somebody reads instead of a page: a sentence in the site's frame, or alone where a program asks."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from review.site import Site

TITLES = {
    400: "Not understood",
    403: "Not allowed",
    404: "Not found",
    405: "Not a page",
    409: "Not possible",
}
MOST_SHOWN = 200
"""Characters of a wrong address that are repeated."""


def answer(request: Request, site: Site, error: HTTPException) -> Response:
    """Say why there is no page, with a way back; the script of our own pages gets the sentence alone."""
    message = _sentence(request, error)
    if "application/json" in request.headers.get("accept", ""):
        return PlainTextResponse(message, status_code=error.status_code)
    title = TITLES.get(error.status_code, HTTPStatus(error.status_code).phrase)
    return site.page(request, "message.html", status=error.status_code, title=title, message=message)


def _sentence(request: Request, error: HTTPException) -> str:
    """Return what the view said, or what is wrong with the address where no view was found."""
    if error.detail != HTTPStatus(error.status_code).phrase:
        return error.detail
    path = request.url.path[:MOST_SHOWN]
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{path} is where forms are sent to, and nothing to look at."
    return f"There is nothing at {path}."
