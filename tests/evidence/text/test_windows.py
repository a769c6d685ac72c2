"""Five words on each side, as a reader meets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text.windows import LONGEST, Words
from tests.evidence.pages import IMAGE, read

CASES = [
    pytest.param(
        f'<p>eins zwei drei vier fünf sechs <a href="{IMAGE}">der Anker</a> sieben acht neun zehn elf zwölf',
        "zwei drei vier fünf sechs",
        "der Anker",
        "sieben acht neun zehn elf",
        id="five words each, the anchor in neither",
    ),
    pytest.param(
        f'<h2>Über uns</h2><ul><li>eins<li><a href="{IMAGE}">Bild</a></ul><p>danach',
        "Über uns eins",
        "Bild",
        "danach",
        id="across blocks",
    ),
    pytest.param(
        f'<p>un<b>believ</b>able <a href="{IMAGE}">x</a>',
        "unbelievable",
        "x",
        "",
        id="inline tags do not split a word",
    ),
    pytest.param(
        f'<p><a href="/">San Francisco</a><a href="{IMAGE}">East Bay</a><a href="/x">South Bay</a>',
        "San Francisco",
        "East Bay",
        "South Bay",
        id="a link's edge is a word's edge",
    ),
    pytest.param(
        f"<style>li {{ display: inline }} span {{ display: block }}</style><ul><li>eins<li>zwei</ul>"
        f'<p><span>drei</span><span>vier</span> <a href="{IMAGE}">x</a>',
        "einszwei drei vier",
        "x",
        "",
        id="lines begin and end where the page's styles say",
    ),
    pytest.param(
        f'<p>vor<b style="float:left">eins</b>zwei<i style="position:absolute">drei</i>vier <a href="{IMAGE}">x</a> '
        "<b>fünf</b><select><option>6</select>sieben",
        "vor eins zwei drei vier",
        "x",
        "fünfsieben",
        id="what leaves the line ends it, a box in the line does not",
    ),
    pytest.param(
        f'eins<dialog style="display:inline-block">zwei</dialog>drei<b popover style="display:inline">vier</b>fünf'
        f' <a href="{IMAGE}">x</a>',
        "eins zwei drei vier fünf",
        "x",
        "",
        id="dialogs and popovers leave the line by a browser's own style sheet",
    ),
    pytest.param(
        f'<div style="display:flex">eins<dialog>weg</dialog>zwei<i>drei</i>vier <a href="{IMAGE}">x</a></div>'
        'fünf<noscript style="display:block">weg</noscript>sechs',
        "einszwei drei vier",
        "x",
        "fünfsechs",
        id="what is not drawn ends no line, also in a flex container",
    ),
    pytest.param(
        "<style>.f { float: left } i { position: absolute }</style>"
        f'<b class="f">eins</b>zwei<i>drei</i>vier <a href="{IMAGE}">x</a>',
        "eins zwei drei vier",
        "x",
        "",
        id="also where the page's styles say so",
    ),
    pytest.param(
        f'<div><a href="{IMAGE}">x</a> eins<noscript><p>weg</p></noscript>zwei<span hidden><p>weg</p></span>drei<div style='
        '"display:none">weg</div>vier',
        "",
        "x",
        "einszweidreivier",
        id="what is not drawn ends no line",
    ),
    pytest.param(
        f'<p>links <img src="{IMAGE}" alt="Der Flakon"> rechts',
        "links",
        "Der Flakon",
        "rechts",
        id="alt is an image's anchor",
    ),
    pytest.param(
        f'<p>vor <a href="{IMAGE}"><img src="/x.png" alt="Logo"></a> nach',
        "vor",
        "Logo",
        "nach",
        id="alt stands for the text of a link around an image",
    ),
    pytest.param(
        f'<p>a <span style="display:none">verborgen</span> b <a href="{IMAGE}">x</a> '
        "<script>var c = 1</script><style>p{}</style><!-- d --> e",
        "a b",
        "x",
        "e",
        id="hidden text, scripts and comments are no words",
    ),
    pytest.param(
        f'<p>sichtbar davor <span hidden>weg <a href="{IMAGE}">heimlich</a></span> sichtbar danach',
        "sichtbar davor",
        "heimlich",
        "sichtbar danach",
        id="a hidden link has the visible words around its place",
    ),
    pytest.param(
        f'<p>don\'t stop U.S.A. 3.14 e-mail <a href="{IMAGE}">x</a>',
        "stop U.S.A 3.14 e mail",
        "x",
        "",
        id="UAX 29: apostrophes and stops join, hyphens separate",
    ),
    pytest.param(
        f'<p>私は猫が好きです <a href="{IMAGE}">x</a>',
        "は 猫 が 好き です",
        "x",
        "",
        id="Japanese by dictionary",
    ),
    pytest.param(f'<p>ฉันรักแมว <a href="{IMAGE}">x</a>', "ฉัน รัก แมว", "x", "", id="Thai by dictionary"),
    pytest.param(
        f'<p>हिन्दी में लिखा <a href="{IMAGE}">x</a>', "हिन्दी में लिखा", "x", "", id="combining marks stay"
    ),
    pytest.param(
        f'<p>Wort\u00adteil null\u200bbreit <a href="{IMAGE}">x</a>',
        "Wortteil nullbreit",
        "x",
        "",
        id="silent characters",
    ),
]


@pytest.mark.parametrize(("html", "left", "anchor", "right"), CASES)
def test_windows(html: str, left: str, anchor: str, right: str) -> None:
    carrier = read(html).references[0].carrier
    assert " ".join(carrier.left.words) == left
    assert carrier.anchor == anchor
    assert " ".join(carrier.right.words) == right


@given(st.text(max_size=200), st.integers(0, 200))
def test_windows_never_cross_the_place_and_their_offsets_hold(text: str, at: int) -> None:
    words = Words.of(text)
    at = min(at, len(text))
    left, right = words.left_of(at), words.right_of(at)
    assert left.end <= at <= right.start
    assert len(left.words) <= 5
    assert len(right.words) <= 5
    assert 0 <= left.start <= left.end <= right.start <= right.end <= len(text)


def test_offsets_point_into_the_text() -> None:
    evidence = read(f'<p>eins zwei <a href="{IMAGE}">x</a> drei')
    carrier = evidence.references[0].carrier
    assert evidence.text[carrier.left.start : carrier.left.end] == "eins zwei"
    assert evidence.text[carrier.right.start : carrier.right.end] == "drei"


def test_links_without_a_space_between_them_do_not_repeat_the_page() -> None:
    """They make one word, of which every window would have a copy."""
    words = Words.of("a " + "x" * 5_000 + " b")
    left, right = words.left_of(3_000), words.right_of(3_000)
    assert left.words == ("a", "x" * LONGEST)
    assert (left.start, left.end) == (0, 3_000)
    assert right.words == ("x" * LONGEST, "b")
    assert (right.start, right.end) == (3_000, len(words.text))
    assert [len(word) for word in words.left_of(len(words.text)).words] == [1, LONGEST, 1]
