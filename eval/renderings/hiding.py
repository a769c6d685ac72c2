"""B01 to B17: hidden and off-screen references."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from eval.renderings.scene import OPEN, Rendered, Scene, slugged
from evidence.model import Visibility
from evidence.visited import State
from tests.web.kit import STRANGERS
from tests.web.model import (
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


def by_edition(*recipes: Callable[[Scene], Rendered]) -> Callable[[Scene], Rendered]:
    """Return a recipe that follows another one in each edition."""

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
    "B10": by_edition(
        _hidden('<div class="{id}">{payload}</div>', head="<style>.{id}{opacity:0}</style>"),
        _hidden('<div class="{id}">{payload}</div>', head="<style>.{id}{font-size:0}</style>"),
        _hidden('<div class="{id}">{payload}</div>', head="<style>.{id}{visibility:hidden}</style>"),
    ),
    "B11": by_edition(
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
    "B13": by_edition(_micro("."), _micro("-"), _micro("")),
    "B14": _hidden("<noscript>{payload}</noscript>", replace(_HIDDEN, judgements=OPEN)),
    "B15": _inert,
    "B16": _framed,
    "B17": _hidden(
        '<div style="height:10000px"></div><p>{payload}</p>',
        replace(_HIDDEN, judgements=OPEN, visibilities=frozenset({Visibility.VISIBLE})),
    ),
}
