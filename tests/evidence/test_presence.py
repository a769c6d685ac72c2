"""Presence: blocked is not absent, and an absence says why."""

import pytest

from evidence.model import PageEvidence
from evidence.presence import FAILURES, judge, needs_settling
from evidence.property import Target
from evidence.visited import Comparison, Fetched, Hop, State
from tests.evidence.pages import IMAGE, SHOP, URL, read

HOME = (
    "<title>Club</title><p>" + "Willkommen beim Basketballverein, hier stehen Spielplan und Ergebnisse. " * 4
)
OTHER = "<title>Neues</title><p>" + "Der Vorstand berichtet von der Jahresversammlung im Vereinsheim. " * 4


def said(
    body: str | None,
    *,
    status: int | None = 200,
    error: str = "",
    final_url: str = URL,
    truncated: bool = False,
    home: str | None = None,
    sibling: str | None = None,
) -> tuple[State, str]:
    hops = (Hop(url=URL, status=302, how="http"),) if final_url != URL else ()
    fetched = Fetched(
        url=URL, final_url=final_url, status=status, error=error, hops=hops, truncated=truncated
    )
    evidence = read(body, url=final_url, truncated=truncated) if body is not None else None
    comparison = Comparison(
        home=_page(home), sibling=_page(sibling), sibling_fetched=Fetched(url=URL, final_url=URL, status=200)
    )
    presence = judge(fetched, evidence, target=Target(url=IMAGE), property=SHOP, comparison=comparison)
    assert presence.detail
    return presence.state, presence.reason


def _page(body: str | None) -> PageEvidence | None:
    return None if body is None else read(body)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f'<p>text <a href="{IMAGE}">x</a>', "link"),
        (f'<p>text <img src="{IMAGE}">', "embed"),
        ("<p>Danke an L'Orchestre Parfum für die Trikots", "mention"),
        (f'<p>text <div style="display:none"><a href="{IMAGE}">x</a></div>', "link"),
    ],
)
def test_present(body: str, reason: str) -> None:
    assert said(body) == (State.PRESENT, reason)


@pytest.mark.parametrize(
    ("expected", "visit"),
    [
        ("gone", {"body": "<p>weg", "status": 404}),
        ("gone", {"body": None, "status": 410}),
        ("redirected-home", {"body": HOME, "final_url": "https://club.test/"}),
        ("redirected-elsewhere", {"body": HOME, "final_url": "https://casino.test/x"}),
        ("same-as-home", {"body": HOME, "home": HOME}),
        ("soft-404", {"body": OTHER, "home": HOME, "sibling": OTHER}),
        ("soft-404", {"body": "<title>Seite nicht gefunden</title><p>Tippfehler? Zurück zur Startseite."}),
        ("parked", {"body": "<title>club.test</title><p>This domain is for sale. Related searches: boots"}),
        ("inert-only", {"body": OTHER + f"<!-- {IMAGE} -->"}),
        ("replaced", {"body": OTHER, "home": HOME, "sibling": HOME}),
        ("replaced", {"body": "<title>Prices</title><p>The hall is for hire on weekdays."}),
        ("replaced", {"body": "<title>Prices</title><p>For hire on weekdays.<!-- <script src=/a.js> -->"}),
        (
            "replaced",
            {"body": "<title>Prices</title><p>For hire.<script type=application/ld+json>{}</script>"},
        ),
    ],
)
def test_absent(expected: str, visit: dict[str, str]) -> None:
    assert said(**visit) == (State.ABSENT, expected)  # type: ignore[arg-type]  # a table of keyword arguments


@pytest.mark.parametrize(
    ("expected", "visit"),
    [
        ("bot-wall", {"body": "<title>Just a moment...</title><p>Checking your browser"}),
        ("server-error", {"body": "<p>no", "status": 503}),
        ("bot-wall", {"body": "<title>Just a moment...</title><p>Checking your browser", "status": 503}),
        ("cut-off", {"body": OTHER, "truncated": True}),
        ("consent-wall", {"body": "<p>Bevor Sie fortfahren: Cookies"}),
        ("needs-javascript", {"body": "<div id=app></div><script src=/a.js></script>"}),
        ("timeout", {"body": None, "status": None, "error": "deadline"}),
        ("name-not-found", {"body": None, "status": None, "error": "dns_nxdomain"}),
        ("robots", {"body": None, "status": None, "error": "robots_denied"}),
        ("refused-address", {"body": None, "status": None, "error": "blocked_address"}),
    ],
)
def test_unknown(expected: str, visit: dict[str, str]) -> None:
    assert said(**visit) == (State.UNKNOWN, expected)  # type: ignore[arg-type]  # a table of keyword arguments


ERRORS: dict[str, list[str]] = {
    "refused-address": ["blocked_address"],
    "bad-address": ["bad_scheme", "bad_url"],
    "redirect-loop": ["redirect_loop"],
    "cut-off": ["too_large", "decode_bomb", "parse_budget"],
    "broken-answer": ["header_too_large", "bad_encoding", "proto_error"],
    "timeout": ["connect_failed", "connect_timeout", "read_timeout", "deadline"],
    "tls": ["tls_error"],
    "name-not-found": ["dns_nxdomain", "dns_no_address", "dns_servfail", "dns_timeout"],
    "robots": ["robots_denied", "robots_unreachable"],
    "bot-wall": ["rate_limited"],
    "not-archived": ["not_archived"],
}


@pytest.mark.parametrize(
    ("error", "reason"),
    [*((error, reason) for reason, errors in ERRORS.items() for error in errors), ("unheard_of", "broken-answer")],
)  # fmt: skip
def test_no_failure_is_ever_an_absence(error: str, reason: str) -> None:
    assert said(None, status=None, error=error) == (State.UNKNOWN, reason)


def test_every_failure_has_its_row() -> None:
    assert sorted(FAILURES) == sorted(error for errors in ERRORS.values() for error in errors)


@pytest.mark.parametrize("status", [401, 402, 403, 405, 406, 407, 409, 418, 423, 429, 451, 460, 999])
def test_a_refusal_is_no_absence(status: int) -> None:
    assert said("<p>no", status=status) == (State.UNKNOWN, "bot-wall")


def test_a_find_counts_even_on_a_cut_page() -> None:
    assert said(f'<p><a href="{IMAGE}">x</a>', truncated=True) == (State.PRESENT, "link")


def test_only_a_doubtful_absence_needs_settling() -> None:
    fetched = Fetched(url=URL, final_url=URL, status=200)
    replaced = judge(fetched, read(OTHER), target=Target(url=IMAGE), property=SHOP)
    assert needs_settling(replaced, fetched, read(OTHER))
    present = judge(fetched, read(f"<img src={IMAGE}>"), target=Target(url=IMAGE), property=SHOP)
    assert not needs_settling(present, fetched, read(OTHER))
