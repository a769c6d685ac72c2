"""D08 to D16: cousins of hacked pages, and machine pages that mean no harm."""

import random
from collections.abc import Callable
from dataclasses import replace
from html import escape

from eval.renderings.scene import OPEN, Rendered, Scene, slugged
from evidence.model import Level
from tests.web.model import (
    HARMLESS,
    LIKELY_SPAM,
    MISMATCH,
    SPAM,
    absent,
    present,
)
from tests.web.pages import paragraphs


def _comment(scene: Scene) -> Rendered:
    spam = f'<a href="{scene.product.image}" rel="nofollow ugc"><img src="{scene.product.image}" alt="{escape(scene.tongue.wager)}"></a>'
    body = (
        f'<section id="comments" class="comments"><h2>{escape(scene.ui["comments"])}</h2>'
        f'<article class="comment"><p>{escape(scene.topic.text[-1])}</p></article>'
        f'<article class="comment"><p>{escape(scene.tongue.wager)} {spam}</p></article></section>'
    )
    return Rendered(
        page=scene.local(body),
        expect=present("link", LIKELY_SPAM),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor=scene.tongue.wager,
    )


def _only_in_logs(scene: Scene) -> Rendered:
    return Rendered(
        page=scene.local(), expect=absent("replaced", OPEN), path="/", title=scene.site, anchor=""
    )


def _footer(scene: Scene) -> Rendered:
    block = f'<footer><p><a href="{scene.product.image}">{escape(scene.product.name)}</a></p></footer>'
    return Rendered(
        page=scene.local(block),
        expect=present("link", MISMATCH),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor=scene.product.name,
    )


def _directory(scene: Scene) -> Rendered:
    scene.site = "The Globe"
    scene.host = f"theglobe-{scene.mark}-net.test"
    tiles = scene.tiles(12)
    rows = "".join(f'<li><a href="{escape(one.image)}">{escape(one.host)}</a></li>' for one in tiles)
    title = "The Globe - The world's most visited web pages"
    return Rendered(
        page=scene.shown(title, f"<ul>{rows}</ul>"),
        expect=present("link", OPEN),
        path=f"/{scene.chance.randrange(1000)}.html",
        title=title,
        anchor=scene.owner.owned.name,
    )


def _worth(scene: Scene) -> Rendered:
    """One page a domain: what it is worth, who owns it (D12). A machine page that means no harm."""
    name = scene.owner.owned.name
    scene.site = ("Site Worth", "Whois Hub", "Web Stats")[scene.edition % 3]
    scene.host = f"{slugged(scene.site)}-{scene.mark}-com.test"
    body = (
        f'<p><a href="{scene.owner.home}" rel="nofollow">{name}</a></p><table><tr><td>Estimated worth</td>'
        f"<td>$ {scene.chance.randrange(900, 9000)}</td></tr><tr><td>Daily visitors</td>"
        f"<td>{scene.chance.randrange(20, 400)}</td></tr><tr><td>Server</td><td>nginx</td></tr></table>"
    )
    return Rendered(
        page=scene.shown(f"{name} - {scene.site}", body),
        expect=present("link", HARMLESS, Level.EXACT, Level.NORMALISED),
        path=f"/www/{name}",
        title=f"{name} - {scene.site}",
        target=scene.owner.home,
        anchor=name,
        is_text=True,
    )


def _revived(scene: Scene) -> Rendered:
    body = paragraphs(*scene.topic.text) + paragraphs(*scene.tongue.snippets) + scene.image(alt="")
    return Rendered(
        page=scene.shown(scene.topic.title, body),
        expect=present("embed", LIKELY_SPAM),
        path=f"/2014/05/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
    )


def _bought(scene: Scene) -> Rendered:
    link = f'<p>{escape(scene.topic.text[1])} <a href="{scene.product.image}">{escape(scene.product.name)}</a></p>'
    return Rendered(
        page=scene.local(link),
        expect=present("link", MISMATCH),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor=scene.product.name,
        is_text=True,
    )


def _smeared(scene: Scene) -> Rendered:
    scene.at_generated()
    anchor = scene.tongue.wager
    lines = [anchor, *scene.tongue.snippets, anchor]
    links = "".join(
        f'<p>{escape(line)} <a href="{escape(one.image)}">{escape(anchor)}</a></p>'
        for line, one in zip(lines, scene.tiles(7), strict=True)
    )
    return Rendered(
        page=scene.shown(anchor, links),
        expect=present("link", SPAM),
        path=f"/{slugged(anchor)}.html",
        title=anchor,
        anchor=anchor,
        is_text=True,
    )


def _defaced(scene: Scene) -> Rendered:
    names = random.Random(scene.mark).choice(("Gh0stTeam", "N1ghtCrew", "R00tz"))
    return Rendered(
        page=scene.shown(f"Hacked by {names}", f"<p>{names} was here. Greetz to all friends.</p>"),
        expect=replace(absent("replaced", OPEN), reasons=frozenset({"replaced", "same-as-home"})),
        path=f"/{slugged(scene.topic.title)}/",
        title=f"Hacked by {names}",
        anchor="",
    )


RECIPES: dict[str, Callable[[Scene], Rendered]] = {
    "D08": _comment,
    "D09": _only_in_logs,
    "D10": _footer,
    "D11": _directory,
    "D12": _worth,
    "D13": _revived,
    "D14": _bought,
    "D15": _smeared,
    "D16": _defaced,
}
