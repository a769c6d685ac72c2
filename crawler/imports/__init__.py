"""From a report file into the store."""
