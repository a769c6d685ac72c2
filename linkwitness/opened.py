"""The store and the settings, opened for one command and closed after it."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from linkwitness.configuration import Configuration, configuration
from store.database import Store, open_store


@contextmanager
def opened(context: typer.Context) -> Iterator[tuple[Configuration, Store]]:
    """Give the settings in force and the store they name."""
    settings = configuration(context)
    store = open_store(settings.store_url)
    try:
        yield settings, store
    finally:
        store.close()
