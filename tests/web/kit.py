"""The gallery kit: pages made from a keyword, other people's pictures and snippets of search results.

Shares follow 1,177 measured pages of one real generator: 8 pictures a page from nearly as many hosts,
half of them foreign to the keyword, `wp-content` paths 37 %, a query string 11 %, plain http 25 %,
about 280 words a page, a keyword word in some 60 % of the sentences. All words here are our own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from tests.web.model import Response
from tests.web.pages import html


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One picture found by image search: its file, and the title of the page that owns it."""

    title: str
    image: str

    @property
    def host(self) -> str:
        return str(urlsplit(self.image).hostname)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The fixed phrases of one language edition of the kit."""

    language: str
    related: str
    intro: str
    closing: str
    dmca: str


STRANGERS = (
    Tile(
        title="Crochet Baby Blanket Pattern – Oatmeal & Honey Yarns",
        image="https://oatmealyarns-com.test/wp-content/uploads/2019/03/baby-blanket-crochet.jpg",
    ),
    Tile(
        title="Garage Floor Epoxy Kit, Grey - Steelcoat",
        image="https://www.steelcoat-com.test/images/products/epoxy-kit-grey.jpg?v=1559834021",
    ),
    Tile(
        title="Perfume bottle shelf ideas for small bedrooms",
        image="http://smallroomstudio-com.test/wp-content/uploads/2018/08/perfume-shelf-1024x683.jpg",
    ),
    Tile(
        title="Vintage glass flacons at the Sunday market",
        image="https://img.flohmarktfreunde-at.test/2020/glasflakons.jpg",
    ),
    Tile(
        title="Golden retriever asleep on the sofa",
        image="http://pawsandrest-com.test/photos/retriever-asleep.jpg",
    ),
    Tile(
        title="20 Best Gaming Chairs Under $200",
        image="https://chairscout-net.test/wp-content/uploads/gaming-chairs-top.jpg",
    ),
    Tile(
        title="Crystal decanter with stopper, 0.7 l",
        image="https://glaserei-vogt-ch.test/shop/karaffe-kristall.jpg",
    ),
    Tile(
        title="Kitchen island with seating | Maple & Main Cabinets",
        image="https://mapleandmain-com.test/wp-content/uploads/2021/05/island-seating-scaled.jpg",
    ),
    Tile(
        title="Niche fragrances: how we photograph samples",
        image="https://sampleroom-org-uk.test/img/samples_row.jpg",
    ),
    Tile(
        title="Printable multiplication chart to 12",
        image="http://mathsheets-com.test/wp-content/uploads/multiplication-chart.jpg",
    ),
    Tile(
        title="Dressing table with mirror, oak",
        image="https://meubles-duval-fr.test/media/coiffeuse-chene.jpg?w=800",
    ),
    Tile(
        title="Slow cooker pulled pork with apple",
        image="https://spoonfuls-com-au.test/wp-content/uploads/2017/06/pulled-pork.jpg",
    ),
    Tile(title="Luxury gift box mockup", image="https://designtray-com.test/previews/gift-box-mockup.jpg"),
    Tile(title="Hiking boots after 500 miles", image="https://longtrailnotes-com.test/uploads/boots.jpg"),
)


def tiles_with(ours: Tile, *, first: int, place: int = 2, count: int = 8) -> tuple[Tile, ...]:
    """`count` tiles: strangers from number `first` on, with `ours` at `place`."""
    others = [STRANGERS[(first + i) % len(STRANGERS)] for i in range(count - 1)]
    return (*others[:place], ours, *others[place:])


def linked_tile(tile: Tile) -> str:
    """A hotlink inside a link to the same file, with a search engine's thumbnail as a fallback."""
    return (
        f'<div class="col-md-4 thumb"><a href="{escape(tile.image)}"><img class="img-fluid" src="{escape(tile.image)}" alt="{escape(tile.title)}" '
        "onerror=\"this.onerror=null;this.src='https://encrypted-tbn0.gstatic.com/images?q=tbn:ANd9GcT0q7hKzVxZr4mPplaceholder';\"></a>"
        f"<p>{escape(tile.title)}</p></div>"
    )


def captioned_tile(tile: Tile) -> str:
    """A bare embed with the owner's host as its caption, in English whatever the edition: no link at all."""
    return (
        f'<aside class="v-card"><img class="v-image" alt="{escape(tile.title)}" src="{escape(tile.image)}" width="100%">'
        f"<small>Source: {tile.host}</small></aside>"
    )


def proxied_tile(tile: Tile) -> str:
    """A lazy embed through a public picture proxy."""
    parts = urlsplit(tile.image)
    return (
        f'<figure class="w-item"><img class="lazyload" data-src="https://i2.wp.com/{parts.hostname}{parts.path}" alt="{escape(tile.title)}" '
        'src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">'
        f"<figcaption>{escape(tile.title)}</figcaption></figure>"
    )


def gallery(
    words: Words,
    keyword: str,
    tiles: Sequence[str],
    sentences: Sequence[str],
    *,
    badges: Sequence[tuple[str, str]] = (),
    head: str = "",
) -> Response:
    """A page of the kit. `tiles` are HTML; every third of them is followed by a paragraph of snippets."""
    title = keyword.title()
    step = -(-len(sentences) // max(1, (len(tiles) + 2) // 3))
    rows = []
    for number, start in enumerate(range(0, max(1, len(tiles)), 3)):
        text = " ".join(sentences[number * step : (number + 1) * step])
        rows.append(
            f'<div class="row">{"".join(tiles[start : start + 3])}</div><p align="justify">{escape(text)}</p>'
        )
    cloud = "".join(
        f'<a class="badge badge-secondary" href="{href}">{escape(name)}</a> ' for name, href in badges
    )
    return html(f"""<!DOCTYPE html>
<html lang="{words.language}"><head><meta charset="utf-8"><title>{escape(title)}</title>
<meta name="robots" content="index,follow">{head}
<style>body{{font-family:sans-serif;margin:0}}.navbar{{background:#343a40;padding:12px}}.navbar a{{color:#fff}}.row{{display:flex;flex-wrap:wrap}}
.thumb{{width:33%;padding:6px;box-sizing:border-box}}.thumb img,.w-item img,.v-card img{{max-width:100%;min-height:90px}}.badge{{background:#6c757d;color:#fff;padding:2px 6px;border-radius:4px}}</style></head>
<body><nav class="navbar"><a class="navbar-brand" href="/">Home</a> <a href="/p/dmca.html">DMCA</a> <a href="/p/contact.html">Contact</a> <a href="/sitemap.xml">Sitemap</a></nav>
<div class="container"><h1>{escape(title)}</h1><p>{escape(words.intro.format(keyword=title))}</p>
{"".join(rows)}
<p>{escape(words.closing.format(keyword=title))}</p><h4>{escape(words.related)}</h4><p>{cloud}</p></div>
<footer class="page-footer"><a href="/p/privacy-policy.html">Privacy</a> · <a href="/p/copyright.html">Copyright</a> · James</footer></body></html>
""")


def dmca(words: Words) -> Response:
    """The kit's copyright page, which names a domain that is not this one."""
    return html(
        f'<!DOCTYPE html><html lang="{words.language}"><head><meta charset="utf-8"><title>DMCA</title></head>'
        f'<body><nav class="navbar"><a class="navbar-brand" href="/">Home</a></nav><div class="container"><h1>DMCA</h1>'
        f"<p>{escape(words.dmca)}</p></div></body></html>"
    )
