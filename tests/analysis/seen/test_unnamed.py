"""What a visit found stands in for a target that no report names."""

from typing import Any

import pytest

from analysis.signal import Signal
from analysis.signals import context_mismatch, image_not_shown, link_place
from tests.analysis.factory import IMAGE, PRODUCT, Web

UNNAMED = {"target_id": 0, "target_is_image": False, "level": "L7"}
FOUND = {"level": "L7", "backlink_id": 0}
SMALLER = "https://www.shop.test/uploads/another.png"
Facts = dict[str, Any]


def web(*references: Facts, **more: Any) -> Web:
    return Web().page(
        target="",
        backlink={**UNNAMED, **more},
        reported={"type": ""},
        visit={},
        references=[{**FOUND, **one} for one in references],
    )


def target(page: Web) -> tuple[str, bool, bool]:
    (row,) = page.frames().backlinks.to_native().collect().to_dicts()
    return row["target_url"], row["target_is_image"], row["about_image"]


PICTURE = (IMAGE, True, True)
FINDS: dict[str, tuple[list[Facts], tuple[str, bool, bool]]] = {
    "a picture": ([{}], PICTURE),
    "a link to a picture": ([{"kind": "link"}], PICTURE),
    "a link to a page": ([{"kind": "link", "url": PRODUCT}], (PRODUCT, False, False)),
    "a picture before a page": ([{"kind": "link", "url": PRODUCT}, {}], PICTURE),
    "a picture shown before one that is linked": ([{"kind": "link", "url": SMALLER}, {}], PICTURE),
    "what is seen before what is hidden": ([{"url": SMALLER, "visibility": "hidden"}, {}], PICTURE),
    "a name in a text": ([{"kind": "mention", "url": ""}], ("", False, False)),
    "an address in a comment": ([{"visibility": "inert"}], ("", False, False)),
    "nothing": ([], ("", False, False)),
}


@pytest.mark.parametrize("case", FINDS)
def test_the_first_find_stands_in(case: str) -> None:
    references, expected = FINDS[case]
    assert target(web(*references)) == expected


def test_an_absent_reference_stands_for_nothing() -> None:
    assert target(web({}, state="absent", reason="replaced")) == ("", False, False)


def test_a_named_target_stays() -> None:
    page = Web().page(target=SMALLER, visit={}, references=[{}])
    assert target(page) == (SMALLER, True, True)


@pytest.mark.parametrize(
    ("signal", "reference", "score"),
    [
        (context_mismatch.SIGNAL, {}, 1.0),
        (image_not_shown.SIGNAL, {}, 0.2),
        (image_not_shown.SIGNAL, {"kind": "link"}, 0.5),
        (link_place.SIGNAL, {"kind": "link", "url": PRODUCT}, 0.1),
    ],
)
def test_signals_ask_about_it_as_about_any_target(signal: Signal, reference: Facts, score: float) -> None:
    assert web(reference).score(signal) == score
