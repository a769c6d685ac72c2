"""Real generator pages: their keywords, pictures and sentences, with one picture of ours among them.

575 pages of a public generator's sites, as data (keyword, pictures with titles, sentences); the pages around
them are ours, in three plain layouts, each page with a template of its own, so that no campaign gives it away. They are third-party: read in place, and left out where they are absent.
"""

import json
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

from eval.background import ServedPage
from eval.renderings.owners import OWNERS
from eval.renderings.scene import slugged
from tests.web.model import SPAM, Case, Reported, Response, present
from tests.web.pages import html, site

PAGES = Path(__file__).resolve().parents[2] / "shared/data/generator_pages.jsonl"
_MISSING = Response(status=404, headers=(("Content-Type", "text/html"),), body=b"<h1>404</h1>")
Picture = tuple[str, str]
"""Address and title."""


@cache
def generated() -> tuple[ServedPage, ...]:
    """Return the pages, the same at every call; none where the material is not there."""
    if not PAGES.exists():
        return ()
    with PAGES.open(encoding="utf-8") as lines:
        return tuple(_made(number, json.loads(line)) for number, line in enumerate(lines))


def _made(number: int, raw: dict[str, Any]) -> ServedPage:
    chance = Random(f"generated/{number}")
    owner = OWNERS[number % len(OWNERS)]
    product = chance.choice(owner.products)
    pictures = [(one["url"], one["title"]) for one in raw["images"] if one["url"].startswith("http")]
    pictures[chance.randrange(len(pictures))] = (product.image, product.title)
    keyword = raw["slug"].replace("-", " ").title()
    layout = LAYOUTS[number % len(LAYOUTS)]
    name, path = f"gen{number}-xyz.test", f"/{slugged(raw['slug'])}.html"
    body = layout(pictures, raw["sentences"])
    page = html(
        f"<!DOCTYPE html><html><head><title>{escape(keyword)}</title></head>"
        f'<body class="page{number}"><h1>{escape(keyword)}</h1>{body}</body></html>'
    )
    case = Case(
        id="generated",
        host=name,
        source_url=f"http://{name}{path}",
        target_url=product.image,
        expect=present("link" if layout is _linked else "embed", SPAM),
        note=f"line {number + 1}",
        reported=Reported(title=keyword, anchor=product.title, language="en"),
    )
    return ServedPage(case=case, host=site(name, {path: page, "/": page}, _MISSING), owner=owner)


def _linked(pictures: Sequence[Picture], sentences: Sequence[str]) -> str:
    """Every picture links to its own file."""
    return _mixed(
        [
            f'<a href="{escape(url)}"><img src="{escape(url)}" alt="{escape(title)}"></a>'
            for url, title in pictures
        ],
        sentences,
    )


def _captioned(pictures: Sequence[Picture], sentences: Sequence[str]) -> str:
    """Every picture names its host, and links to nothing."""
    return _mixed(
        [
            f'<figure><img src="{escape(url)}" alt="{escape(title)}"><figcaption>{escape(title)} from '
            f"{urlsplit(url).hostname}</figcaption></figure>"
            for url, title in pictures
        ],
        sentences,
    )


def _bare(pictures: Sequence[Picture], sentences: Sequence[str]) -> str:
    """Pictures and sentences, nothing else."""
    return _mixed([f'<img src="{escape(url)}" alt="{escape(title)}">' for url, title in pictures], sentences)


def _mixed(tiles: Sequence[str], sentences: Sequence[str]) -> str:
    step = -(-len(sentences) // len(tiles))
    return "".join(
        f"{tile}<p>{escape(' '.join(sentences[place * step : (place + 1) * step]))}</p>"
        for place, tile in enumerate(tiles)
    )


LAYOUTS: tuple[Callable[[Sequence[Picture], Sequence[str]], str], ...] = (_linked, _captioned, _bare)
