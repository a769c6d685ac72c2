"""Titles in nine languages and the addresses that sites make of them."""

import polars as pl
import pytest

from analysis.seen.transliteration import consonants, in_latin

SAME = {
    "Russian": ("бархатный диван изумрудный", "barhatnyy divan izumrudnyy"),
    "Russian, another manner": ("бархатный диван изумрудный", "barkhatnyi divan izumrudnyi"),
    "Ukrainian": ("сливовий пиріг з крихтами", "slyvovyi pyrih z kryhtamy"),
    "Bulgarian": ("орехов стол за кухня", "orehov stol za kuhnya"),
    "Serbian": ("дрвене полице за зид", "drvene police za zid"),
    "Greek": ("ωραία τοπία βουνών", "oraia topia vounon"),
    "Hindi": ("सुंदर पहाड़ वॉलपेपर", "sundar pahad wallpaper"),
    "Arabic": ("ستائر جميلة", "satair jamila"),
}
APART = {
    "a translation": ("бархатный диван изумрудный", "emerald velvet sofa"),
    "another thing": ("бархатный диван изумрудный", "kozhanyy divan chernyy"),
    "a word more": ("орехов стол за кухня", "orehov stol za kuhnya idei"),
}


def alike(title: str, slug: str) -> bool:
    frame = pl.DataFrame({"title": [title], "slug": [slug]})
    return bool(frame.select(consonants(pl.col("title")) == consonants(pl.col("slug"))).item())


@pytest.mark.parametrize("case", SAME)
def test_phrases_that_are_the_same(case: str) -> None:
    assert alike(*SAME[case])


@pytest.mark.parametrize("case", APART)
def test_phrases_that_are_not(case: str) -> None:
    assert not alike(*APART[case])


def test_each_text_is_written_in_its_place() -> None:
    assert in_latin(pl.Series(["Лагуна", "Sofá", "", "Лагуна"])).to_list() == ["laguna", "sofa", "", "laguna"]
