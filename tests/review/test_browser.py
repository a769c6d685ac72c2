"""The review page in a real browser: keys, decisions without a reload, access for everybody, hostile payloads."""

import shutil
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Request, expect, sync_playwright

from tests.review.serving import HOSTILE, STORY, Served, reviews, served
from tests.review.test_app import VIEWS

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1200, "height": 900}, accept_downloads=True)
    yield opened
    opened.close()


def test_no_payload_runs_or_asks_in_any_view(context: BrowserContext, server: Served) -> None:
    """Payloads come in through a report and a page, and out of every view (hostile cases 63 to 68)."""
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    for path in VIEWS:
        page.goto(server.url + path)
        assert page.evaluate("window.pwned") is None, path
    page.goto(f"{server.url}/domain/{HOSTILE}")
    page.locator("details[data-frame] summary").click()
    frame = page.frame_locator("iframe")
    assert frame.locator("h1").inner_text() == "cheap offers"
    frame.locator("a").first.click()
    assert page.url.endswith(HOSTILE)
    assert {url for url in asked if not url.startswith(server.url)} == set()
    assert said == []


def check_access(browser: Browser, url: str, paths: Sequence[str], scheme: Literal["light", "dark"]) -> None:
    """Let axe look at views on a phone 320 pixels wide."""
    axe = files("axe_core_python").joinpath("axe.min.js").read_text()
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": 320, "height": 800}, bypass_csp=True
    )
    page = context.new_page()
    for path in paths:
        page.goto(url + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        page.evaluate(axe)
        found = page.evaluate("axe.run({iframes: false}).then(result => result.violations)")
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], path
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    browser: Browser, server: Served, scheme: Literal["light", "dark"]
) -> None:
    check_access(browser, server.url, (*VIEWS, "/queue?each=1", "/login", "/nonsense"), scheme)


def test_paper_is_white_whatever_the_screen_is(browser: Browser, server: Served) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{server.url}/domain/{STORY}")
    colours = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    assert page.evaluate(colours) == ["rgb(233, 231, 226)", "rgb(22, 24, 28)"]
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(colours) == ["rgb(29, 31, 35)", "rgb(255, 255, 255)"]
    assert not page.locator(".top").is_visible()
    page.close()


def test_decisions_by_keys_alone_without_a_reload(context: BrowserContext, folder: Path) -> None:
    with served(folder) as server:
        page = context.new_page()
        loads: list[Request] = []
        page.goto(f"{server.url}/queue?each=1")
        page.on("request", lambda request: loads.append(request) if request.is_navigation_request() else None)
        page.get_by_label("Note").fill("looked at on the train")
        page.reload()
        expect(page.get_by_label("Note")).to_have_value("looked at on the train")
        page.evaluate("document.activeElement.blur()")
        loads.clear()
        page.keyboard.press("n")
        for key, told in (
            ("s", "1 domain: spam"),
            ("b", "1 domain: benign"),
            ("u", "1 domain: unsure"),
        ):
            page.keyboard.press(key)
            expect(page.locator("#said")).to_contain_text(told)
        assert [(decision, note) for _, decision, _, note in reviews(folder)] == [
            ("spam", "looked at on the train"),
            ("benign", ""),
            ("unsure", ""),
        ]
        page.keyboard.press("z")
        expect(page.locator("#said")).to_have_text("Undone.")
        assert [decision for _, decision, _, _ in reviews(folder)] == ["spam", "benign"]
        assert loads == [], "nothing reloads"
        assert page.locator(".row.done").count() == 2


def test_the_case_is_decided_by_keys_without_a_reload(context: BrowserContext, folder: Path) -> None:
    with served(folder) as server:
        page = context.new_page()
        page.goto(f"{server.url}/domain/{STORY}")
        loads: list[Request] = []
        page.on("request", lambda request: loads.append(request) if request.is_navigation_request() else None)
        page.get_by_label("Note").first.fill("seen in summer")
        page.evaluate("document.activeElement.blur()")
        tag = page.locator("h1 .decision")
        expect(tag).to_be_hidden()
        page.keyboard.press("l")
        for key, told in (("s", "spam"), ("b", "benign")):
            page.keyboard.press(key)
            expect(page.locator("#said")).to_contain_text(f"Stored: {told}")
            expect(tag).to_have_text(f"you: {told}, url")
        said = [("domain", told, "url", "seen in summer") for told in ("spam", "benign")]
        assert reviews(folder) == said
        page.keyboard.press("z")
        expect(tag).to_have_text("you: spam, url")
        page.keyboard.press("z")
        expect(tag).to_be_hidden()
        assert reviews(folder) == []
        assert loads == [], "nothing reloads"
        page.keyboard.press("z")
        expect(page.locator("#said")).to_have_text("Nothing to undo.")
        page.keyboard.press("s")
        expect(page.locator("#said")).to_contain_text("Stored: spam")
        following = page.locator("#next").inner_text().removeprefix("Next: ")
        page.keyboard.press("n")
        page.wait_for_url(f"**/domain/{following}")
        page.keyboard.press("z")
        expect(page.locator("#said")).to_have_text("Undone: a decision from another page.")
        assert reviews(folder) == []


def test_from_queue_to_case_to_decision_to_download(context: BrowserContext, folder: Path) -> None:
    with served(folder) as server:
        page = context.new_page()
        page.goto(f"{server.url}/")
        page.get_by_role("link", name="Queue").click()
        page.get_by_label("Domain", exact=True).fill(STORY)
        page.get_by_role("button", name="Show").click()
        page.get_by_role("link", name=STORY).click()
        page.wait_for_url(f"**/domain/{STORY}")  # and for the deferred script, which keeps drafts
        note = page.get_by_label("Note").first
        note.fill("seen it myself")
        page.reload()
        expect(page.get_by_label("Note").first).to_have_value("seen it myself")  # a closed tab loses nothing
        page.get_by_role("button", name="Spam").first.click()
        page.get_by_text("you: spam").first.wait_for()
        assert reviews(folder) == [("domain", "spam", "", "seen it myself")]
        page.get_by_role("link", name="Outcome").click()
        with page.expect_download() as download:
            page.get_by_role("link", name="Download disavow.txt").click()
        assert f"domain:{STORY}" in Path(download.value.path()).read_text()


def test_everything_works_without_scripts(browser: Browser, folder: Path) -> None:
    with served(folder) as server:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{server.url}/queue?text={STORY}")
        page.get_by_role("checkbox", name=f"Tick {STORY}").check()
        page.get_by_role("button", name="Benign").click()
        page.get_by_text("Nothing to look at").wait_for()
        page.get_by_text("in all, 1 of them decided").wait_for()
        page.goto(server.url)
        page.get_by_text("to look at, 1 of them decided").wait_for()
        page.goto(f"{server.url}/queue?decided=decided")
        page.get_by_role("button", name="Undo").click()
        assert reviews(folder) == []
        page.get_by_text("in all, 0 of them decided").wait_for()
        context.close()
