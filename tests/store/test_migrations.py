"""The schema: what the migrations make is what the models say, and every step can be undone."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from store.database import Store, StoreError, downgrade, open_store, revisions, upgrade
from store.models import Base
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


def test_an_older_store_asks_for_the_upgrade_command(store: Store) -> None:
    downgrade(store, "base")
    with store.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO alembic_version (version_num) VALUES ('0000')")
    with pytest.raises(StoreError, match="linkwitness db upgrade"):
        open_store(store.url.render_as_string(hide_password=False))
