"""From findings to verdicts, campaigns, the queue and the level to act on."""
