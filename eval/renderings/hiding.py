"""B01 to B24: hidden and off-screen references, and the honest pages that hide things the same way."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from eval.renderings.galleries import OPEN
from eval.renderings.scene import Rendered, Scene, slugged
from evidence.model import Level, Visibility
from evidence.visited import State
from tests.web.kit import STRANGERS
from tests.web.model import (
    BENIGN,
    HARMLESS,
    SPAM,
    Expectation,
    absent,
    present,
)
from tests.web.pages import paragraphs

_HIDDEN = present("link", SPAM, visibility=Visibility.HIDDEN)
_BY_SCRIPT = replace(
    _HIDDEN,
    visibilities=frozenset({Visibility.HIDDEN, Visibility.SCRIPT_HIDDEN}),
    reasons=frozenset({"link"}),
)


def _payload(scene: Scene, *, count: int = 6) -> str:
    """Links to many strangers' pictures, ours among them, with gambling words between."""
    tiles = scene.tiles(count)
    words = scene.tongue.wager.split()
    return " ".join(
        f'<a href="{escape(tile.image)}">{escape(words[n % len(words)])} {escape(words[(n + 1) % len(words)])}</a>'
        for n, tile in enumerate(tiles)
    )


def _hidden(
    wrapped: str, expect: Expectation = _HIDDEN, *, head: str = "", count: int = 6
) -> Callable[[Scene], Rendered]:
    """Return a recipe: a payload on an unsuspecting local site. `{payload}` stands for it, `{id}` for a name."""

    def recipe(scene: Scene) -> Rendered:
        name = f"x{scene.chance.randrange(10**6)}"
        marked = wrapped.replace("{payload}", _payload(scene, count=count)).replace("{id}", name)
        return Rendered(
            page=scene.local(marked, head=head.replace("{id}", name)),
            expect=expect,
            path=f"/{slugged(scene.topic.title)}/",
            title=scene.topic.title,
            anchor=scene.tongue.wager[:30],
        )

    return recipe


def _by_edition(*recipes: Callable[[Scene], Rendered]) -> Callable[[Scene], Rendered]:
    def recipe(scene: Scene) -> Rendered:
        return recipes[scene.edition % len(recipes)](scene)

    return recipe


def _farm(scene: Scene) -> Rendered:
    scene.at_generated()
    keyword = scene.any_keyword()
    images = "".join(
        f'<img src="https://host{n}-com.test/wp-content/uploads/{n}.jpg" alt="{escape(STRANGERS[n % len(STRANGERS)].title)}">'
        for n in range(299)
    )
    note = paragraphs(scene.ui["removed"], *scene.spun(keyword, 3))
    farm = (
        f'<div style="position:absolute;top:-999999px">{images}{scene.image(alt=scene.product.title)}</div>'
    )
    return Rendered(
        page=scene.shown(keyword.title(), note + farm),
        expect=present("embed", SPAM, visibility=Visibility.HIDDEN),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


def _pixel(scene: Scene) -> Rendered:
    pixels = "".join(
        f'<a href="{escape(tile.image)}"><img src="{escape(tile.image)}" width="1" height="1" alt=""></a>'
        for tile in scene.tiles(6)
    )
    return Rendered(
        page=scene.local(pixels),
        expect=_HIDDEN,
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor="",
    )


def _micro(anchor: str) -> Callable[[Scene], Rendered]:
    def recipe(scene: Scene) -> Rendered:
        links = "".join(f'<a href="{escape(tile.image)}">{anchor}</a>' for tile in scene.tiles(6))
        return Rendered(
            page=scene.local(f"<p>{escape(scene.topic.text[0])}{links}</p>"),
            expect=_HIDDEN,
            path=f"/{slugged(scene.topic.title)}/",
            title=scene.topic.title,
            anchor=anchor,
            is_text=True,
        )

    return recipe


def _inert(scene: Scene) -> Rendered:
    wrapped = (
        f"<!-- {scene.image()} -->",
        f"<template>{scene.image()}</template>",
        f'<script>var old = "{scene.product.image}";</script>',
    )[scene.edition % 3]
    expect = absent("inert-only", HARMLESS)
    return Rendered(
        page=scene.local(wrapped),
        expect=replace(
            expect,
            states=frozenset({State.ABSENT, State.PRESENT}),
            reasons=frozenset({"inert-only", "mention"}),
        )
        if scene.edition == 2
        else expect,
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor="",
    )


def _framed(scene: Scene) -> Rendered:
    keyword = scene.keyword()
    inner = scene.generated(keyword, [f'<img src="{escape(one.image)}">' for one in scene.tiles()])
    size = ('width="0" height="0"', 'style="display:none"', 'width="1" height="1" frameborder="0"')
    return Rendered(
        page=scene.local(f'<iframe src="/cache/{slugged(keyword)}.html" {size[scene.edition % 3]}></iframe>'),
        others={f"/cache/{slugged(keyword)}.html": inner},
        expect=present("embed", SPAM, visibility=Visibility.HIDDEN),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
    )


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
    "B01": _farm,
    "B02": _hidden('<div style="position:absolute;left:-12623px;width:1000px">{payload}</div>'),
    "B03": _hidden(
        '<div id="{id}"><p>{payload}</p></div><script>var s=document.createElement("st"+"yle");s.textContent='
        '"#{id}{position:fixed;overflow:hidden;top:-152413851px}";document.head.appendChild(s)</script>',
        _BY_SCRIPT,
    ),
    "B04": _hidden(
        "<script>document.write('<div style=\"display:none\">')</script>{payload}<script>document.write('</div>')</script>",
        _BY_SCRIPT,
    ),
    "B05": _hidden(
        "<script>document.write(String.fromCharCode("
        + ",".join(str(ord(letter)) for letter in '<div style="display:none">')
        + "))</script>{payload}",
        _BY_SCRIPT,
    ),
    "B06": _hidden(
        '<div id="{id}">{payload}</div><script>document.getElementById("{id}").style.display="none"</script>',
        _BY_SCRIPT,
    ),
    "B07": _hidden('<font style="position: absolute;overflow: hidden;height: 0;width: 0">{payload}</font>'),
    "B08": _hidden('<marquee style="position: absolute; width: 0px;">{payload}</marquee>'),
    "B09": _hidden('<p style="text-indent:-9000px;overflow:hidden;white-space:nowrap">{payload}</p>'),
    "B10": _by_edition(
        _hidden('<div class="{id}">{payload}</div>', head="<style>.{id}{opacity:0}</style>"),
        _hidden('<div class="{id}">{payload}</div>', head="<style>.{id}{font-size:0}</style>"),
        _hidden('<div class="{id}">{payload}</div>', head="<style>.{id}{visibility:hidden}</style>"),
    ),
    "B11": _by_edition(
        _hidden(
            '<p style="background:#fff;color:#fff">{payload}</p>', head="<style>a{color:inherit}</style>"
        ),
        _hidden(
            '<p style="background:#eee;color:#eeeeee">{payload}</p>', head="<style>a{color:inherit}</style>"
        ),
        _hidden(
            '<div style="color:#fefefe;background-color:white">{payload}</div>',
            head="<style>a{color:#fefefe}</style>",
        ),
    ),
    "B12": _pixel,
    "B13": _by_edition(_micro("."), _micro("-"), _micro("")),
    "B14": _hidden("<noscript>{payload}</noscript>", replace(_HIDDEN, judgements=OPEN)),
    "B15": _inert,
    "B16": _framed,
    "B17": _hidden(
        '<div style="height:10000px"></div><p>{payload}</p>',
        replace(_HIDDEN, judgements=OPEN, visibilities=frozenset({Visibility.VISIBLE})),
    ),
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
    "B24": _by_edition(
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
