"""The summary for everybody: axe finds nothing in it, on a phone, in light and in dark."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from analysis.exports.html import write
from tests.analysis.exports.dossiers import FINDING, dossier
from tests.review.test_browser import CHROMIUM, browser, check_access

__all__ = ["browser"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium: apt-get install chromium")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    browser: Browser, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    given = dossier()
    (case,) = given.flagged
    calm = replace(FINDING, score=0.0, decisive=False)
    page = replace(case.pages[0], url="https://" + "long." * 40 + "test/", findings=(FINDING, calm))
    states = ("spam", "suspicious", "benign", "undecided")
    cases = tuple(
        replace(
            case,
            domain=f"{'long-name' * 12}.{state}.test",
            pages=(page,),
            verdict=replace(case.verdict, state=state, review="unsure"),
        )
        for state in states
    )
    path = tmp_path / "summary.html"
    write(replace(given, flagged=cases, months=(("2026-10", 5, 1), ("2026-11", 2, 0))), path)
    check_access(browser, path.as_uri(), ("",), scheme)
