"""Presence: blocked is not absent, and an absence says why."""

from typing import Any

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

CHALLENGE = "<title>Just a moment...</title><p>Checking your browser"


def said(
    body: str | None,
    *,
    status: int | None = 200,
    error: str = "",
    final_url: str = "",
    truncated: bool = False,
    limited: bool = False,
    home: str | None = None,
    home_status: int = 200,
    sibling: str | None = None,
    sibling_status: int = 200,
    url: str = URL,
    content_type: str = "text/html; charset=utf-8",
) -> tuple[State, str]:
    end = final_url or url
    hops = (Hop(url=url, status=302, how="http"),) if end != url else ()
    fetched = Fetched(url=url, final_url=end, status=status, error=error, hops=hops, truncated=truncated)
    headers = {"content-type": content_type}
    evidence = read(body, url=end, headers=headers, truncated=limited) if body is not None else None
    comparison = Comparison(
        home=_page(home),
        home_fetched=Fetched(url=url, final_url=url, status=home_status),
        sibling=_page(sibling),
        sibling_fetched=Fetched(url=url, final_url=url, status=sibling_status),
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
        (
            "redirected-home",
            {"body": "<title>Seite nicht gefunden</title>", "final_url": "https://club.test/"},
        ),
        ("redirected-elsewhere", {"body": HOME, "final_url": "https://casino.test/x"}),
        ("same-as-home", {"body": HOME, "home": HOME}),
        ("soft-404", {"body": OTHER, "home": HOME, "sibling": OTHER}),
        ("soft-404", {"body": "<title>Seite nicht gefunden</title><p>Tippfehler? Zurück zur Startseite."}),
        ("same-as-home", {"body": OTHER, "home": OTHER, "sibling": OTHER}),
        ("soft-404", {"body": "<title>Seite nicht gefunden</title><p>Zurück.<script src=/a.js></script>"}),
        ("replaced", {"body": OTHER, "url": "https://club.test/", "home": OTHER}),
        ("replaced", {"body": OTHER, "home": OTHER, "home_status": 503}),
        ("replaced", {"body": OTHER, "home": HOME, "sibling": OTHER, "sibling_status": 503}),
        ("replaced", {"body": "<p>" + "Wort " * 15 + "<script src=/a.js></script>"}),
        ("replaced", {"body": "<p><a href=/x>Verein</a><script src=/a.js></script>"}),
        ("replaced", {"body": OTHER, "status": 299}),
        ("replaced", {"body": "<body><img src=/photo.jpg>"}),
        ("replaced", {"body": "<title>Club</title>"}),
        ("replaced", {"body": "<frameset><frame src=/news.html></frameset>"}),
        ("parked", {"body": "<title>club.test</title><p>This domain is for sale. Related searches: boots"}),
        (
            "replaced",
            {"body": "<title>Hacked by Night Crew</title><p>Your site has been hacked.", "home": HOME},
        ),
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
def test_absent(expected: str, visit: dict[str, Any]) -> None:
    assert said(**visit) == (State.ABSENT, expected)


@pytest.mark.parametrize(
    ("expected", "visit"),
    [
        ("bot-wall", {"body": CHALLENGE}),
        ("server-error", {"body": "<p>no", "status": 503}),
        ("bot-wall", {"body": CHALLENGE, "status": 503}),
        ("server-error", {"body": "<title>Log in</title><p>no", "status": 503}),
        ("server-error", {"body": OTHER, "status": 300}),
        ("server-error", {"body": OTHER, "status": 199}),
        ("server-error", {"body": None, "status": 500}),
        ("bot-wall", {"body": CHALLENGE, "home": CHALLENGE, "sibling": CHALLENGE}),
        ("login-wall", {"body": "<title>Log in</title>", "final_url": "https://club.test/login?to=/news/"}),
        ("broken-answer", {"body": None}),
        ("broken-answer", {"body": None, "status": None}),
        ("not-a-page", {"body": "%PDF-1.7", "content_type": "application/pdf"}),
        ("broken-answer", {"body": ""}),
        ("broken-answer", {"body": "", "status": 204}),
        ("broken-answer", {"body": "\n <html><head></head><body>&nbsp;</body></html>"}),
        ("broken-answer", {"body": "<frameset><frame src=https://other.test/></frameset>"}),
        ("cut-off", {"body": OTHER, "status": 206}),
        ("cut-off", {"body": OTHER, "error": "read_timeout"}),
        ("cut-off", {"body": "<p>weg", "status": 404, "truncated": True}),
        ("cut-off", {"body": None, "status": 410, "truncated": True}),
        ("cut-off", {"body": OTHER, "truncated": True}),
        ("cut-off", {"body": OTHER, "limited": True}),
        ("cut-off", {"body": OTHER + f"<!-- {IMAGE} -->", "truncated": True}),
        ("cut-off", {"body": "<title>Seite nicht gefunden</title><p>Tippfehler?", "truncated": True}),
        ("login-wall", {"body": "<title>Log in</title><p>Members"}),
        ("pay-wall", {"body": "<p>Subscribe to continue reading"}),
        ("needs-javascript", {"body": "<p>You need to enable JavaScript to run this app."}),
        ("needs-javascript", {"body": "<p>" + "Wort " * 14 + "<script src=/a.js></script>"}),
        ("consent-wall", {"body": "<p>Bevor Sie fortfahren: Cookies"}),
        ("needs-javascript", {"body": "<div id=app></div><script src=/a.js></script>"}),
        ("timeout", {"body": None, "status": None, "error": "deadline"}),
        ("name-not-found", {"body": None, "status": None, "error": "dns_nxdomain"}),
        ("robots", {"body": None, "status": None, "error": "robots_denied"}),
        ("refused-address", {"body": None, "status": None, "error": "blocked_address"}),
    ],
)
def test_unknown(expected: str, visit: dict[str, Any]) -> None:
    assert said(**visit) == (State.UNKNOWN, expected)


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
    assert said(f'<p><a href="{IMAGE}">x</a>', error="read_timeout") == (State.PRESENT, "link")


@pytest.mark.parametrize(
    "outcome",
    [
        {"body": "<p>no such picture", "status": 404},
        {"body": "<p>no", "status": 403},
        {"body": OTHER},
        {"body": None, "status": None, "error": "robots_denied"},
        {"body": None, "status": None, "error": "deadline"},
    ],
)
def test_a_redirect_to_the_property_counts_whatever_that_answers(outcome: dict[str, Any]) -> None:
    assert said(**outcome, final_url=IMAGE) == (State.PRESENT, "link")


def test_what_a_gone_page_still_shows_is_told() -> None:
    fetched = Fetched(url=URL, final_url=URL, status=410)
    for body, more in ((f'<p>one <a href="{IMAGE}">x</a>', f", with a page that links to {IMAGE} (L0): one [x]"),
                       (f"<p>one<!-- {IMAGE} -->", "")):  # fmt: skip
        presence = judge(fetched, read(body), target=Target(url=IMAGE), property=SHOP)
        assert (presence.reason, presence.detail) == ("gone", f"the server answers 410{more}")


@pytest.mark.parametrize(
    ("limited", "said"),
    [(False, "nothing of shop.test in the part that was read (the body was cut off)"), (True, "nothing of shop.test in the part that was read (truncated)")],
)  # fmt: skip
def test_what_was_cut_off_is_named(limited: bool, said: str) -> None:
    fetched = Fetched(url=URL, final_url=URL, status=200, truncated=True)
    assert judge(fetched, read(OTHER, truncated=limited), target=None, property=SHOP).detail == said


def details(body: str, *, targets: tuple[str, ...] = (IMAGE,)) -> str:
    """What is said about the first target."""
    fetched = Fetched(url=URL, final_url=URL, status=200)
    evidence = read(body, targets=targets)
    return judge(fetched, evidence, target=Target(url=targets[0]), property=SHOP).detail


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (f'<p>one two <a href="{IMAGE}">x</a> three', f"links to {IMAGE} (L0): one two [x] three"),
        (f'<p>one <img src="{IMAGE}" alt=y> two', f"embeds {IMAGE} (L0): one [y] two"),
        (f'<p>one <b style="display:none"><a href="{IMAGE}">x</a></b>', f"links to {IMAGE} (L0, hidden by display: none, style of <b>): one [x]"),
        (f'<p>one <a href="https://shop.test/">h</a> <a href="{IMAGE}">x</a>', f"links to {IMAGE} (L0): one h [x]"),
        (f'<!-- {IMAGE} --><p>one <a href="https://shop.test/">h</a>', "links to https://shop.test/ (L7): one [h]"),
        (f"{OTHER}<!-- {IMAGE} -->", "only where no reader sees it: in a comment"),
        (HOME, "the page lives and shows something else: “Club”"),
        ("<h1>Verein</h1><p>" + "Wort " * 20, "the page lives and shows something else: “Verein”"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_nearest_find(body: str, detail: str) -> None:
    assert details(body) == detail


def test_the_target_asked_for_comes_before_a_nearer_find_of_another() -> None:
    other = "https://shop.test/media/other.jpg"
    found = details(f'<img src="{other}"><img src="{IMAGE}?utm_source=x">', targets=(IMAGE, other))
    assert found.startswith(f"embeds {IMAGE}?utm_source=x (L2)")


def test_long_details_are_cut() -> None:
    assert len(details(f'<a href="{IMAGE}?{"x" * 3_000}">x</a>')) == 1_000


@pytest.mark.parametrize(
    ("body", "status", "needed"),
    [
        (OTHER, 200, True),
        (f"{OTHER}<!-- {IMAGE} -->", 200, True),
        ("<title>Seite nicht gefunden</title><p>Tippfehler?", 200, True),
        (OTHER, 203, False),
        ("<p>weg", 404, False),
        ("<p>This domain is for sale.", 200, False),
        ("<p>Subscribe to continue reading", 200, False),
        (f"<img src={IMAGE}>", 200, False),
    ],
)
def test_only_a_doubtful_absence_needs_settling(body: str, status: int, needed: bool) -> None:
    fetched, evidence = Fetched(url=URL, final_url=URL, status=status), read(body)
    presence = judge(fetched, evidence, target=Target(url=IMAGE), property=SHOP)
    assert needs_settling(presence, fetched, evidence) is needed
    assert not needs_settling(presence, fetched, None)
