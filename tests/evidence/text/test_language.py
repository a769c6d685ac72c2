import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.language import detect


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
        ("", ""),
        ("ok 404", ""),
        ("1234567890 " * 30, ""),
    ],
)
def test_detect(text: str, language: str) -> None:
    assert detect(text) == language


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    assert len(detect(text)) in {0, 2, 3}
