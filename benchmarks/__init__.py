"""Speed and memory, as ratios against a limit and a peer in one run."""
