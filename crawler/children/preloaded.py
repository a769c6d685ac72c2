"""Imported once by the server that children are forked from, so that none of them begins by importing.

Reading one small page loads what is loaded on first use: the table of characters and the model of languages.
"""

# ruff: noqa: E402  # what comes first must: the other imports take seconds

import gc
import os
import signal
import sys
from types import TracebackType

signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all: the crawl tells this one what comes of it
os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy comes: a process with threads must not be forked

from crawler.children.reading import read
from crawler.children.tasks import Task
from evidence.property import Property
from evidence.visited import Fetched

URL = "http://page.invalid/"

read(
    Task(
        body=b"<p>A page with words enough to tell in which language it is written.",
        headers={},
        fetched=Fetched(url=URL, final_url=URL, status=200),
        property=Property(name="shop.invalid", domains=("shop.invalid",)),
        backlinks=(),
    )
)


def leave_it_to_the_crawl(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say nothing where there is no room for a child: the crawl asked for it and tells what comes of it."""
    if not issubclass(kind, OSError | EOFError):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = leave_it_to_the_crawl
gc.collect()
gc.freeze()  # what is loaded stays: looking through it for garbage takes a tenth of the time of every page
gc.set_threshold(100_000)  # a page makes tens of thousands of objects and no garbage among them
