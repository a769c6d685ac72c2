"""The schema: what the migrations make is what the models say, and every step can be undone."""

import signal
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, func, inspect, select

from analysis.analyse import analyse
from migrations import versions
from store.database import Store, StoreError, downgrade, open_store, revisions, upgrade
from store.models import Base, QueueFacet, Verdict
from tests.analysis import seeding
from tests.store.intake.test_imports import ROWS, take


def test_migrations_make_exactly_the_models(empty_store: Store) -> None:
    upgrade(empty_store)
    with empty_store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_down_and_up_again(empty_store: Store) -> None:
    upgrade(empty_store)
    downgrade(empty_store, "base")
    assert inspect(empty_store.engine).get_table_names() == ["alembic_version"]
    upgrade(empty_store)
    assert set(Base.metadata.tables) < set(inspect(empty_store.engine).get_table_names())


def test_opening_an_empty_store_makes_it_current(empty_store: Store) -> None:
    store = open_store(empty_store.url.render_as_string(hide_password=False))
    found, known = revisions(store)
    store.close()
    assert found == known != ""


def test_a_filled_store_goes_down_and_up(store: Store) -> None:
    take(store, ROWS)
    downgrade(store, "base")
    assert inspect(store.engine).get_table_names() == ["alembic_version"]
    upgrade(store)
    assert take(store, ROWS) == 3


FIRST = "0001"
MIGRATE_AND_DIE = """
import os, signal, sys
from sqlalchemy import event
from analysis.analyse import analyse
from store.database import Store, downgrade, upgrade

store, goal, moment = Store(sys.argv[1]), sys.argv[2], sys.argv[3]
seen = 0

def die_in_time(*_):
    global seen
    seen += 1
    if seen == int(moment):
        os.kill(os.getpid(), signal.SIGKILL)

if moment == "commit":
    event.listen(store.engine, "commit", lambda _: os.kill(os.getpid(), signal.SIGKILL))
else:
    event.listen(store.engine, "after_cursor_execute", die_in_time)
upgrade(store) if goal == "head" else downgrade(store, goal)
"""
"""Moments are statements, counted, or the commit: all is done then, and nothing yet for good."""


@pytest.mark.parametrize(
    ("goal", "moment"), [("head", "60"), ("head", "commit"), (FIRST, "25"), (FIRST, "commit")]
)
def test_a_killed_migration_leaves_what_was_there_before(store: Store, goal: str, moment: str) -> None:
    """Hostile case 110: old or new, never half; the next try succeeds."""
    take(store, ROWS)
    if goal == "head":
        downgrade(store, FIRST)
    before = everything(store)
    store.close()
    command = [sys.executable, "-c", MIGRATE_AND_DIE]
    killed = subprocess.run(
        [*command, store.url.render_as_string(hide_password=False), goal, moment],
        check=False,
        capture_output=True,
        text=True,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert everything(store) == before
    if goal == "head":
        upgrade(store)
        assert take(store, ROWS) == 0, "every row is still known"
    else:
        downgrade(store, goal)
        assert revisions(store)[0] == FIRST


def test_no_step_changes_a_row_that_the_first_release_knew(store: Store) -> None:
    """Hostile case 110: through every version down, and up again."""
    take(store, ROWS)
    steps = sorted(versions_known())
    downgrade(store, FIRST)
    first = everything(store)
    for revision in [*steps[1:], *reversed(steps[:-1])]:
        (upgrade if revision > (revisions(store)[0] or "") else downgrade)(store, revision)
        now = everything(store)
        for table, (columns, _, rows) in first.items():
            if table != "alembic_version":
                assert rows_of(now[table], columns) == rows, (revision, table)


def versions_known() -> list[str]:
    """Return every revision."""
    folder = resources.files(versions)
    return [file.name[1:5] for file in folder.iterdir() if file.name.startswith("v0")]


Contents = tuple[tuple[str, ...], tuple[str, ...], list[tuple[str, ...]]]


def everything(store: Store) -> dict[str, Contents]:
    """Return columns, indexes and rows of every table, whatever the schema."""
    found = MetaData()
    with store.engine.connect() as connection:
        found.reflect(connection)
        return {
            name: (
                tuple(column.name for column in table.columns),
                tuple(sorted(str(index.name) for index in table.indexes)),
                sorted(tuple(map(repr, row)) for row in connection.execute(select(table))),
            )
            for name, table in found.tables.items()
        }


def rows_of(contents: Contents, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the rows without the columns that came later."""
    places = [contents[0].index(column) for column in columns]
    return sorted(tuple(row[place] for place in places) for row in contents[2])


def test_what_was_concluded_goes_down_and_up(store: Store, tmp_path: Path) -> None:
    seeding.seed(store, tmp_path, organics=9)
    analyse(store, seeding.NAME, now=seeding.NOW)
    before = _concluded(store)
    assert min(before) > 0
    downgrade(store, "0017")
    assert _concluded(store) == before
    upgrade(store)
    assert _concluded(store) == before


def _concluded(store: Store) -> list[int]:
    with store.read() as session:
        models = (Verdict, QueueFacet)
        return [session.scalar(select(func.count()).select_from(model)) or 0 for model in models]


def test_an_older_store_asks_for_the_upgrade_command(store: Store) -> None:
    downgrade(store, "base")
    with store.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES ('0000')")
    with pytest.raises(StoreError, match="linkwitness db upgrade"):
        open_store(store.url.render_as_string(hide_password=False))


def test_a_newer_store_is_left_to_the_newer_program(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="made by a newer Linkwitness: use that"):
        upgrade(store)
