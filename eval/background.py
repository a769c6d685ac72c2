"""Real pages as background: honest sites that a report names and that do not have us (any more).

The pages are third-party: they are read in place, beside the project, and left out where they are not there.
"""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from eval.renderings.owners import OWNERS, Owner
from tests.web.model import HARMLESS, Case, Host, Reported, Response, absent
from tests.web.pages import site

PAGES = Path(__file__).resolve().parents[2] / "shared/data/pages"
HONEST_FOLDERS = ("news_en", "multilingual")
_MISSING = Response(status=404, headers=(("Content-Type", "text/html"),), body=b"<h1>404</h1>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedPage:
    """One page from outside under a name of its own."""

    case: Case
    host: Host
    owner: Owner


@cache
def background() -> tuple[ServedPage, ...]:
    """Return the real pages; none where the material is not there."""
    files = sorted(file for folder in HONEST_FOLDERS for file in PAGES.glob(f"{folder}/*.html.gz"))
    return tuple(_served(number, file) for number, file in enumerate(files))


def _served(number: int, file: Path) -> ServedPage:
    owner = OWNERS[number % len(OWNERS)]
    name, path = f"real{number}-com.test", f"/{file.name[:12]}"
    body = gzip.decompress(file.read_bytes())
    page = Response(status=200, headers=(("Content-Type", "text/html"),), body=body)
    product = owner.products[number % len(owner.products)]
    case = Case(
        id="real",
        host=name,
        source_url=f"http://{name}{path}",
        target_url=product.image,
        expect=absent("replaced", HARMLESS),
        note=f"{file.parent.name}/{file.name}",
        reported=Reported(title="", anchor="", language=""),
    )
    return ServedPage(case=case, host=site(name, {path: page, "/": _MISSING}, _MISSING), owner=owner)
