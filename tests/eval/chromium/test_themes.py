"""Chromium and we read the same of pages as content systems and frameworks lay them out.

`themes/` holds a page for each: menus, drawers, sliders, tabs, banners, tables, and what CSS has for them.
"""

import asyncio
import shutil
from pathlib import Path

import pytest

from eval.chromium.compare import compare

pytestmark = pytest.mark.skipif(
    shutil.which("chromium") is None, reason="needs Debian's chromium: apt-get install chromium"
)
THEMES = Path(__file__).parent / "themes"
DIFFERING = {
    "container.html": "container queries ask for sizes that only a layout has",
    "slider.html": "of a row of slides that is moved to the left nobody knows which have gone",
}
"""Pages of which a browser says something else, and why."""


def test_chromium_and_we_agree_on_themes() -> None:
    tally = asyncio.run(compare([THEMES], 100))
    tally.print(100)  # shown when it fails
    assert {one["page"] for one in tally.differences} == set(DIFFERING)
    assert tally.counts["pages"] == len(list(THEMES.glob("*.html")))
    assert tally.counts["seen by us False, by Chromium False"] > 200
    assert tally.windows >= 0.98
    assert tally.precision >= 0.99
    assert tally.recall >= 0.99
