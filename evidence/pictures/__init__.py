"""Pictures: their sizes and hashes, and what their names say they are about."""
