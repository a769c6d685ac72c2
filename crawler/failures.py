"""Why a fetch brought no usable response.

FetchError          carries one of `evidence.presence.FAILURES` and a sentence for people
"""


class FetchError(Exception):
    """There is no usable response, and never a reason to call a link absent (invariant G7)."""

    def __init__(self, reason: str, detail: str = "") -> None:
        """`reason` is stored; `detail` goes to the log."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail
