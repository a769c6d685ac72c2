"""Every row of a table of live cases: in which guises a picture of the property stands in a page, and how it is matched.

What only a picture's own bytes can tell (thumbnails of Pinterest and Bing) has no address of the property in it: such rows
must stay silent here. Rows that no single page shows have their tests where visits are made; `ELSEWHERE` names them.
"""

from base64 import urlsafe_b64encode
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.evidence.pages import IMAGE, read

HOST_AND_PATH = IMAGE.removeprefix("https://")
ENCODED, TWICE = quote(IMAGE, safe=""), quote(quote(IMAGE, safe=""), safe="")
BASE64, HEX = urlsafe_b64encode(IMAGE.encode()).decode(), IMAGE.encode().hex()
DIGEST = "0123456789012345678901234567890123456789"
ESCAPED = "".join(f"%{byte:02x}" for byte in b"parfum")
ROWS = {
    "1 background of an attribute": (f"<div data-bg='url({IMAGE})'>x</div>", "L0 embed div[data-bg] lazy"),
    "2 srcset": (f"<img srcset='/o.jpg 1x, {IMAGE} 2x'>", "L0 embed img[srcset] visible"),
    "2 imagesrcset": (f"<link rel=preload as=image imagesrcset='{IMAGE} 1x'>", "L0 embed link[imagesrcset] metadata"),
    "3 picture": (f"<picture><source srcset='{IMAGE}'><img src=o.jpg></picture>", "L0 embed source[srcset] visible"),
    "4 inline style": (f"<div style='background:url({IMAGE})'>x", "L0 embed div[style] visible"),
    "4 image-set": (f'<style>.a{{background:image-set("{IMAGE}" 1x)}}</style><p class=a>x', "L0 embed p[background] visible"),
    "4 content": (f"<style>.a::before{{content:url({IMAGE})}}</style><p class=a>x", "L0 embed p[background] visible"),
    "5 noscript": (f"<p>x</p><noscript><img src='{IMAGE}'></noscript>", "L0 embed img[src] hidden"),
    "6 base": ("<base href='https://shop.test/media/'><img src='l-orchestre-parfum.jpg'>", "L0 embed img[src] visible"),
    "6 no scheme": (f"<img src='//{HOST_AND_PATH}'>", "L0 embed img[src] visible"),
    "4 escapes of CSS": (
        f"<style>.a{{background:url({IMAGE.replace('h', chr(92) + '68 ')})}}</style><p class=a>x",
        "L0 embed p[background] visible",
    ),
    "4 import": (f"<style>@import '{IMAGE}';</style><p>x", "L0 embed style[style] metadata"),
    "7 entities": (f"<img src='{IMAGE.replace('/', '&#x2F;')}'>", "L0 embed img[src] visible"),
    "7 escaped slashes": (f"<script>x='{IMAGE.replace('/', chr(92) + '/')}'</script>", "L0 mention script[] inert"),
    "7 escaped letters": (f"<script>x='{IMAGE.replace('/', chr(92) + 'u002F')}'</script>", "L0 mention script[] inert"),
    "8 Photon": (f"<img src='https://i2.wp.com/{HOST_AND_PATH}?ssl=1&w=300'>", "L4 embed img[src] visible photon"),
    "8 Photon without ssl": (f"<img src='https://i0.wp.com/{HOST_AND_PATH}'>", "L4 embed img[src] visible photon"),
    "9 weserv": (f"<img src='https://images.weserv.nl/?url={ENCODED}'>", "L4 embed img[src] visible weserv"),
    "9 wsrv": (f"<img src='https://wsrv.nl/?url={HOST_AND_PATH}'>", "L4 embed img[src] visible weserv"),
    "9 DuckDuckGo": (
        f"<img src='https://external-content.duckduckgo.com/iu/?u={ENCODED}'>",
        "L4 embed img[src] visible duckduckgo-images",
    ),
    "9 imgix": (f"<img src='https://x.imgix.net/{ENCODED}'>", "L4 embed img[src] visible imgix"),
    "9 XenForo": (f"<img src='/proxy.php?image={ENCODED}&hash=1'>", "L4 embed img[src] visible xenforo"),
    "9 imgproxy": (f"<img src='https://p.test/insecure/rs:fit/plain/{IMAGE}'>", "L4 embed img[src] visible imgproxy-plain"),
    "9 imgproxy, base64": (f"<img src='https://p.test/abc/rs:fit:3/{BASE64}.jpg'>", "L4 embed img[src] visible base64-path"),
    "9 encoded twice": (f"<img src='https://p.test/?src={TWICE}'>", "L5 embed img[src] visible parameter-address"),
    "10 Next.js": (f"<img src='/_next/image?url={ENCODED}&w=640&q=75'>", "L4 embed img[src] visible next-image"),
    "10 Nuxt": (f"<img src='/_ipx/w_300/{IMAGE}'>", "L4 embed img[src] visible nuxt-ipx"),
    "10 Vercel": (f"<img src='/_vercel/image?url={ENCODED}&w=1'>", "L4 embed img[src] visible vercel-image"),
    "11 Cloudflare": (f"<img src='/cdn-cgi/image/width=80,quality=75/{IMAGE}'>", "L4 embed img[src] visible cloudflare"),
    "12 camo, hex": (f"<img src='https://camo.githubusercontent.com/{DIGEST}/{HEX}'>", "L4 embed img[src] visible camo-hex"),
    "12 camo": (f"<img src='https://camo.x.test/{DIGEST}?url={ENCODED}'>", "L4 embed img[src] visible camo-plain"),
    "13 AMP": (f"<img src='https://shop-test.cdn.ampproject.org/i/s/{HOST_AND_PATH}'>", "L4 embed img[src] visible amp-cache"),
    "14 Wayback": (f"<img src='https://web.archive.org/web/20200101000000im_/{IMAGE}'>", "L4 embed img[src] visible wayback"),
    "14 translation": (
        "<a href='https://shop-test.translate.goog/media/l-orchestre-parfum.jpg?_x_tr_sl=en'>a</a>",
        "L4 link a[href] visible translate-goog",
    ),
    "15 Cloudinary": (f"<img src='https://res.cloudinary.com/d/image/fetch/w_300/{IMAGE}'>", "L4 embed img[src] visible cloudinary"),
    "15 Statically": (f"<img src='https://cdn.statically.io/img/{HOST_AND_PATH}'>", "L4 embed img[src] visible statically"),
    "15 jsDelivr": (f"<img src='https://cdn.jsdelivr.net/gh/u/r@1/{IMAGE}'>", "L4 embed img[src] visible path-tail"),
    "16 imgres": (f"<a href='https://www.google.com/imgres?imgurl={ENCODED}&imgrefurl=x'>a</a>", "L5 link a[href] visible google-imgres"),
    "16 Google": (f"<a href='https://www.google.com/url?q={ENCODED}'>a</a>", "L5 link a[href] visible google-url"),
    "16 Bing": ("<img src='https://tse1.mm.bing.net/th?id=OIP.abc'>", ""),
    "17 Pinterest": ("<img src='https://i.pinimg.com/236x/ab/cd/ef/abcdef0123456789abcdef0123456789.jpg'>", ""),
    "18 resized": (f"<img src='{IMAGE.replace('.jpg', '-300x200.jpg')}'>", "L3 embed img[src] visible"),
    "18 attachment page": ("<a href='https://shop.test/?attachment_id=12'>a</a>", "L7 link a[href] visible"),
    "19 escapes": (f"<img src='{IMAGE.replace('parfum', ESCAPED)}'>", "L1 embed img[src] visible"),
    "19 spaces around": (f"<img src=' {IMAGE} '>", "L0 embed img[src] visible"),
    "20 www": (f"<img src='http://www.{HOST_AND_PATH}'>", "L1 embed img[src] visible"),
    "20 mobile": (f"<img src='https://m.{HOST_AND_PATH}'>", "L2 embed img[src] visible"),
    "20 another host": (f"<img src='https://mm.{HOST_AND_PATH}'>", "L7 embed img[src] visible"),
    "21 host of assets": ("<img src='https://cdn.assets.test/s/shop/x.jpg'>", "L7 embed img[src] visible"),
    "21 another shop's assets": ("<img src='https://cdn.assets.test/s/shopping/x.jpg'>", ""),
    "21 the host alone": ("<img src='https://cdn.assets.test/x.jpg'>", ""),
    "22 refresh": (f"<meta http-equiv=refresh content='0;url={IMAGE}'>", "L0 link meta[content] metadata"),
    "22 location": (f"<script>location.href='{IMAGE}'</script>", "L0 mention script[] inert"),
    "23 path": (f"<a href='/go/{HOST_AND_PATH}'>a</a>", "L5 link a[href] visible path-host"),
    "23 a parameter with words": ("<a href='/go/?q=about+shop.test/media'>a</a>", "L9 mention #source[] inert"),
    "23 out": (f"<a href='/out?url={ENCODED}'>a</a>", "L5 link a[href] visible parameter-address"),
    "23 base64": (f"<a href='/go/?img={BASE64}'>a</a>", "L5 link a[href] visible base64-parameter"),
    "25 state of a framework": (
        f'<script id=__NEXT_DATA__ type=application/json>{{"props":{{"image":"{IMAGE}"}}}}</script>',
        "L0 mention script[] inert",
    ),
    "26 srcdoc": (f"<iframe srcdoc=\"<img src='{IMAGE}'>\"></iframe>", "L0 embed img[src] visible"),
    "26 page in an address": (f"<iframe src='data:text/html,<img src={IMAGE}>'></iframe>", "L0 embed img[src] visible"),
    "26 template": (f"<template><img src='{IMAGE}'></template>", "L0 embed img[src] inert"),
    "26 shadow tree": (f"<div><template shadowrootmode=open><img src='{IMAGE}'></template></div>", "L0 embed img[src] visible"),
    "27 Open Graph": (f"<meta property=og:image content='{IMAGE}'>", "L0 embed meta[og:image] metadata"),
    "27 Twitter": (f"<meta name=twitter:image content='{IMAGE}'>", "L0 embed meta[twitter:image] metadata"),
    "27 image_src": (f"<link rel=image_src href='{IMAGE}'>", "L0 embed link[href] metadata"),
    "27 icon": (f"<link rel=icon href='{IMAGE}'>", "L0 embed link[href] metadata"),
    "27 subject of RDFa": (f"<div about='{IMAGE}'>x</div>", "L0 embed div[about] metadata"),
    "27 subject in a template": (f"<template><div about='{IMAGE}'></div></template>", "L0 embed div[about] inert"),
    "27 JSON-LD in capitals": (f'<script type=Application/LD+JSON>{{"image":"{IMAGE}"}}</script>', "L0 embed script[ld+json] metadata"),
    "27 broken JSON-LD": (f'<script type=application/ld+json>{{"image":"{IMAGE}",}}</script>', "L0 embed script[ld+json] metadata"),
    "29 comment": (f"<p>x<!-- {IMAGE} -->", "L0 mention #comment[] inert"),
    "29 example": (f"<pre>&lt;img src={IMAGE}&gt;</pre>", "L9 mention #text[] visible"),
    "38 rel": (f"<a rel='nofollow ugc' href='{IMAGE}'>a</a>", "L0 link a[href] visible"),
    "39 a pixel": (f"<img src='{IMAGE}' width=1 height=1>", "L0 embed img[src] hidden"),
    "40 file name as alt": (f"<a href='{IMAGE}'><img src=/x.jpg alt='parfum.jpg'></a>", "L0 link a[href] visible"),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), ROWS.values(), ids=ROWS.keys())
def test_how_a_row_is_matched(html: str, expected: str) -> None:
    found = [
        f"{one.level} {one.carrier.kind} {one.carrier.element}[{one.carrier.attribute}] {one.carrier.visibility} {one.via}".strip()
        for one in read(html).references
    ]
    assert found == ([expected] if expected else [])


XML, ATOM = "text/xml", "http://www.w3.org/2005/Atom"
FILES = {
    "28 RSS": (f"<rss><channel><item><enclosure url='{IMAGE}'/></item></channel></rss>", XML, "L0 embed img[src]"),
    "28 RSS with HTML": (
        f"<rss><channel><item><description><![CDATA[<a href='{IMAGE}'>a</a>]]></description></item></channel></rss>",
        "application/rss+xml",
        "L0 link a[href]",
    ),
    "28 Atom": (
        f"<feed xmlns='{ATOM}'><entry><content type='html'>&lt;img src='{IMAGE}'></content></entry></feed>",
        "application/atom+xml",
        "L0 embed img[src]",
    ),
    "28 sitemap of pictures": (
        f"<urlset><url><loc>https://club.test/</loc><image><loc>{IMAGE}</loc></image></url></urlset>",
        XML,
        "L0 embed img[src]",
    ),
    "28 SVG": (f"<svg xmlns='http://www.w3.org/2000/svg'><a href='{IMAGE}'><text>a</text></a></svg>", "image/svg+xml", "L0 link a[href]"),
    "28 JSON feed": (f'{{"image":"{IMAGE}"}}', "application/feed+json", "L0 mention #text[]"),
    "28 text": (f"see {IMAGE} there", "text/plain", "L0 mention #text[]"),
    "28 PDF": (f"%PDF-1.7 {IMAGE}", "application/pdf", ""),
    "28 picture": (f"\x89PNG\r\n {IMAGE}", "image/png", ""),
    "28 mail": (f"From: a\n\n{IMAGE}", "message/rfc822", ""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "media_type", "nearest"), FILES.values(), ids=FILES.keys())
def test_how_a_row_is_matched_in_a_file(body: str, media_type: str, nearest: str) -> None:
    page = read(body.encode("latin-1"), headers={"content-type": media_type})
    found = [
        f"{one.level} {one.carrier.kind} {one.carrier.element}[{one.carrier.attribute}]"
        for one in page.references
    ]
    assert found[:1] == ([nearest] if nearest else [])


def test_what_a_page_says_of_itself_beside_its_links() -> None:
    """Rows 37 and 38: fields, and no judgement."""
    page = read(
        f"<link rel=canonical href=/other><meta name=Robots content='noindex, NoFollow'><meta name=googlebot content=none>"
        f"<a rel='nofollow UGC sponsored' href='{IMAGE}'>a</a>",
        headers={"content-type": "text/html", "x-robots-tag": "noarchive, otherbot: noindex"},
    )  # fmt: skip
    assert page.canonical == "https://club.test/other"
    assert page.robots == ("noarchive", "otherbot: noindex", "noindex", "nofollow", "none")
    assert page.references[0].carrier.rel == ("nofollow", "ugc", "sponsored")


ELSEWHERE = {
    17: "tests/evidence/pictures/test_copies.py::test_a_copy_is_told",
    22: "tests/crawler/visits/test_doubting.py::test_a_script_redirect_is_part_of_the_one_chain",
    24: "tests/crawler/visits/test_doubting.py::test_an_own_image_that_is_fetched_from_the_property",
    30: "tests/crawler/visits/test_doubting.py::test_a_page_that_answers_some_visitors_only",
    31: "tests/crawler/visits/test_doubting.py::test_chance_is_not_called_a_condition",
    32: "tests/evidence/test_presence.py::test_absent",
    33: "tests/evidence/page/test_walls.py::test_every_rule_sees_its_example",
    34: "tests/evidence/test_presence.py::test_a_refusal_is_no_absence",
    35: "tests/evidence/test_budgets.py::test_what_was_read_stays_and_the_rest_is_unknown",
    36: "tests/linkwitness/commands/test_property_targets.py::test_a_target_is_there_gone_or_replaced",
}
"""By row, the test that needs more than one page."""


def test_every_row_has_a_test() -> None:
    here = {int(name.split()[0]) for name in (*ROWS, *FILES)} | {37, 38}
    assert here | ELSEWHERE.keys() == set(range(1, 41))
    for place in ELSEWHERE.values():
        file, _, name = place.partition("::")
        assert f"def {name}(" in Path(file).read_text(), place
