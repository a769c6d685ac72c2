"""How much of the text around a reference is links."""

import pytest

from tests.evidence.pages import IMAGE, read

LINK = f'<a href="{IMAGE}">our own words</a>'
NAVIGATION = "".join(f"<li><a href=/{number}>page {number}</a>" for number in range(40))
PROSE = "<p>" + "one sentence of plain prose " * 20


@pytest.mark.parametrize(
    ("page", "density"),
    [
        (LINK, 0.0),
        (PROSE + LINK + PROSE, 0.0),
        (f"<ul>{NAVIGATION}<li>{LINK}{NAVIGATION}</ul>", 1.0),
        (f"<ul>{NAVIGATION}</ul>{LINK}{PROSE}", 0.5),
        (f"<p>a b c {LINK} <a href=/x>d</a>", 0.25),
    ],
)
def test_share_of_linked_words_without_the_anchor_itself(page: str, density: float) -> None:
    assert read(page).references[0].link_density == density


def test_measures_of_a_page() -> None:
    page = read(f"<title>Two words</title>{PROSE}{LINK}")
    measures = page.measures
    assert (measures.words, measures.prose_words, measures.title_words) == (103, 100, 2)
    assert measures.mean_word_length == 4.57
    assert 0.3 < measures.common_word_share < 0.7
    assert 0.8 < measures.visible_share < 1.0


def test_lists_of_keywords_have_few_of_the_common_words() -> None:
    page = read("<p>" + "cheap leather shoes discount outlet buy online store " * 10)
    assert page.measures.common_word_share < 0.2
