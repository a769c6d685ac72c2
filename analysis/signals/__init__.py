"""One signal per file; each module holds one `SIGNAL`."""
