"""The archive: every response kept in WARC files, and archives of any origin read."""
