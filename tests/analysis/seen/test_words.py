"""Folding and stems, in many scripts."""

import pytest

from analysis.seen.words import stems_of, unspeaking


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("L'Orchestre Parfum", ("orche", "parfu")),
        ("Parfümerie PARFUMS", ("parfu",)),
        ("Crème brûlée", ("creme", "brule")),
        ("Sáfrány és vanília", ("safra", "vanil")),
        ("東京タワー", ("東", "京", "タ", "ワ")),
        ("Андорра: население", ("андор", "насел")),
        ("the and of der die das", ()),
        ("100 ml 2024", ()),
        ("cvetlicni-med-900g", ("cvetl",)),
        ("fardagi 140x200 50cm 1200x 12kg 128gb 5000mah", ("farda",)),
        ("911s 2cv6 r2d2 3dprint", ("911s", "2cv6", "r2d2", "3dpri")),
        ("image photo logo", ()),
        ("", ()),
    ],
)
def test_stems(text: str, stems: tuple[str, ...]) -> None:
    assert stems_of([text]) == stems


def test_words_that_mean_something_are_no_stop_words() -> None:
    assert not unspeaking() & {"iris", "parfum", "snow", "home", "club", "flacon"}
