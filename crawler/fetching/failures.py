"""Why a fetch brought no usable response.

FetchError          carries one of `evidence.presence.FAILURES` and a sentence for people
"""

from datetime import timedelta


class FetchError(Exception):
    """There is no usable response, and never a reason to call a link absent (invariant G7)."""

    def __init__(self, reason: str, detail: str = "", *, wait: timedelta | None = None) -> None:
        """Say why, by a stable word and for people, and how long the host wants to be left alone."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
        self.wait = wait
