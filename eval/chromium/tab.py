"""One tab of headless Chromium that reads pages without network and without running their scripts."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Page, Route, async_playwright

PAGE_URL = "http://page.test/x.html"
READ_PAGE = (Path(__file__).parent / "read_page.js").read_text("utf-8")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>'
"""Pictures that do not come have no size, as if the page hid them."""


class Tab:
    """A tab that is given one page after the other."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._body = b""
        self._encoding = "utf-8"

    async def read(self, body: bytes, encoding: str = "utf-8") -> list[dict[str, Any]]:
        """Lay a page out in an encoding and return its links and images, as `read_page.js` describes them."""
        self._body, self._encoding = body, encoding
        await self._page.goto(PAGE_URL, wait_until="load", timeout=20_000)
        found: list[dict[str, Any]] = await self._page.evaluate(READ_PAGE)
        return found

    async def answer(self, route: Route) -> None:
        """Give the page itself, one picture for all pictures, and nothing else."""
        if route.request.resource_type == "image":
            await route.fulfill(body=PICTURE, content_type="image/svg+xml")
            return
        if route.request.url != PAGE_URL:
            await route.abort()
            return
        headers = {
            "content-type": f"text/html; charset={self._encoding}",
            "content-security-policy": "sandbox",  # no page leads away by itself
        }
        await route.fulfill(body=self._body, headers=headers)


@asynccontextmanager
async def open_tab() -> AsyncIterator[Tab]:
    """Start Debian's Chromium with one tab of 1280 by 720."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = await browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 720})
        tab = Tab(page)
        await page.route("**/*", tab.answer)
        yield tab
        await browser.close()
