"""Which pages of a domain are shown first, however many it has."""

from pathlib import Path

import pytest
from sqlalchemy import select

from store.database import open_store
from store.looks import cases
from store.looks.cases import page_ids_of
from store.models import Domain
from tests.web import shop


def test_of_many_pages_those_with_telling_findings_are_shown(
    analysed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(f"sqlite:///{analysed / 'linkwitness-data' / 'linkwitness.db'}")
    with store.read() as session:
        domains = list(session.scalars(select(Domain.id)))
        name = shop.PROPERTY.name
        all_pages = page_ids_of(session, name, domains, 100)
        few = page_ids_of(session, name, domains, 5)
        monkeypatch.setattr(cases, "MANY_PAGES", 6)
        bounded = page_ids_of(session, name, domains, 5)
    store.close()
    assert len(all_pages) > 6
    assert few == all_pages[:5]
    assert len(bounded) == 5
    assert set(bounded) <= set(all_pages)
    assert bounded == sorted(bounded, key=all_pages.index), "in the same order"
