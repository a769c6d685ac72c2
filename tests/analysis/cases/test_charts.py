"""Bars fit the chart whatever the numbers are, and every month has its place."""

from analysis.cases.charts import FEWEST, HEIGHT, MONTHS, bars


def test_the_highest_bar_is_as_high_as_the_chart() -> None:
    shown = bars([("2026-01", 1_000_000, 5), ("2026-02", 0, 500_000)])[-2:]
    assert [(bar.new_height, bar.lost_height) for bar in shown] == [(HEIGHT, 0.0), (0, HEIGHT / 2)]


def test_months_of_which_nothing_is_told_are_empty() -> None:
    shown = bars([("2025-11", 1, 0), ("2026-02", 2, 0)])
    assert [(bar.month, bar.new) for bar in shown[-4:]] == [
        ("2025-11", 1),
        ("2025-12", 0),
        ("2026-01", 0),
        ("2026-02", 2),
    ]
    assert len(shown) == FEWEST
    assert shown[0].month == "2025-03"


def test_nothing_makes_no_bars_and_much_makes_the_last_ones() -> None:
    assert bars([]) == []
    assert bars([("2026-01", 0, 0)])[-1].new_height == 0
    many = bars([(f"{year}-{month:02}", year, 0) for year in range(1_990, 2_027) for month in range(1, 13)])
    assert len(many) == MONTHS
    assert (many[0].month, many[-1].month) == ("2024-01", "2026-12")
