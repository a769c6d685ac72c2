import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.language import detect, is_other


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The second team plays on Saturday in the old hall by the river.", "en"),
        ("Die zweite Mannschaft spielt am Samstag in der alten Halle am Fluss.", "de"),
        ("La deuxième équipe joue samedi dans la vieille salle au bord de la rivière.", "fr"),
        ("La seconda squadra gioca sabato nella vecchia palestra vicino al fiume.", "it"),
        ("Вторая команда играет в субботу в старом зале у реки.", "ru"),
        ("第二チームは土曜日に川沿いの古い体育館で試合をします。", "ja"),
        ("ทีมที่สองจะแข่งวันเสาร์ที่โรงยิมเก่าริมแม่น้ำ", "th"),
        ("我哋今日去咗睇戲，好好睇㗎，你哋都應該去睇", "zh"),
        ("", ""),
        ("ok 404", ""),
        ("1234567890 " * 30, ""),
    ],
)
def test_detect(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("declared", "detected", "other"),
    [
        ("de", "ja", True),
        ("de", "de", False),
        ("nb", "no", False),
        ("nb", "nn", False),
        ("hr", "bs", False),
        ("iw", "he", False),
        ("fil", "tl", False),
        ("cmn", "zh", False),
        ("yue", "zh", False),
        ("no", "sv", True),
        ("hr", "sl", True),
        ("", "de", False),
        ("de", "", False),
    ],
)
def test_one_language_has_several_names(declared: str, detected: str, *, other: bool) -> None:
    assert is_other(declared, detected) is other


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    assert len(detect(text)) in {0, 2, 3}
