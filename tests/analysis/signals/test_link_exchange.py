"""Pages that trade links, and people who recommend."""

import pytest

from analysis.signals.link_exchange import SIGNAL
from tests.analysis.factory import Web

CASES: dict[str, tuple[str, int, float | None]] = {
    "a link exchange": ("Link exchange - page 4", 60, 0.6),
    "in German": ("Linktausch | Gartenfreunde", 25, 0.6),
    "in French": ("Liens", 25, 0.6),
    "a handful of friends": ("Links", 6, None),
    "an article about it": ("Garden sheds of the year", 60, None),
    "a word that only begins like it": ("Linksverkehr in Japan", 60, None),
}


@pytest.mark.parametrize("case", CASES)
def test_lists_of_links(case: str) -> None:
    title, hosts, expected = CASES[case]
    assert Web().page(visit={"title": title, "foreign_link_hosts": hosts}).score(SIGNAL) == expected
