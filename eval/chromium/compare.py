"""Compare our windows and visibility with headless Chromium's, link by link, on saved pages.

    python eval/chromium/compare.py [--differences 20] [--pages 400] FOLDER...

Needs Debian's `chromium` and the `playwright` package; downloads no browser, refuses every request but the
page itself, and runs none of its scripts. Both sides' text is cut into words by `evidence.text.words`.
"""

import argparse
import asyncio
import gzip
import json
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Route, async_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))

from evidence.extract import extract
from evidence.model import Carrier, PageEvidence, Visibility
from evidence.property import Property
from evidence.text.words import words

PAGE_URL = "http://page.test/x.html"
PROPERTY = Property(name="shop.test", domains=("shop.test",))
READ_PAGE = (Path(__file__).parent / "read_page.js").read_text("utf-8")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
SEEN = frozenset({Visibility.VISIBLE, Visibility.LAZY})


@dataclass(slots=True)
class Tally:
    """Counts over all pages."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: list[dict[str, Any]] = field(default_factory=list)

    def page(self, name: str, ours: Sequence[Carrier], theirs: Sequence[dict[str, Any]]) -> None:
        """Pair the carriers of one page by their order and count what agrees."""
        mine = [(one.element, one.url) for one in ours]
        other = [(one["kind"], one["url"]) for one in theirs]
        blocks = SequenceMatcher(None, mine, other, autojunk=False).get_matching_blocks()
        paired = sum(block.size for block in blocks)
        self.counts["only ours"] += len(mine) - paired
        self.counts["only Chromium's"] += len(other) - paired
        for block in blocks:
            for step in range(block.size):
                self.pair(name, ours[block.a + step], theirs[block.b + step])

    def pair(self, name: str, ours: Carrier, theirs: dict[str, Any]) -> None:
        """Count one carrier that both have."""
        if ours.visibility is Visibility.SCREEN_READER:
            self.counts["screen-reader (apart)"] += 1
            return
        if ours.visibility is Visibility.LAZY and ours.hidden_by and not theirs["seen"]:
            self.counts["fades in by script (apart)"] += 1
            return
        seen = ours.visibility in SEEN
        self.counts[f"seen by us {seen}, by Chromium {theirs['seen']}"] += 1
        left, right = words(theirs["left"])[-5:], words(theirs["right"])[:5]
        equal = list(ours.left.words) == left and list(ours.right.words) == right
        if theirs["seen"]:
            self.counts[f"windows equal {equal}"] += 1
        if seen != theirs["seen"] or (theirs["seen"] and not equal):
            self.differences.append({
                "page": name, "url": ours.url, "path": ours.path, "by": ours.hidden_by,
                "ours": ours.visibility, "theirs": theirs["seen"],
                "box": theirs["box"], "text": theirs["text"],
                "our windows": [ours.left.words, ours.right.words], "their windows": [left, right],
            })  # fmt: skip

    def print(self, most: int) -> None:
        """Print differences, counts and the three figures."""
        for difference in self.differences[:most]:
            print(json.dumps(difference, ensure_ascii=False))
        for label, count in sorted(self.counts.items()):
            print(f"{count:8} {label}")
        both = self.counts["seen by us True, by Chromium True"]
        precision = both / max(1, both + self.counts["seen by us True, by Chromium False"])
        recall = both / max(1, both + self.counts["seen by us False, by Chromium True"])
        windows = self.counts["windows equal True"], self.counts["windows equal False"]
        print(f"windows {windows[0] / max(1, sum(windows)):.4f}")
        print(f"visibility precision {precision:.4f}, recall {recall:.4f}")


def ours(page: PageEvidence) -> list[Carrier]:
    """Return the links and images that Chromium can have too."""
    wanted = {("a", "href"), ("img", "src")}
    carriers = (one for one in page.carriers if (one.element, one.attribute) in wanted)
    return [one for one in carriers if not {"noscript", "svg", "template"} & set(one.path.split("/"))]


async def theirs(browser: Browser, body: bytes, encoding: str) -> list[dict[str, Any]]:
    """Let Chromium lay the page out in the encoding we read it in, with scripts and network off."""

    async def answer(route: Route) -> None:
        if route.request.url == PAGE_URL:
            await route.fulfill(body=body, headers={"content-type": f"text/html; charset={encoding}"})
        else:
            await route.abort()

    context = await browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 720})
    try:
        page = await context.new_page()
        await page.route("**/*", answer)
        await page.goto(PAGE_URL, wait_until="domcontentloaded", timeout=20_000)
        found: list[dict[str, Any]] = await page.evaluate(READ_PAGE)
        return found
    finally:
        await context.close()


async def compare(folders: Sequence[Path], most: int) -> Tally:
    """Compare every page of the folders."""
    tally = Tally()
    paths = [path for folder in folders for path in sorted(folder.glob("*.html*"))][:most]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for path in paths:
            body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            page = extract(body, url=PAGE_URL, headers={"content-type": "text/html"}, property=PROPERTY)
            tally.page(path.name, ours(page), await theirs(browser, body, page.encoding))
            tally.counts["pages"] += 1
        await browser.close()
    return tally


def main() -> None:
    """Read the options and print the comparison."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--differences", type=int, default=20)
    options = parser.parse_args()
    asyncio.run(compare(options.folders, options.pages)).print(options.differences)


if __name__ == "__main__":
    main()
