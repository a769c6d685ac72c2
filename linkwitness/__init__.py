"""The front door: commands, configuration, progress."""

import os

# Polars gives memory back half a second after its last use, and the next step of an analysis takes it again:
# a tenth of its processor time. Its allocator reads this when Polars is loaded, so before any other import.
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:5000,muzzy_decay_ms:5000")
