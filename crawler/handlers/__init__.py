"""Download handlers: how a request gets its response, from the network or from an archive."""
