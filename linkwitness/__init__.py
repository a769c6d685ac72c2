"""The front door: commands, configuration, progress."""

import os

# Polars gives memory back half a second after its last use, and the next step of an analysis takes it again,
# page by page. Kept for longer it costs less time and more memory: a million backlinks took 50 s and 1.7 GB
# with this, 42 to 47 s and 2.1 GB with five seconds. Polars reads it when it is loaded.
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:1000,muzzy_decay_ms:0")
