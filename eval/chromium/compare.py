"""Compare our windows and visibility with headless Chromium's, link by link, on saved pages.

    python -m eval.chromium.compare [--differences 20] [--pages 400] FOLDER...

Needs Debian's `chromium` and the `playwright` package; downloads no browser, refuses every request but the
page itself, has one picture for all pictures, and runs no scripts. Both sides' text is cut into words by
`evidence.text.words`.
"""

import argparse
import asyncio
import gzip
from collections.abc import Sequence
from pathlib import Path

from eval.chromium.tab import open_tab
from eval.chromium.tally import Tally, read


async def compare(folders: Sequence[Path], most: int) -> Tally:
    """Compare every page of the folders."""
    tally = Tally()
    paths = [path for folder in folders for path in sorted(folder.glob("*.html*"))][:most]
    async with open_tab() as tab:
        for path in paths:
            body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            ours = read(body)
            tally.page(path.name, ours, await tab.read(body, ours.encoding))
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
