"""B18 to B24: honest pages that hide things the way spam does."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from eval.renderings.hiding import by_edition
from eval.renderings.scene import Rendered, Scene, slugged
from evidence.model import Level, Visibility
from tests.web.model import (
    BENIGN,
    HARMLESS,
    Expectation,
    absent,
    present,
)
from tests.web.pages import paragraphs


def _honest(
    body: Callable[[Scene], str],
    expect: Expectation,
    *,
    head: str = "",
) -> Callable[[Scene], Rendered]:
    """Return a recipe: an honest article with something shown in an unusual way."""

    def recipe(scene: Scene) -> Rendered:
        scene.at_journal()
        prose = scene.prose()
        page = scene.shown(
            scene.review, paragraphs(*prose[:3]) + body(scene) + paragraphs(*prose[3:]), head=head
        )
        return Rendered(
            page=page,
            expect=expect,
            path=f"/{slugged(scene.review)}",
            title=scene.review,
            anchor=scene.product.name,
        )

    return recipe


def _trap(scene: Scene) -> Rendered:
    """A honeypot field, a clipboard field or a font sample off screen, on a page that never had us (B19)."""
    parts = (
        '<form><div style="position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden"><input name="website"></div><input name="mail"></form>',
        '<textarea style="position:absolute;top:-999999px">copied</textarea>',
        '<span style="position:absolute;top:-9999px;left:-9999px;font-family:Lato">giItT1WQy@!-/#</span>',
    )
    return Rendered(
        page=scene.local(parts[scene.edition % 3]),
        expect=absent("replaced", HARMLESS),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor="",
    )


def _details(scene: Scene) -> str:
    link = f'<a href="{scene.product.image}">{escape(scene.product.name)}</a>'
    return f"<details><summary>{escape(scene.ui['more'])}</summary><p>{link}</p></details>"


def _preload(scene: Scene) -> str:
    own = "".join(
        f'<img src="/slides/{n}.jpg" alt="" style="position:absolute;top:-999999px">' for n in range(1, 5)
    )
    return f"<figure>{scene.image()}{scene.credit()}</figure>{own}"


def _spoken(scene: Scene) -> str:
    style = "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap"
    return (
        f'<p><span class="sr-only" style="{style}">{escape(scene.ui["photo"])}: '
        f'<a href="{scene.product.image}">{escape(scene.product.name)}</a></span></p>'
    )


def _fading(scene: Scene) -> str:
    return f"<figure>{scene.image(attributes='class=fade-in')}{scene.credit()}</figure>"


def _slides(scene: Scene) -> str:
    own = "".join(f'<div class="slide"><img src="/slides/{n}.jpg" alt=""></div>' for n in range(1, 4))
    ours = f'<div class="slide">{scene.image()}</div>'
    track = "display:flex;transform:translateX(-300%)"
    return f'<div style="overflow:hidden"><div style="{track}">{own}{ours}</div></div><p>{escape(scene.owner.brand)}</p>'


def _for_print(scene: Scene) -> str:
    return f'<div class="only">{scene.image()}<p>{escape(scene.owner.brand)}</p></div>'


_FADE = (
    "<style>.fade-in{opacity:0;transition:opacity .4s}.fade-in.seen{opacity:1}</style>"
    "<script>new IntersectionObserver(function(all){all.forEach(function(one){one.target.classList.add('seen')})})"
    ".observe(document.querySelector('.fade-in'))</script>"
)


_SEEN_SOMEHOW = replace(
    present("embed", BENIGN), visibilities=frozenset({Visibility.VISIBLE, Visibility.HIDDEN, Visibility.LAZY})
)


RECIPES: dict[str, Callable[[Scene], Rendered]] = {
    "B18": _honest(_details, present("link", BENIGN, visibility=Visibility.COLLAPSED)),
    "B19": _trap,
    "B20": _honest(_preload, present("embed", BENIGN)),
    "B21": _honest(_spoken, present("link", BENIGN, visibility=Visibility.SCREEN_READER)),
    "B22": _honest(
        _fading,
        replace(
            _SEEN_SOMEHOW,
            visibilities=frozenset({Visibility.LAZY, Visibility.VISIBLE, Visibility.SCRIPT_HIDDEN}),
        ),
        head=_FADE,
    ),
    "B23": _honest(_slides, present("embed", BENIGN, Level.EXACT)),
    "B24": by_edition(
        _honest(
            _for_print,
            _SEEN_SOMEHOW,
            head="<style>.only{display:none}@media print{.only{display:block}}</style>",
        ),
        _honest(
            _for_print, _SEEN_SOMEHOW, head="<style>@media(min-width:700px){.only{display:none}}</style>"
        ),
        _honest(
            _for_print, _SEEN_SOMEHOW, head="<style>@media(max-width:500px){.only{display:none}}</style>"
        ),
    ),
}
