"""Transforms, clips and filters that leave nothing, and those that leave something."""

from collections.abc import Callable

import pytest

from evidence.visibility.shapes import (
    is_clipped_away,
    is_cut_to_nothing,
    is_filtered_away,
    is_scale_nothing,
    is_scaled_away,
    shifts,
)

NOTHING = [
    (is_scaled_away, ["scale(0)", "scaleX(0)", "scale(1, 0)", "rotate(9deg) scale3d(0,0,1)", "matrix(1,2,2,4,0,0)", "rotateX(90deg)", "rotateY(-.75turn)"]),
    (is_scale_nothing, ["0", "0%", "1 0", "0 1 1"]),
    (is_filtered_away, ["opacity(0)", "blur(2px) opacity(5%)", "opacity(.04)"]),
    (is_cut_to_nothing, ["rect(0,0,0,0)", "rect(0 0 0 0)", "rect(1px,1px,1px,1px)", "rect(auto,auto,0,auto)", "rect(0,1px,1px,0)", "rect(431px,auto,auto,431px)"]),
    (is_clipped_away, [
        "inset(50%)", "inset(0 0 100%)", "inset(0 60% 0 40%)", "inset(100% round 3px)", "circle(0)", "circle(0 at 50% 50%)",
        "ellipse(10px 0%)", "polygon(0 0, 0 0, 0 0)", "polygon(evenodd, 0 0, 100% 0, 50% 0)",
        "rect(0 0 0 0)", "rect(5px auto 5px auto)", "rect(0 10px 9px 10px round 2px)", "xywh(0 0 0 9px)", "xywh(1px 1px 50% 0)",
    ]),
]  # fmt: skip
SOMETHING = [
    (is_scaled_away, ["none", "scale(.5)", "scale(-1, 1)", "matrix(1,0,0,1,0,0)", "matrix(1,2)", "scale()", "rotate(0)", "rotateX(89deg)", "rotateY(180deg)", "rotatex(90)", "rotatez(90deg)", "rotatex()"]),
    (is_scale_nothing, ["none", "1", "1 1 0", "-1"]),
    (is_filtered_away, ["none", "opacity(1)", "opacity()", "opacity(.5)", "blur(0)"]),
    (is_cut_to_nothing, ["auto", "rect(0,9px,9px,0)", "rect(0,auto,auto,0)", "rect(0,0,0)", "inset(0)", "rect(9px,auto,auto,9px)", "rect(431px,auto,auto,0)"]),
    (is_clipped_away, [
        "rect(auto auto auto auto)", "rect(0 9px 9px 0)", "rect(0 0 0)", "xywh(0 0 9px 9px)", "xywh(0 0)",
        "none", "inset(0)", "inset(50% 0 0)", "inset(10%)", "inset()", "inset(a)", "circle()", "circle(at 0 0)", "circle(9px)",
        "polygon(0 0, 100% 0, 50% 100%)", "polygon()", "url(#clip)", "polygon(0 0, a 0, 0 0)", "polygon(" + "0 0," * 500 + "9px 9px)",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("empties", "value"), [(one, value) for one, values in NOTHING for value in values])
def test_nothing_is_left(empties: Callable[[str], bool], value: str) -> None:
    assert empties(value.lower())


@pytest.mark.parametrize(
    ("empties", "value"), [(one, value) for one, values in SOMETHING for value in values]
)
def test_something_is_left(empties: Callable[[str], bool], value: str) -> None:
    assert not empties(value.lower())


@pytest.mark.parametrize(
    ("transform", "right", "down"),
    [
        ("none", (0, 0), (0, 0)),
        ("translate(-10px)", (-10, 0), (0, 0)),
        ("translate(-50%, 2em) rotate(4deg) translatey(-10%)", (0, -0.5), (32, -0.1)),
        ("translate3d(calc(-100% - 20px), 0, 0)", (-20, -1), (0, 0)),
        ("matrix(1,0,0,1,-9999,5)", (-9999, 0), (5, 0)),
        ("translate(a, 3px)", (0, 0), (3, 0)),
        ("translate(1px 2px)", (0, 0), (0, 0)),
        ("translate(" + "(" * 2_000, (0, 0), (0, 0)),
    ],
)
def test_shifts(transform: str, right: tuple[float, float], down: tuple[float, float]) -> None:
    across, along = shifts(transform)
    assert across == pytest.approx(right)
    assert along == pytest.approx(down)
