"""One command per file; each module holds one `COMMAND`."""
