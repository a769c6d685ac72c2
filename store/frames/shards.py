"""Shards of registrable domains: parts of a store that fit into memory.

Domain keys are hashes, so equal ranges of keys hold about equally many domains.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, and_

KEYS = 1 << 63
"""`store.identity.key` gives 0 <= key < 2^63."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """The registrable domains whose key is at least `low` and below `high`."""

    low: int = 0
    high: int = KEYS

    def holds(self, domain_id: Any) -> ColumnElement[bool]:
        """Return the condition that a column of domain keys lies in the shard."""
        return and_(domain_id >= self.low, domain_id <= self.high - 1)


def shards(backlinks: int, *, size: int) -> tuple[Shard, ...]:
    """Return shards of about `size` backlinks each, in order."""
    count = max(1, -(-backlinks // size))
    bounds = [KEYS * number // count for number in range(count + 1)]
    return tuple(Shard(low=low, high=high) for low, high in pairwise(bounds))
