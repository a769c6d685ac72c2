"""The schema: what the migrations make is what the models say, and every step can be undone."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from store.database import Store, downgrade, open_store, revisions, upgrade
from store.models import Base


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
    assert found == known == "0001"
