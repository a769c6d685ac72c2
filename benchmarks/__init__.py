"""Speed and memory, as ratios against a limit and a peer in one run."""

import linkwitness  # noqa: F401  # as the program does it, before anything loads Polars
