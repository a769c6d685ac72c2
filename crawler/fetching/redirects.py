"""Where a redirect leads, by the WHATWG rules and no further than the web."""

import ada_url

from crawler.fetching.failures import FetchError

MAX_HOPS = 10
MAX_URL = 4_096
"""Characters; Nutch's limit, longer ones are traps."""


def web_url(url: str) -> str:
    """Return a URL as a browser would ask for it: absolute, http or https, without user name and fragment.

    Raises:
        FetchError: `bad_url` or `bad_scheme`.
    """
    try:
        parsed = ada_url.URL(url)
    except ValueError as error:
        raise FetchError("bad_url", url[:200]) from error
    if parsed.protocol not in {"http:", "https:"}:
        raise FetchError("bad_scheme", parsed.protocol)
    parsed.username = parsed.password = parsed.hash = ""
    if len(parsed.href) > MAX_URL:
        raise FetchError("bad_url", f"longer than {MAX_URL} characters")
    return parsed.href


def next_url(base: str, location: str) -> str:
    """Return the absolute URL that a Location header names; header bytes come as Latin-1.

    Raises:
        FetchError: `bad_url` or `bad_scheme`.
    """
    try:
        text = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        text = location
    if not text.strip():
        raise FetchError("bad_url", "empty Location")
    try:
        return web_url(ada_url.join_url(base, text))
    except ValueError as error:
        raise FetchError("bad_url", text[:200]) from error
