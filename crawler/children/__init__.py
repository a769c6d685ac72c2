"""Child processes: hostile bodies are read beside the crawl and held to limits."""
