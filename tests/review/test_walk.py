"""The whole way in one walk: a report on the command line, the crawl, and in Chromium all that a person does."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.linkwitness.program import linkwitness
from tests.review.serving import SHOWN, STORY, reviewed, reviews, served
from tests.review.test_browser import CHROMIUM, browser, context

__all__ = ["browser", "context"]
KIT = 6
"""Galleries of one template in the demonstration."""


@pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium: apt-get install chromium")
def test_from_the_report_to_the_disavow_file(context: BrowserContext, tmp_path: Path) -> None:
    reviewed(tmp_path)  # import, crawl and analyse, as a person calls them
    with served(tmp_path) as server:
        page = context.new_page()
        loads: list[str] = []
        page.on("request", lambda request: loads.append(request.url))

        page.goto(server.url)
        _go_to_the_queue(page)
        _decide_the_kit(page)
        _decide_the_story(page)
        lines = _downloaded(page)
        assert {url for url in loads if not url.startswith(server.url)} == set()

    assert f"domain:{STORY}" in lines
    assert sum(line.startswith("domain:") for line in lines) > KIT
    assert reviews(tmp_path)[-1] == ("domain", "spam", "host", "the club knows nothing of it")
    assert len(reviews(tmp_path)) == KIT + 1
    assert linkwitness(tmp_path, "export", "csv", "--to", "out").code == 0
    with (tmp_path / "out" / "backlinks.csv").open(encoding="utf-8-sig", newline="") as file:
        decided = {row["domain"] for row in csv.DictReader(file) if row["review"] == "spam"}
    assert len(decided) == KIT + 1


def _go_to_the_queue(page: Page) -> None:
    expect(page.locator("#there")).to_contain_text(f"{len(SHOWN) + 1} reported backlinks")
    expect(page.get_by_role("img", name="New and lost links by month")).to_be_visible()
    page.get_by_role("link", name=re.compile(r"^\d+ domains to look at")).click()
    page.wait_for_url("**/queue")


def _decide_the_kit(page: Page) -> None:
    page.locator(".fold .domain").click()  # the kit opens to its domains
    page.wait_for_url("**fold=*")
    expect(page.locator(".row")).to_have_count(KIT)
    page.go_back()
    page.wait_for_url("**/queue")
    page.locator("input[name=fold]").check()
    page.get_by_role("button", name="Spam").click()
    expect(page.locator("#said")).to_contain_text(f"{KIT} domains: spam")


def _decide_the_story(page: Page) -> None:
    page.get_by_label("Domain", exact=True).fill(STORY)
    page.get_by_role("button", name="Show").click()
    page.wait_for_url(f"**text={STORY}*")
    page.get_by_role("link", name=STORY).click()
    page.wait_for_url(f"**/domain/{STORY}")
    expect(page.get_by_text("not there: the page shows the home page")).to_be_visible()
    page.locator("details[data-frame] summary").click()
    expect(page.frame_locator("iframe").get_by_role("heading", name="Nächstes Heimspiel")).to_be_visible()
    with page.expect_download() as record:
        page.get_by_role("link", name="Archive record").first.click()
    assert Path(record.value.path()).read_bytes().startswith(b"\x1f\x8b")
    page.get_by_label("Note").first.fill("the club knows nothing of it")
    page.get_by_label("Level").first.select_option("host")
    page.get_by_role("button", name="Spam").first.click()
    expect(page.get_by_text("you: spam").first).to_be_visible()


def _downloaded(page: Page) -> list[str]:
    """Return the lines of the disavow file."""
    page.get_by_role("link", name="Outcome").click()
    page.wait_for_url("**/outcome")
    expect(page.get_by_role("heading", name="No action")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download disavow.txt").click()
    return Path(download.value.path()).read_text().splitlines()
