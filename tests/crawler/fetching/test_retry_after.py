"""How long an overloaded host wants to be left alone."""

from datetime import UTC, datetime, timedelta

import pytest

from crawler.fetching.retry_after import LONGEST, WITHOUT_A_WORD, wait_asked_for

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "value", "wait"),
    [
        (429, "30", timedelta(seconds=30)),
        (503, "0", timedelta(0)),
        (429, "Sat, 21 Nov 2026 12:05:00 GMT", timedelta(minutes=5)),
        (429, "Sat, 21 Nov 2026 11:00:00 GMT", WITHOUT_A_WORD),
        (429, "Mon, 21 Nov 2036 12:00:00 GMT", LONGEST),
        (429, "315360000", LONGEST),
        (429, "9" * 400, LONGEST),
        (429, "-1", WITHOUT_A_WORD),
        (429, "soon", WITHOUT_A_WORD),
        (429, "", WITHOUT_A_WORD),
        (200, "30", None),
        (500, "30", None),
        (404, "", None),
    ],
)
def test_wait_asked_for(status: int, value: str, wait: timedelta | None) -> None:
    assert wait_asked_for(status, value, now=NOW) == wait
