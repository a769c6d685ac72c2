"""Remembering answers about short texts only: hostile pages ask, and what is remembered stays in memory."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

LONGEST = 1_000
"""Characters of all texts of one question together; honest attributes are far shorter."""
T = TypeVar("T")


def remembered(most: int) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Keep the last `most` answers of a function of texts; long questions are answered and forgotten."""

    def keep(function: Callable[..., T]) -> Callable[..., T]:
        kept = lru_cache(maxsize=most)(function)

        def answer(*texts: Any) -> T:
            is_short = sum(map(len, filter(None, texts))) <= LONGEST
            return kept(*texts) if is_short else function(*texts)

        return answer

    return keep
