"""Every way to hide a reference that was seen in the field, by name, and what honest pages do alike.

Rows are those of a list of live cases and spam policies: Google's spam policies (hidden text and links), Cutts' blog, live
injections; the twins are what accessibility guides and frameworks tell people to write.
"""

import pytest

from evidence.model import Visibility
from tests.evidence.pages import IMAGE, read

LINK = f'<a href="{IMAGE}">anchor</a>'
SEEN, HIDDEN, BY_SCRIPT = Visibility.VISIBLE, Visibility.HIDDEN, Visibility.SCRIPT_HIDDEN
CODES = ",".join(str(ord(letter)) for letter in '<div style="display:none">')
MADE_RULE = (
    "var s=document.createElement('st'+'yl'+'e');"
    "s.textContent='#r1{position:fixed;overflow:hidden;top:-152413851px;z-index:412406018;}'"
)
TURNED = (
    'function t(){document.getElementById("x").style.display="none"}'
    'function u(){document.getElementById("x").style.display="block"}'
)
TRICKS = {
    "far off-screen": (f'<div style="position:absolute;left:-12623px;width:1000px">{LINK}</div>', HIDDEN),
    "hundreds of pictures far above": (
        f'<img src="{IMAGE}" style="position:absolute;top:-999999px">',
        HIDDEN,
    ),
    "a rule that a script makes": (
        f"<div id=r1>{LINK}</div><script>{MADE_RULE}</script>",
        BY_SCRIPT,
    ),
    "document.write": (
        f"<script>document.write('<div style=\"display:none\">')</script>{LINK}<script>document.write('</div>')</script>",
        BY_SCRIPT,
    ),
    "String.fromCharCode": (
        f"<script>document.write(String.fromCharCode({CODES}))</script>{LINK}",
        BY_SCRIPT,
    ),
    "display: none": (f'<p>a<a href="{IMAGE}" style="display: none">b</a>', HIDDEN),
    "hidden after it was read": (
        f'<div id=x>{LINK}</div><script>document.getElementById("x").style.display="none"</script>',
        BY_SCRIPT,
    ),
    "zero box": (
        f'<font style="position: absolute;overflow: hidden;height: 0;width: 0">{LINK}</font>',
        HIDDEN,
    ),
    "marquee of no width": (f'<marquee style="position: absolute; width: 0px;">{LINK}</marquee>', HIDDEN),
    "marquee a pixel high": (f"<marquee height=1 scrollamount=3000>{LINK}</marquee>", HIDDEN),
    "text-indent": (f'<div style="text-indent:-9000px; overflow:hidden">{LINK}</div>', HIDDEN),
    "hyphen as anchor": (f'<p>some words<a href="{IMAGE}">-</a>', HIDDEN),
    "dot as anchor": (f'<p>some words<a href="{IMAGE}">.</a>', HIDDEN),
    "empty anchor": (f'<p>some words<a href="{IMAGE}"></a>', HIDDEN),
    "picture of a pixel": (f'<img src="{IMAGE}" width=1 height=1>', HIDDEN),
    "white on white": (
        f'<p style="background:#fff"><a href="{IMAGE}" style="color:#fefefe">words</a>',
        HIDDEN,
    ),
    "font-size: 0": (f'<p style="font-size:0">{LINK}', HIDDEN),
    "opacity: 0": (f'<p style="opacity:0">{LINK}', HIDDEN),
    "clip": (f'<p class=x style="position:absolute;clip:rect(0 0 0 0)">{LINK}', Visibility.SCREEN_READER),
    "clip-path": (f'<p style="clip-path:circle(0)">{LINK}', HIDDEN),
    "visibility: hidden": (f'<p style="visibility:hidden">{LINK}', HIDDEN),
    "transform: scale(0)": (f'<p style="transform:scale(0)">{LINK}', HIDDEN),
    "only in noscript": (f"<p>words</p><noscript>{LINK}</noscript>", HIDDEN),
    "only in a comment": (f"<p>words<!--noindex--><!-- {LINK} --><!--/noindex-->", Visibility.INERT),
    "frame of no size": (f'<iframe src="{IMAGE}" width=0 height=0></iframe>', HIDDEN),
    "frame of a pixel": (f'<iframe src="{IMAGE}" width=1 height=1></iframe>', HIDDEN),
    "only Open Graph": (f'<meta property="og:image" content="{IMAGE}">', Visibility.METADATA),
    "only JSON-LD": (
        f'<script type="application/ld+json">{{"image":"{IMAGE}"}}</script>',
        Visibility.METADATA,
    ),
}
TWINS = {
    "a trap for robots stands beside it": (
        '<div style="position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden"><input name=website></div>'
        + LINK,
        SEEN,
    ),
    "a font is loaded off-screen": (f'<span style="position:absolute;left:-9999px">Ag</span>{LINK}', SEEN),
    "a counter is written into a hidden box": (
        f"<script>document.write('<div style=\"display:none\"><img src=/c.gif></div>')</script>{LINK}",
        SEEN,
    ),
    "a script hides and shows": (
        f"<div id=x>{LINK}</div><script>{TURNED}</script>",
        SEEN,
    ),
    "news ticker": (f"<marquee width=600 scrollamount=3>{LINK}</marquee>", SEEN),
    "logo in place of words": (
        f'<p><a href="{IMAGE}" style="display:block;background:url(/logo.png);text-indent:-999em">us</a>',
        SEEN,
    ),
    "icon font": (f'<a href="{IMAGE}" aria-label="our shop"></a>', SEEN),
    "undecorated link": (
        f'<p><a href="{IMAGE}" style="color:#000;text-decoration:none;cursor:text">words</a>',
        SEEN,
    ),
    "behind a picture, told by a rendering only": (f'<p style="z-index:-1">{LINK}', SEEN),
    "closed details": (f"<details><summary>more</summary>{LINK}</details>", Visibility.COLLAPSED),
    "for screen readers": (f'<span class="sr-only">{LINK}</span>', Visibility.SCREEN_READER),
    "fades in": (
        f"<style>@keyframes in{{to{{opacity:1}}}}.x{{opacity:0;animation:in 1s forwards}}</style><p class=x>{LINK}",
        Visibility.LAZY,
    ),
    "slide that waits": (f'<div style="position:relative;left:-400px">{LINK}</div>', SEEN),
    "lazy picture with its twin": (
        f'<img data-src="{IMAGE}"><noscript><img src="{IMAGE}"></noscript>',
        Visibility.LAZY,
    ),
    "noindex of Yandex": (f"<noindex>{LINK}</noindex>", SEEN),
    "share metadata beside the picture": (
        f'<meta property="og:image" content="{IMAGE}"><img src="{IMAGE}">',
        SEEN,
    ),
}
LAZY_ATTRIBUTES = (
    "data-src", "data-lazy-src", "data-original", "data-lazy", "data-srcset", "data-bg", "data-background", "data-actualsrc",
    "data-orig-file", "data-large-file", "data-medium-file", "data-pin-media", "data-flickity-lazyload", "data-hi-res-src",
    "load-src", "big-src", "lowsrc", "dynsrc",
)  # fmt: skip


@pytest.mark.parametrize(("html", "visibility"), [*TRICKS.values(), *TWINS.values()], ids=[*TRICKS, *TWINS])
def test_what_a_reader_sees(html: str, visibility: Visibility) -> None:
    carrier = read(html).references[0].carrier
    assert carrier.visibility is visibility
    assert bool(carrier.hidden_by) is (visibility is not SEEN and "data-src" not in html)


@pytest.mark.parametrize("name", LAZY_ATTRIBUTES)
def test_pictures_that_scripts_load(name: str) -> None:
    (find,) = read(f'<img {name}="{IMAGE}">').references
    assert (find.carrier.attribute, find.carrier.kind) == (name, "embed")


def test_a_tag_manager_in_noscript_is_no_reference() -> None:
    page = '<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1" height=0 width=0></iframe></noscript>'
    assert not read(page).references
