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
        ("image photo logo", ()),
        ("", ()),
    ],
)
def test_stems(text: str, stems: tuple[str, ...]) -> None:
    assert stems_of([text]) == stems


def test_words_that_mean_something_are_no_stop_words() -> None:
    assert not unspeaking() & {"iris", "parfum", "snow", "home", "club", "flacon"}
