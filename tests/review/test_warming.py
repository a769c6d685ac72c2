"""Warming up: afterwards no view compiles a statement any more."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine.interfaces import CacheStats

from review import case, overview, queue
from review.login import Logins
from review.site import Site
from review.warming import _asking, warm
from store.database import open_store
from tests.review.serving import STORY
from tests.web import shop


@pytest.fixture
def site(analysed: Path) -> Iterator[Site]:
    data = analysed / "linkwitness-data"
    store = open_store(f"sqlite:///{data / 'linkwitness.db'}")
    name = shop.PROPERTY.name
    yield Site(store=store, property_name=name, archive=data / "archive", read_only=True, logins=Logins(""))
    store.close()
    gc.unfreeze()


def test_the_first_answer_compiles_nothing(site: Site) -> None:
    compiled: list[str] = []

    def note(*said: Any) -> None:
        _, _, statement, _, context, _ = said
        if getattr(context.compiled, "cache_key", None) and context.cache_hit is not CacheStats.CACHE_HIT:
            compiled.append(statement)

    event.listen(site.store.engine, "before_cursor_execute", note)
    warm(site)
    assert compiled, "before, every statement is new"
    compiled.clear()
    assert overview.show(_asking("/"), site).status_code == 200
    assert queue.show(_asking("/queue"), site).status_code == 200
    assert case.show(_asking(f"/domain/{STORY}", domain=STORY), site).status_code == 200
    assert compiled == []
