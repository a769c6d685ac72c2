"""Every reason that a presence may give, and the sentences for visits that failed."""

from enum import StrEnum


class Reason(StrEnum):
    """Every reason that `Presence.reason` may give."""

    LINK = "link"
    EMBED = "embed"
    MENTION = "mention"

    GONE = "gone"
    """404, 410, or a name that was missing at two visits at least a day apart."""
    SOFT_404 = "soft-404"
    REDIRECTED_HOME = "redirected-home"
    REDIRECTED_ELSEWHERE = "redirected-elsewhere"
    REPLACED = "replaced"
    """The page lives, with nothing of the property on it."""
    PARKED = "parked"
    INERT_ONLY = "inert-only"

    ROBOTS = "robots"
    BOT_WALL = "bot-wall"
    """A challenge page, or a status that refuses the visitor: 401, 403, 429 and their kin."""
    CONSENT_WALL = "consent-wall"
    LOGIN_WALL = "login-wall"
    PAY_WALL = "pay-wall"
    NEEDS_JAVASCRIPT = "needs-javascript"
    TIMEOUT = "timeout"
    TLS = "tls"
    CONNECTION = "connection"
    """Refused, reset or broken HTTP."""
    SERVER_ERROR = "server-error"
    NAME_NOT_FOUND = "name-not-found"
    NAME_ERROR = "name-error"
    """The name servers failed to answer; says nothing about the name."""
    REFUSED_ADDRESS = "refused-address"
    """The name leads to an address that is not public; we did not connect."""
    BAD_URL = "bad-url"
    REDIRECT_LOOP = "redirect-loop"
    TOO_LARGE = "too-large"
    TRUNCATED = "truncated"
    NOT_A_PAGE = "not-a-page"
    """The answer is an image, an archive or another file without text that we read."""


FAILURES = {
    Reason.ROBOTS: "robots.txt does not allow the visit",
    Reason.TIMEOUT: "The server did not answer in time",
    Reason.TLS: "No secure connection could be made",
    Reason.CONNECTION: "The connection was refused or broke",
    Reason.NAME_NOT_FOUND: "The host name does not exist (so far seen once, or within a day)",
    Reason.NAME_ERROR: "The name servers failed to answer",
    Reason.REFUSED_ADDRESS: "The host name leads to an address that is not public",
    Reason.BAD_URL: "This is no URL that a browser would open",
    Reason.REDIRECT_LOOP: "The redirects did not come to an end",
    Reason.SERVER_ERROR: "The server reported an error of its own",
    Reason.TOO_LARGE: "The answer was larger than the budget",
}
"""What `Fetched.error` may be, with the sentence for people."""
