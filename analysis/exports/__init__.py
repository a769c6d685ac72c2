"""One output per file; each module holds one `EXPORT`."""
