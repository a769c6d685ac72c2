"""Remembering answers about texts within bounds: hostile pages ask, and what is remembered takes memory."""

from collections import OrderedDict
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


def kept_for(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Keep a function's answers to the texts asked for last, as many as have `most` characters together."""

    def keep(function: Callable[[str], T]) -> Callable[[str], T]:
        kept: OrderedDict[str, T] = OrderedDict()
        size = 0

        def answer(text: str) -> T:
            nonlocal size
            if text in kept:
                kept.move_to_end(text)
                return kept[text]
            found = function(text)
            if len(text) > most:
                return found
            kept[text] = found
            size += len(text)
            while size > most:
                size -= len(kept.popitem(last=False)[0])
            return found

        return answer

    return keep
