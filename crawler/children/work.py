"""What children do, by name: who asks for it does not load it.

Evidence and all that it needs would take the crawl's own process a quarter of a second, and memory for good.
"""

from collections.abc import Mapping

from crawler.children.own_tasks import OwnRead, OwnTask
from crawler.children.tasks import Read, Settling, Task
from evidence.visited import Presence


def read(task: Task) -> Read:
    """Read one page."""
    from crawler.children import reading

    return reading.read(task)


def read_if_small(task: Task) -> Read | None:
    """Read one page, unless it turns out to be a large one."""
    from crawler.children import reading

    return reading.read_if_small(task)


def settle(task: Settling) -> Mapping[int, Presence]:
    """Judge a page again beside its host's home page and a random sibling."""
    from crawler.children import reading

    return reading.settle(task)


def read_own(task: OwnTask) -> OwnRead:
    """Read one body of the property's own."""
    from crawler.children import own_reading

    return own_reading.read_own(task)
