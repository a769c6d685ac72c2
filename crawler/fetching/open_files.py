"""How many connections this process may have, by the open files its system allows it.

Beyond the limit nothing can be opened any more: pages would be called unreachable, and the store and the
archive could not be written to (hostile case 113).
"""

import resource
from dataclasses import dataclass

RESERVED = 48
"""For the store, the archive, the children and what libraries open."""
MOST_DOMAINS = 128
"""Far more than two processors can read pages of; each of them may hold a body in memory."""
MOST_WAITING = 384
"""Domains that keep us waiting, beside them (hostile case 40): 512 in all keep two processors busy although
each is asked at most once a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What may be open at once."""

    domains: int
    """Domains visited at once, each with a connection and perhaps a name being asked for."""
    waiting: int
    """Domains beside them that wait for their server for long."""
    idle: int
    """Connections that wait for their next request: one a domain, which waits a second after each answer."""


def places() -> Places:
    """Allow this process as many files as it may have, and share them out."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return share_out(hard)


def share_out(files: int) -> Places:
    """Share out `files` open files; a crawl needs at least two connections."""
    spare = max(4, files - RESERVED) if files != resource.RLIM_INFINITY else 4 * (MOST_DOMAINS + MOST_WAITING)
    domains = min(MOST_DOMAINS, max(1, spare // 4))
    waiting = min(MOST_WAITING, max(0, (spare - 4 * domains) // 3))
    return Places(domains=domains, waiting=waiting, idle=domains + waiting)
