"""Waiting out a store or a disk that cannot be written to for a while.

A full disk, another program's long transaction, a database server that restarts: none of them is a reason to
lose a crawl (hostile cases 103 to 105). What is asked again must do no harm when the first try got through
after all; `store.crawls.visits.record` sees to that itself.
"""

import errno
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, OperationalError

FIRST_WAIT_S = 0.2
LONGEST_WAIT_S = 5.0
T = TypeVar("T")


def patiently(
    action: Callable[[], T], *, on_wait: Callable[[str], None], should_stop: Callable[[], bool]
) -> T:
    """Do `action`, again and again while the store is unavailable; tell `on_wait` why, each time.

    Raises:
        DBAPIError, OSError: waiting does not help, or `should_stop` says that nobody waits any longer.
    """
    wait = FIRST_WAIT_S
    while True:
        try:
            return action()
        except (DBAPIError, OSError) as error:
            if should_stop() or not _may_pass(error):
                raise
            on_wait(str(getattr(error, "orig", error)).splitlines()[0])
        time.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT_S)


def _may_pass(error: DBAPIError | OSError) -> bool:
    if isinstance(error, OSError):
        return error.errno in {errno.ENOSPC, errno.EDQUOT}
    return isinstance(error, OperationalError) or error.connection_invalidated
