"""When a page is visited again."""

from datetime import UTC, datetime, timedelta

from crawler.visits.schedule import DAY, FIRST, LONGEST, after_failure, after_visit

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_failures_wait_longer_each_time_up_to_a_week() -> None:
    waits = [after_failure(NOW, attempts=attempts, interval=0).due_at - NOW for attempts in range(12)]
    assert waits[:3] == [timedelta(hours=1), timedelta(hours=2), timedelta(hours=4)]
    assert waits == sorted(waits)
    assert waits[-1] == FIRST


def test_the_interval_grows_while_nothing_changes_and_shrinks_when_something_does() -> None:
    first = after_visit(NOW, interval=0, changed=False)
    assert first.due_at - NOW == FIRST
    same = after_visit(NOW, interval=first.interval, changed=False)
    other = after_visit(NOW, interval=first.interval, changed=True)
    assert other.interval < first.interval < same.interval


def test_intervals_stay_between_a_day_and_a_quarter() -> None:
    interval = 0
    for _ in range(30):
        interval = after_visit(NOW, interval=interval, changed=False).interval
    assert timedelta(seconds=interval) == LONGEST
    for _ in range(30):
        interval = after_visit(NOW, interval=interval, changed=True).interval
    assert timedelta(seconds=interval) == DAY


def test_a_visit_that_could_tell_forgets_the_failures() -> None:
    failed = after_failure(NOW, attempts=3, interval=100_000)
    assert (failed.attempts, failed.interval) == (4, 100_000)
    assert after_visit(NOW, interval=failed.interval, changed=False).attempts == 0
