"""Invent pages from a seed, let us and headless Chromium read them, and shrink what differs.

    python -m eval.chromium.differential [--pages 200] [--seed 1] [--shrunk 10]

Prints each page on which a link's windows or visibility differ, as small as it still differs, then the counts.
Needs what `eval.chromium.compare` needs.
"""

import argparse
import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from eval.chromium.invented import Inventor
from eval.chromium.invented_page import InventedPage, smaller
from eval.chromium.tab import Tab, open_tab
from eval.chromium.tally import Tally, read

MOST_TRIES = 600
"""Smaller pages that are tried of one page."""


@dataclass(slots=True)
class Outcome:
    """What came of all pages."""

    tally: Tally = field(default_factory=Tally)
    shrunk: list[tuple[str, InventedPage, list[dict[str, Any]]]] = field(default_factory=list)
    """Seed, the smallest page that differs and how, for the first pages that do."""


async def differences(tab: Tab, page: InventedPage, tally: Tally | None = None) -> list[dict[str, Any]]:
    """Return what we and Chromium say differently of one page."""
    counted = tally or Tally()
    before = len(counted.differences)
    body = str(page).encode()
    counted.page("", read(body), await tab.read(body))
    return counted.differences[before:]


async def shrink(tab: Tab, page: InventedPage) -> InventedPage:
    """Take parts away as long as something differs."""
    tries = 0
    candidates: Iterator[InventedPage] = smaller(page)
    while tries < MOST_TRIES and (candidate := next(candidates, None)) is not None:
        tries += 1
        if await differences(tab, candidate):
            page, candidates = candidate, smaller(candidate)
    return page


async def differential(pages: int, seed: int, shrunk: int) -> Outcome:
    """Compare invented pages and shrink the first ones that differ."""
    outcome = Outcome()
    async with open_tab() as tab:
        for number in range(pages):
            name = f"{seed}.{number}"
            page = Inventor(name).page()
            if await differences(tab, page, outcome.tally) and len(outcome.shrunk) < shrunk:
                small = await shrink(tab, page)
                outcome.shrunk.append((name, small, await differences(tab, small)))
    return outcome


def main() -> None:
    """Read the options and print what differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shrunk", type=int, default=10)
    options = parser.parse_args()
    outcome = asyncio.run(differential(options.pages, options.seed, options.shrunk))
    for name, page, found in outcome.shrunk:
        print(f"--- {name}\n{page}")
        for one in found:
            print({key: one[key] for key in ("url", "ours", "by", "theirs", "our windows", "their windows")})
    outcome.tally.print(0)


if __name__ == "__main__":
    main()
