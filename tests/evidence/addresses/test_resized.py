import pytest

from evidence.addresses.resize_rules import MARKS, Mark
from evidence.addresses.resized import shared_form


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.id)
def test_every_mark_leads_back_to_the_shared_form(mark: Mark) -> None:
    assert mark.pattern.search(mark.example)
    assert shared_form(mark.example) == shared_form(mark.shared)


@pytest.mark.parametrize(
    "path", ["/a/p.jpg", "/a/model-300.jpg", "/a/4x4-truck.jpg", "/a/thumb.jpg", "/a/scaled-p.jpg"]
)
def test_names_that_only_look_resized_stay(path: str) -> None:
    assert shared_form(path) == path
