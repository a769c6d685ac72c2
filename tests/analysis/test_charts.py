"""Bars fit the chart whatever the numbers are."""

from analysis.charts import HEIGHT, MONTHS, bars


def test_the_highest_bar_is_as_high_as_the_chart() -> None:
    shown = bars([("2026-01", 1_000_000, 5), ("2026-02", 0, 500_000)])
    assert [(bar.new_height, bar.lost_height) for bar in shown] == [(HEIGHT, 0.0), (0, HEIGHT / 2)]


def test_nothing_makes_no_bars_and_much_makes_the_last_ones() -> None:
    assert bars([]) == []
    assert bars([("2026-01", 0, 0)])[0].new_height == 0
    assert [bar.new for bar in bars([(f"{n:05}", n, 0) for n in range(100)])] == list(
        range(100 - MONTHS, 100)
    )
