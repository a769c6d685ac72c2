"""Campaigns in the queue: one row, opened to its domains, decided and undone at once; with and without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.review.serving import Served, ids, reviews, served
from tests.review.test_browser import CHROMIUM, browser, check_access, context

__all__ = ["browser", "context"]
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="needs Debian's chromium: apt-get install chromium"
)


def folds(text: str) -> list[tuple[str, int]]:
    """Read the folds of a page: key, and how many domains it says."""
    return [
        (key, int(number))
        for key, number in re.findall(r'data-fold="(\d+)".*?(\d+) domains', text, flags=re.DOTALL)
    ]


def test_a_campaign_is_one_row_that_opens_to_its_domains(server: Served) -> None:
    folded, plain = server.get("/queue").text, server.get("/queue?each=1")
    ((fold, number),) = folds(folded)
    assert number == 6
    opened = server.get(f"/queue?fold={fold}")
    assert len(ids(opened)) == number
    assert set(ids(opened)) < set(ids(plain))
    assert len(re.findall(r'data-id="', folded)) == len(ids(plain)) - number
    assert f'fold={fold}"' in folded
    assert "built from one template" in opened.text


def test_a_filter_narrows_the_fold(server: Served) -> None:
    ((fold, _),) = folds(server.get("/queue").text)
    chosen = len(ids(server.get(f"/queue?fold={fold}&text=de")))
    assert 1 < chosen < 6
    assert (fold, chosen) in folds(server.get("/queue?text=de").text)


def test_one_decision_for_all_and_undo_for_all(folder: Path) -> None:
    with served(folder) as server:
        ((fold, number),) = folds(server.get("/queue").text)
        token = ("token", server.token())
        chosen = [token, ("fold", fold), ("query", "decided=open"), ("decision", "spam"), ("note", "one kit")]
        assert server.post("/decide", chosen).status == 303
        assert reviews(folder) == [("domain", "spam", "", "one kit")] * number
        assert folds(server.get("/queue").text) == []
        decided = server.get("/queue?decided=decided").text
        assert folds(decided) == [(fold, number)]
        assert f"you: {number} spam" in decided
        undone = [token, ("fold", fold), ("query", "decided=decided")]
        assert server.post("/undo", undone).status == 303
        assert reviews(folder) == []


@needs_browser
def test_by_keys_alone(browser: Browser, context: BrowserContext, folder: Path) -> None:
    with served(folder) as server:
        page = context.new_page()
        page.goto(f"{server.url}/queue")
        place = page.locator(".row").evaluate_all("rows => rows.findIndex(row => row.dataset.fold)")
        for _ in range(place + 1):
            page.keyboard.press("n")
        page.keyboard.press("b")
        expect(page.locator("#said")).to_contain_text("6 domains: benign")
        check_access(browser, server.url, ("/queue?decided=all",), "light")
        page.keyboard.press("z")
        expect(page.locator("#said")).to_have_text("Undone.")
        assert reviews(folder) == []
        page.keyboard.press("o")
        page.wait_for_url("**fold=*")
        assert page.locator(".row").count() == 6


@needs_browser
def test_without_scripts(browser: Browser, folder: Path) -> None:
    with served(folder) as server:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{server.url}/queue")
        page.locator("input[name=fold]").check()
        page.get_by_role("button", name="Spam").click()
        page.goto(f"{server.url}/queue?decided=decided")
        page.get_by_text("you: 6 spam").wait_for()
        page.get_by_role("button", name="Undo all").click()
        page.get_by_text("Nothing to look at").wait_for()
        assert reviews(folder) == []
        context.close()
