"""Places weigh little, and only for links that lead to pages."""

import pytest

from analysis.signals.link_place import SIGNAL
from tests.analysis.factory import PRODUCT, Row, Web

LINK = {
    "kind": "link",
    "element": "a",
    "url": PRODUCT,
    "anchor": "the shop",
    "left": "we like",
    "right": "a lot",
}


def _page(*references: Row, image: bool = False) -> Web:
    return Web().page(
        target=PRODUCT, backlink={"target_is_image": image, "reason": "link"}, visit={}, references=references
    )


@pytest.mark.parametrize(
    ("place", "score"),
    [
        ("main", 0.1),
        ("navigation", 0.4),
        ("sidebar", 0.4),
        ("footer", 0.5),
        ("sponsor", 0.5),
        ("comment", 0.3),
    ],
)
def test_places(place: str, score: float) -> None:
    assert _page({**LINK, "place": place}).score(SIGNAL) == score


def test_the_best_place_counts() -> None:
    assert _page({**LINK, "place": "footer"}, LINK).score(SIGNAL) == 0.1


@pytest.mark.parametrize("change", [{"visibility": "hidden"}, {"kind": "embed"}, {"visibility": "metadata"}])
def test_what_no_reader_can_follow_is_no_link(change: Row) -> None:
    assert _page({**LINK, **change}).score(SIGNAL) is None


def test_pictures_are_no_links() -> None:
    assert _page(LINK, image=True).score(SIGNAL) is None
