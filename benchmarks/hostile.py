"""What hostile servers cost the honest pages beside them.

    python -m benchmarks.hostile

The world of the hostile tests, in a network of its own: 200 honest pages alone and beside every attack at once
(limit: 1.5 times as long), and one honest page alone and beside 30 names that nobody answers for (limit: one
second later).
"""

import os
import tempfile
from pathlib import Path

from tests.crawler.hostile.test_hostile import run_world


def main() -> None:
    """Print both."""
    with tempfile.TemporaryDirectory() as folder:
        world = run_world(Path(folder), "--timed")
    alone, beside = world["alone_s"], world["beside_s"]
    print(f"load of the last minute: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(
        f"200 honest pages: {alone:.1f} s alone, {beside:.1f} s beside the attackers, {beside / alone:.2f} times"
    )
    alone, beside = world["beside_names_s"]
    print(
        f"one honest page: {alone:.2f} s alone, {beside:.2f} s beside 30 silent names, {beside - alone:+.2f} s"
    )


if __name__ == "__main__":
    main()
