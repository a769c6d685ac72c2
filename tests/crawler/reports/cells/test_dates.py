from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.reports.cells.dates import day_order, is_date, moment
from tests.crawler.reports.saying import day

WHEN = day(2026, 9, 15)
CLOCK = day(2026, 9, 15, 8, 7, 6)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-09-15", WHEN), (" 2026-09-15 ", WHEN), ("20260915", WHEN), ("2026/09/15", WHEN), ("15.09.2026", WHEN),
        ("Sep 15, 2026", WHEN), ("Sept. 15, 2026", WHEN), ("September 15, 2026", WHEN), ("15 Sep 2026", WHEN),
        ("15-Sep-2026", WHEN), ("15/09/2026", WHEN), ("9/15/2026", WHEN), ("15-09-2026", WHEN), ("46280", WHEN),
        ("2026-09-15 08:07:06", CLOCK), ("2026-09-15T08:07:06Z", CLOCK), ("2026-09-15T10:07:06+02:00", CLOCK),
        ("2026-09-15 08:07:06 UTC", CLOCK), ("15.09.2026 08:07:06", CLOCK), ("15/09/2026 08:07:06", CLOCK),
        ("15/Sep/2026:10:07:06 +0200", CLOCK), ("1789459626", CLOCK), ("1789459626123", CLOCK),
        ("15/09/2026 08:07", day(2026, 9, 15, 8, 7)), ("2026-09-15 08:07", day(2026, 9, 15, 8, 7)), ("46280,5", day(2026, 9, 15, 12)),
        ("03/03/2026", day(2026, 3, 3)),
        ("", None), ("-", None), ("N/A", None), ("0000-00-00", None), ("0000-00-00 00:00:00", None), ("0001-01-01", None),
        ("1970-01-01 00:00:00", None), ("1970-01-01", None),
    ],
)  # fmt: skip
def test_forms(text: str, when: datetime | None) -> None:
    assert moment(text) == when


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "03/04/2026",
        "31/02/2026",
        "99/99/2026",
        "2026-13-01",
        "12345678901",
        "9999-12-31T23:59:59-01:00",
        "200",
        "=NOW()",
    ],
)
def test_what_is_no_date_or_two(text: str) -> None:
    with pytest.raises(ValueError):
        moment(text)


@pytest.mark.parametrize(("day_first", "when"), [(True, day(2026, 4, 3)), (False, day(2026, 3, 4))])
def test_a_known_order_decides(day_first: bool, when: datetime) -> None:
    assert moment("03/04/2026", day_first=day_first) == when


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2026", "15/04/2026"], True),
        (["03/04/2026", "03/15/2026 10:20"], False),
        (["03/04/2026", "", "2026-09-15"], None),
        ([], None),
    ],
)
def test_order_of_a_file(texts: list[str], order: bool | None) -> None:
    assert day_order(texts) == order


@given(st.datetimes(datetime(1990, 1, 1), datetime(2199, 12, 31)))  # noqa: DTZ001  # the tools' dates name no zone
def test_every_iso_date_is_read(when: datetime) -> None:
    assert moment(when.isoformat(sep=" ")) == when.replace(tzinfo=UTC)


@given(st.text())
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        when = moment(text)
    except ValueError:
        return
    assert when is None or (when.utcoffset() is not None and 1990 <= when.year <= 2200)
    assert is_date(text) == (when is not None)
