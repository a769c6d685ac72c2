"""The front door: commands, configuration, progress."""

import os

# Polars gives memory back half a second after its last use, and the next step of an analysis takes it again,
# page by page: with this, a quarter fewer of them fault. Polars reads it when it is loaded.
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:5000,muzzy_decay_ms:5000")
