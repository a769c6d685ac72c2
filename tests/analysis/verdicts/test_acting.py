"""The level to act on follows the Public Suffix List; advice is slow to act."""

import pytest

from analysis.verdicts.acting import Act, ActLevel, act_on, advice


@pytest.mark.parametrize(
    ("host", "domain_is_spam", "level", "expected"),
    [
        ("www.spam.test", True, "", "spam.test"),
        ("www.spam.test", False, "", "https://www.spam.test/a"),
        ("pictures.blogspot.com", True, "", "pictures.blogspot.com"),
        ("a.b.co.uk", True, "", "b.co.uk"),
        ("co.uk", True, "", "https://co.uk/a"),
        ("192.0.2.7", True, "", "https://192.0.2.7/a"),
        ("x.spam.test", False, "host", "x.spam.test"),
        ("x.spam.test", True, "url", "https://x.spam.test/a"),
        ("co.uk", False, "domain", "https://co.uk/a"),
    ],
)
def test_level(host: str, level: str, expected: str, *, domain_is_spam: bool) -> None:
    act = act_on(f"https://{host}/a", host, domain_is_spam=domain_is_spam, level=level)
    assert act.subject == expected


@pytest.mark.parametrize(
    ("state", "flagged", "closed", "start"),
    [
        ("spam", True, False, "No action: search engines"),
        ("suspicious", True, False, "Look at the quotes"),
        ("undecided", False, True, "No action: the page is gone"),
        ("benign", False, False, "No action."),
    ],
)
def test_advice(state: str, start: str, *, flagged: bool, closed: bool) -> None:
    act = Act(level=ActLevel.DOMAIN, subject="spam.test") if state == "spam" else None
    assert advice(state, flagged=flagged, closed=closed, act=act).startswith(start)
