"""D01 to D16: hacked hosts and their cousins, and machine pages that mean no harm."""

import random
from collections.abc import Callable
from dataclasses import replace
from html import escape

from eval.renderings.galleries import OPEN
from eval.renderings.scene import Rendered, Scene, slugged
from evidence.model import Level, Visibility
from tests.web.model import (
    HARMLESS,
    LIKELY_SPAM,
    MISMATCH,
    SPAM,
    Expectation,
    absent,
    present,
)
from tests.web.pages import paragraphs

_JAPANESE = (
    "送料無料で人気の新作バッグを激安価格で販売しています",
    "本日限定の特別セールを開催中です",
    "正規品と同じ品質を保証いたします",
    "在庫が少なくなっておりますのでお早めにご注文ください",
    "全国どこでも翌日にお届けします",
    "口コミで評判の財布と腕時計を多数そろえました",
)


def _linked(scene: Scene, *, count: int = 6) -> str:
    return "".join(
        f'<p><a href="{escape(one.image)}"><img src="{escape(one.image)}" alt="{escape(one.title)}"></a></p>'
        for one in scene.tiles(count)
    )


def _injected(scene: Scene, title: str, body: str, path: str, expect: Expectation) -> Rendered:
    return Rendered(page=scene.shown(title, body), expect=expect, path=path, title=title)


def _japanese(scene: Scene) -> Rendered:
    lines = list(_JAPANESE)
    scene.chance.shuffle(lines)
    title = f"{lines[0][:12]} {scene.chance.randrange(1000, 9999)}"
    body = paragraphs(*lines) + _linked(scene) + paragraphs(*lines[::-1])
    folder = "".join(scene.chance.choices("abcdefghjkmnpq", k=5))
    return _injected(
        scene, title, body, f"/{folder}/{scene.chance.randrange(10**5)}.html", present("link", SPAM)
    )


def _gibberish(scene: Scene) -> Rendered:
    words = " ".join((*scene.topic.text, *scene.tongue.snippets, scene.tongue.wager)).lower().split()
    scene.chance.shuffle(words)
    keyword = scene.any_keyword()
    lines = [" ".join(words[at : at + 11]) + "." for at in range(0, len(words), 11)]
    body = paragraphs(*lines) + _linked(scene) + paragraphs(*lines[::2])
    return _injected(scene, keyword.title(), body, f"/{slugged(keyword)}.html", present("link", SPAM))


def _swapped(scene: Scene) -> Rendered:
    """The visitor gets the usual page under a wagerer's title (D03)."""
    made = scene.shown(scene.tongue.wager, paragraphs(*scene.topic.text) + _linked(scene, count=3))
    return Rendered(
        page=made,
        expect=present("link", LIKELY_SPAM),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.tongue.wager,
    )


def _wagers(scene: Scene) -> str:
    words = scene.tongue.wager.split()
    return " ".join(
        f'<a href="{escape(one.image)}" style="display: none">{escape(words[n % len(words)])} slot</a>'
        for n, one in enumerate(scene.tiles(7))
    )


def _campus(scene: Scene) -> Rendered:
    scene.host = f"{scene.topic.host}-{scene.mark}-{('ac-id', 'go-id', 'edu-pl')[scene.edition % 3]}.test"
    return Rendered(
        page=scene.local(_wagers(scene)),
        expect=present("link", SPAM, visibility=Visibility.HIDDEN),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
        anchor="slot",
        is_text=True,
    )


def _in_every_post(scene: Scene) -> Rendered:
    block = paragraphs(scene.tongue.wager) + _linked(scene)
    others = {
        f"/post-{n}/": scene.shown(f"{scene.topic.title} {n}", paragraphs(scene.topic.text[n]) + block)
        for n in range(3)
    }
    return Rendered(
        page=scene.local(block),
        others=others,
        expect=present("link", SPAM),
        path=f"/{slugged(scene.topic.title)}/",
        title=scene.topic.title,
    )


def _uploaded(scene: Scene) -> Rendered:
    keyword = scene.keyword()
    folders = ("/images/?i=", "/wp-content/uploads/2020/", "/wp-includes/css/")
    body = paragraphs(*scene.spun(keyword, 10)) + _linked(scene)
    scene.site = keyword.title()
    return Rendered(
        page=scene.generated(keyword, [body]),
        expect=present("link", SPAM),
        path=f"{folders[scene.edition % 3]}{slugged(keyword)}",
        title=keyword.title(),
    )


def _parasite(scene: Scene) -> Rendered:
    keyword = scene.any_keyword()
    scene.site = keyword.title()
    places = ("{}.github.io", "{}.web.app", "{}.pages.dev")
    scene.host = places[scene.edition % 3].format(f"{slugged(keyword.split()[0])}-{scene.mark}")
    return Rendered(
        page=scene.generated(keyword, [_linked(scene, count=8)]),
        expect=present("link", SPAM),
        path=f"/{slugged(keyword)}.html",
        title=keyword.title(),
    )


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
    "D01": _japanese,
    "D02": _gibberish,
    "D03": _swapped,
    "D04": _campus,
    "D05": _in_every_post,
    "D06": _uploaded,
    "D07": _parasite,
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
