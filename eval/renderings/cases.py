"""Every case in every edition, with the hosts that answer for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from eval.renderings import (
    articles,
    cloaking,
    cousins,
    decay,
    galleries,
    generators,
    hacked,
    hiding,
    honest,
    machines,
    tucked_away,
)
from eval.renderings.owners import Owner
from eval.renderings.scene import Rendered, Scene
from tests.web.model import Case, Host, Page, Reported
from tests.web.pages import site

EDITIONS = 3
HELD_OUT = EDITIONS - 1
"""The edition that nobody looks at to mend a signal."""
RECIPES = dict(
    sorted({
        **galleries.RECIPES,
        **generators.RECIPES,
        **hiding.RECIPES,
        **tucked_away.RECIPES,
        **decay.RECIPES,
        **cloaking.RECIPES,
        **hacked.RECIPES,
        **cousins.RECIPES,
        **articles.RECIPES,
        **honest.RECIPES,
        **machines.RECIPES,
    }.items())
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One case in one edition."""

    case: Case
    edition: int
    owner: Owner
    hosts: tuple[Host, ...]
    """Empty for a name that no longer exists."""
    is_secure: bool = False
    """Whether the hosts speak TLS."""


@cache
def renderings() -> tuple[Rendering, ...]:
    """Return the whole set: the same at every call and on every machine."""
    return tuple(
        _rendering(Scene(name, place=place, edition=edition))
        for place, name in enumerate(RECIPES)
        for edition in range(EDITIONS)
    )


def _rendering(scene: Scene) -> Rendering:
    made = RECIPES[scene.case](scene)
    return Rendering(
        case=Case(
            id=scene.case,
            host=scene.host,
            source_url=f"{made.scheme}://{scene.host}{made.path}",
            target_url=made.target or scene.product.image,
            expect=made.expect,
            note=f"{scene.case} in {scene.tongue.code}",
            reported=Reported(
                title=made.title,
                anchor=scene.product.title if made.anchor is None else made.anchor,
                language=scene.tongue.code,
                type="text" if made.is_text else "image",
                rating=scene.chance.randrange(40),
                external_links=scene.chance.randrange(5, 60),
            ),
        ),
        edition=scene.edition,
        owner=scene.owner,
        hosts=() if made.is_dead else _hosts(scene, made),
    )


def _hosts(scene: Scene, made: Rendered) -> tuple[Host, ...]:
    pages: Mapping[str, Page] = {
        "/": scene.front(),
        **made.others,
        urlsplit(f"http://x{made.path}").path: made.page,
    }
    missing = scene.missing()
    return (
        site(scene.host, pages, made.unknown or missing, robots=made.robots),
        *(site(name, more, missing) for name, more in made.hosts.items()),
    )
