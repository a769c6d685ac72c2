"""What fades in is shown late; what only pretends to is hidden."""

import pytest

from evidence.model import Visibility
from tests.evidence.pages import IMAGE, read

SCRIPT = "<script src=/site.js></script>"
PAGE = '<body>{before}<p>the club</p><div class="fade box"><p>seen late <a href="{url}">anchor</a> behind</p></div>'
FADE = ".fade{opacity:0;transition:opacity .6s ease}"
LATE = [
    (f"<style>{FADE}.fade.in{{opacity:1}}</style>{SCRIPT}", "fades in with the class in"),
    (f"<style>{FADE}.loaded .fade{{opacity:1}}</style>{SCRIPT}", "the class loaded"),
    (f"<style>{FADE}.seen>.box{{opacity:.9}}</style>{SCRIPT}", "the class seen"),
    (
        f"<style>{FADE}.fade.shown{{opacity:100%}}</style><script>box.classList.add('shown')</script>",
        "the class shown",
    ),
    (f"<style>.fade{{opacity:0}}.fade.in{{opacity:1;transition:all 300ms}}</style>{SCRIPT}", "the class in"),
    (f"<style>.fade{{opacity:0}}.fadeDone{{opacity:1;transition:.3s}}</style>{SCRIPT}", "the class fadeDone"),
    (
        "<style>.fade{opacity:0}</style><script>$('.box').removeClass('fade')</script>",
        "takes the class fade away",
    ),
    (
        (
            "<style>.fade{opacity:0;animation:rise 1s ease .5s forwards}"
            "@keyframes rise{from{opacity:0}to{opacity:1}}</style>"
        ),
        "the animation rise",
    ),
    (
        (
            "<style>@-webkit-keyframes rise{0%{opacity:0}50%,100%{opacity:.8}}"
            ".fade{opacity:0;animation-name:rise;animation-fill-mode:both}</style>"
        ),
        "the animation rise",
    ),
]
PRETENDING = [
    "<style>.fade{opacity:0}</style>",
    f"<style>{FADE}</style>{SCRIPT}",
    f"<style>{FADE}.fade.in{{opacity:1}}</style>",
    f"<style>{FADE}.fade.in{{opacity:1}}</style><script>begin()</script>",
    f"<style>{FADE}.fade:hover{{opacity:1}}</style>{SCRIPT}",
    f"<style>{FADE}.fade.in:hover{{opacity:1}}</style>{SCRIPT}",
    f"<style>{FADE}.fade.in{{opacity:.01}}</style>{SCRIPT}",
    f"<style>{FADE}.other.in{{opacity:1}}</style>{SCRIPT}",
    f"<style>{FADE}.in{{opacity:1}}</style>{SCRIPT}",
    f"<style>.fade{{opacity:0!important;transition:1s}}.fade.in{{opacity:1}}</style>{SCRIPT}",
    f"<style>.fade{{opacity:0;transition:opacity 99999s}}.fade.in{{opacity:1}}</style>{SCRIPT}",
    f"<style>.fade{{opacity:0;transition:color 1s}}.fade.in{{opacity:1}}</style>{SCRIPT}",
    f"<style>{FADE}.fade{{left:-9999px;position:absolute}}.fade.in{{opacity:1}}</style>{SCRIPT}",
    "<style>.fade{opacity:0}</style><script>$('.box').addClass('fade')</script>",
    "<style>.fade{opacity:0;animation:rise 1s forwards}</style>",
    "<style>.fade{opacity:0;animation:rise 1s}@keyframes rise{to{opacity:1}}</style>",
    "<style>.fade{opacity:0;animation:rise 1s 99999s forwards}@keyframes rise{to{opacity:1}}</style>",
    "<style>.fade{opacity:0;animation:rise 1s forwards paused}@keyframes rise{to{opacity:1}}</style>",
    "<style>.fade{opacity:0;animation:rise 1s forwards}@keyframes rise{to{opacity:0}}</style>",
]


@pytest.mark.parametrize(("before", "way"), LATE)
def test_what_fades_in_is_shown_late_with_its_words(before: str, way: str) -> None:
    page = read(PAGE.format(before=before, url=IMAGE))
    (find,) = page.references
    assert find.carrier.visibility is Visibility.LAZY
    assert find.carrier.hidden_by.startswith("opacity: 0, rule")
    assert way in find.carrier.hidden_by
    assert page.text == "the club seen late anchor behind"


@pytest.mark.parametrize("before", PRETENDING)
def test_what_only_pretends_to_fade_in_is_hidden(before: str) -> None:
    page = read(PAGE.format(before=before, url=IMAGE))
    (find,) = page.references
    assert find.carrier.visibility is Visibility.HIDDEN
    assert page.text == "the club"


LONG = "".join(f".c{number}" for number in range(20_000))
ENDLESS = [
    f"<style>{FADE}.fade{LONG}{{opacity:1}}</style>{SCRIPT}",
    f"<style>.fade,{LONG}{{opacity:0;transition:1s}}{LONG} .fade{{opacity:1}}</style><script>{LONG}</script>",
    f"<style>{FADE}" + "".join(f".fade.x{number}{{opacity:1}}" for number in range(5_000)) + "</style>",
    f"<style>{FADE}" + "@keyframes a{" * 20_000 + "</style>",
]


@pytest.mark.parametrize("before", ENDLESS, ids=range(len(ENDLESS)))
def test_what_is_made_to_keep_us_busy_proves_nothing(before: str) -> None:
    (find,) = read(PAGE.format(before=before, url=IMAGE)).references
    assert find.carrier.visibility is Visibility.HIDDEN


def test_only_so_many_elements_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = LATE[0]
    monkeypatch.setattr("evidence.visibility.fading.MOST_ELEMENTS", 0)
    page = read(PAGE.format(before=before, url=IMAGE))
    assert page.references[0].carrier.visibility is Visibility.HIDDEN
    assert page.limits == ("style-budget",)


def test_a_picture_may_show_itself_when_it_is_loaded() -> None:
    picture = f'<img src="{IMAGE}" style="opacity:0;transition:opacity .5s" {{}} alt="flacon">'
    late, never = (read(f"<p>{picture.format(how)}") for how in ('onload="this.style.opacity=1"', ""))
    assert late.references[0].carrier.visibility is Visibility.LAZY
    assert never.references[0].carrier.visibility is Visibility.HIDDEN
