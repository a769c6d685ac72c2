"""Chromium and we read the same of pages invented from a seed, and a difference is seen and shrunk."""

import asyncio
import shutil

import pytest

from eval.chromium.differential import differential
from eval.chromium.tab import open_tab
from eval.chromium.tally import Tally, read

pytestmark = pytest.mark.skipif(
    shutil.which("chromium") is None, reason="needs Debian's chromium: apt-get install chromium"
)
LINK = '<p>one <a href="http://other.test/1">two</a> three'


def test_chromium_and_we_agree_on_invented_pages() -> None:
    tally = asyncio.run(differential(pages=25, seed=22, shrunk=0)).tally
    assert tally.counts["pages"] == 25
    assert tally.counts["seen by us True, by Chromium True"] > 100
    assert tally.counts["seen by us False, by Chromium False"] > 50
    assert tally.counts["only ours"] == tally.counts["only Chromium's"] == 0
    assert tally.windows >= 0.93  # one difference early on a page shifts the windows after it
    assert tally.precision >= 0.97
    assert tally.recall >= 0.97


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (LINK, False),
        (LINK.replace("three", "four"), True),
        (LINK.replace("<a", '<a style="opacity:0"'), True),
        (LINK.replace("<p", "<p hidden"), True),
    ],
)
def test_what_differs_is_noticed(other: str, differs: bool) -> None:
    async def compared() -> Tally:
        tally = Tally()
        async with open_tab() as tab:
            tally.page("", read(LINK.encode()), await tab.read(other.encode()))
        return tally

    assert bool(asyncio.run(compared()).differences) is differs
