"""Real doorway pages of a kit on hacked hosts, with one of their links leading to us instead of its stranger.

They are third-party: read in place, never executed, and left out where they are not there.
"""

import re
from functools import cache
from html import escape
from pathlib import Path
from random import Random

from eval.background import ServedPage
from eval.renderings.owners import OWNERS
from tests.web.model import SPAM, Case, Reported, Response, present
from tests.web.pages import site

PAGES = Path(__file__).resolve().parents[2] / "shared/data/pages/doorway"
LINK = re.compile(rb"<a href=(http://[^\s>]+)>")
"""As all pages of the kit write their links."""
_MISSING = Response(status=404, headers=(("Content-Type", "text/html"),), body=b"<h1>404</h1>")


@cache
def doorways() -> tuple[ServedPage, ...]:
    """Return the pages, the same at every call; none where the material is not there."""
    return tuple(_served(number, file) for number, file in enumerate(sorted(PAGES.glob("*.html"))))


def _served(number: int, file: Path) -> ServedPage:
    owner = OWNERS[number % len(OWNERS)]
    product = owner.products[number % len(owner.products)]
    body = file.read_bytes()
    chosen = Random(f"doorway/{number}").choice(list(LINK.finditer(body)))
    anchor = body[chosen.end() :].partition(b"</a>")[0].decode("utf-8", "replace")
    ours = f'<a href="{escape(product.page)}">'.encode()
    page = Response(
        status=200,
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        body=body[: chosen.start()] + ours + body[chosen.end() :],
    )
    keyword = file.stem.partition("__")[2]
    name, path = f"door{number}-com.test", f"/razv/{keyword}.html"
    case = Case(
        id="doorway",
        host=name,
        source_url=f"http://{name}{path}",
        target_url=product.page,
        expect=present("link", SPAM),
        note=file.name,
        reported=Reported(
            title=keyword.replace("-", " ").capitalize(), anchor=anchor, language="en", type="text"
        ),
    )
    return ServedPage(case=case, host=site(name, {path: page, "/": _MISSING}, _MISSING), owner=owner)
