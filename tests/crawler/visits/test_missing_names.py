"""A name that does not exist is gone at the second visit a day later, if the name servers can be believed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from store.database import Store
from store.models import Backlink, Frontier
from tests.crawler.names import Answer, found, missing, name_server
from tests.crawler.seeding import crawl, seed

PAGE = "http://lapsed.test/bottle.html"
OWN = {"shop.example.": found}
"""A name server that knows the property."""
DENIES_ALL: dict[str, Answer] = {}
NOT_FOUND, GONE = ("unknown", "name-not-found"), ("absent", "gone")


def visited(
    store: Store, folder: Path, *, since: timedelta | None, knows: dict[str, Answer]
) -> tuple[tuple[str, str], Frontier]:
    """Visit the page, whose name was first missing `since` ago; return what is said, and what is planned."""
    seed(store, [PAGE])
    first = None if since is None else datetime.now(UTC) - since
    with store.write() as session:
        session.execute(update(Frontier).values(missing_since=first))
    with name_server(knows, other=missing) as address:
        crawl(store.url.render_as_string(hide_password=False), folder, name_servers=[address])
    with store.read() as session:
        (said,) = session.execute(select(Backlink.state, Backlink.reason)).all()
        return (said.state, said.reason), session.scalars(select(Frontier)).one()


@pytest.mark.parametrize(
    ("since", "knows", "said", "is_noted"),
    [
        (None, OWN, NOT_FOUND, True),
        (timedelta(hours=23), OWN, NOT_FOUND, True),
        (timedelta(hours=25), OWN, GONE, True),
        (None, DENIES_ALL, NOT_FOUND, False),
        (timedelta(days=30), DENIES_ALL, NOT_FOUND, False),
    ],
    ids=["first", "same day", "a day later", "offline", "offline a month later"],
)
def test_a_missing_name(
    sqlite_store: Store,
    tmp_path: Path,
    since: timedelta | None,
    knows: dict[str, Answer],
    said: tuple[str, str],
    *,
    is_noted: bool,
) -> None:
    outcome, planned = visited(sqlite_store, tmp_path, since=since, knows=knows)
    assert outcome == said
    assert (planned.missing_since is not None) == is_noted
