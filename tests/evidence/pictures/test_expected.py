import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.pictures.expected import image_words, stems


@pytest.mark.parametrize(
    ("url", "alt", "title", "language", "words"),
    [
        ("https://a.example/l-orchestre-parfum.jpg", "", "", "fr", {"orchestr", "parfum"}),
        ("https://a.example/red-shoes-300x200.jpg", "The Red Shoe", "", "en", {"red", "shoe"}),
        ("https://a.example/IMG_2034.jpg", "", "", "en", set()),
        ("https://a.example/IMG_2034.jpg", "Rote Schuhe", "", "de", {"rot", "schuh"}),
        ("https://a.example/the-who.jpg", "", "", "en", {"the", "who"}),
        ("https://a.example/x/%E9%A6%99%E6%B0%B4.jpg", "", "", "", {"香水"}),
    ],
)
def test_image_words(url: str, alt: str, title: str, language: str, words: set[str]) -> None:
    assert image_words(url, alt=alt, title=title, language=language) == words


def test_inflected_forms_share_a_stem() -> None:
    assert stems(["Shoes", "shoe"], "en") == stems(["SHOE"], "en")
    assert stems(["parfums"], "fr") == stems(["parfum"], "fr")
    assert stems(["l\u2019eau"], "fr") == stems(["eau"], "fr")
    assert stems(["shoes"], "xx") == {"shoes"}


@given(st.text(max_size=80), st.sampled_from(["", "en", "de", "th"]))
def test_any_text_is_survived(text: str, language: str) -> None:
    assert all(image_words("https://a.example/p.jpg", alt=text, language=language))
