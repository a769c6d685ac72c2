"""One reader per report format; each module holds one `READER`."""
