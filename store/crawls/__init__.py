"""What a crawl reads and writes: the frontier, visits, what was seen."""
