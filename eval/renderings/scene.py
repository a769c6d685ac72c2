"""A scene: everything that one rendering of one case is made of, drawn from its own seed."""

import random
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from eval.renderings.owners import OWNERS, Owner, Product
from eval.renderings.wording import Tongue, Topic, tongues
from tests.web.kit import STRANGERS, Tile, Words, gallery, tiles_with
from tests.web.model import Expectation, Judgement, Page, Response
from tests.web.pages import Skin, page, paragraphs

OPEN = frozenset(Judgement)
"""Where the field itself leaves the judgement open."""
SHAPES = ("columns", "magazine", "classic")
_COLOURS = ("#234", "#633", "#264", "#427", "#851", "#157")
_SPAM_SITES = ("pics-corner", "ideasfor", "wallfree", "photodeck", "bestimages", "topgaleria", "allpictures")
_ENDINGS = ("-xyz.test", "-top.test", "-com.test", "-info.test", ".blogspot.com", ".netlify.app")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What a recipe makes of a scene."""

    page: Page
    expect: Expectation
    path: str
    title: str
    """As the report has it: what the page's title was when the vendor's crawler came."""
    target: str = ""
    """Empty: the product's photograph."""
    anchor: str | None = None
    """None: the owner's own title of the photograph."""
    others: Mapping[str, Page] = field(default_factory=dict)
    """Further pages of the host, by path."""
    hosts: Mapping[str, Mapping[str, Page]] = field(default_factory=dict)
    """Further hosts, each with its pages."""
    unknown: Page | None = None
    """What other paths get; None: an honest 404."""
    robots: str = "User-agent: *\nDisallow:\n"
    scheme: str = "http"
    is_dead: bool = False
    """Whether the name no longer exists."""
    is_text: bool = False
    """Whether the report calls it a text link."""


class Scene:
    """One rendering of one case: language, trade, template and host are all drawn for it."""

    def __init__(self, case: str, *, place: int, edition: int) -> None:
        """`place` is the case's number in the taxonomy: it spreads languages and trades evenly."""
        self.chance = random.Random(f"{case}/{edition}")
        all_tongues = tongues()
        self.case = case
        self.edition = edition
        self.tongue: Tongue = all_tongues[(place * 3 + edition * 2) % len(all_tongues)]
        self.topic: Topic = self.tongue.topics[(place + edition) % len(self.tongue.topics)]
        self.owner: Owner = OWNERS[(place + edition) % len(OWNERS)]
        self.product: Product = self.owner.products[(place // 3 + edition) % len(self.owner.products)]
        self.shape = SHAPES[(place // 2 + edition) % len(SHAPES)]
        self.mark = f"{case.lower()}{edition}"
        self.noun = self.tongue.goods[self.owner.goods]
        self.ui = self.tongue.ui
        self.site = self.topic.site
        self.host = f"{self.topic.host}-{self.mark}-{self.tongue.country}.test"

    def at_journal(self) -> None:
        """Move to an honest site about such products; some of them stand on free hosts."""
        self.site, host = self.chance.choice(self.owner.journals)
        self.host = f"{host}-{self.mark}" + self.chance.choice(
            (f"-{self.tongue.country}.test", *_ENDINGS[2:])
        )

    def at_generated(self) -> None:
        """Move to a site that a generator filled: one in three stands on an expired local name."""
        if self.chance.random() > 1 / 3:
            self.site = self.chance.choice(_SPAM_SITES)
            self.host = f"{self.site}-{self.mark}{self.chance.choice(_ENDINGS)}"

    def said(self, text: str) -> str:
        """Fill in the names."""
        return text.format(name=self.product.name, brand=self.owner.brand, noun=self.noun)

    @property
    def review(self) -> str:
        """Return the title of an honest article about the product."""
        return self.said(self.tongue.review_title)

    def prose(self, count: int = 5) -> list[str]:
        """Return sentences of an honest article."""
        return [self.said(text) for text in self.chance.sample(self.tongue.praise, count)]

    def keyword(self, *, related: bool = True) -> str:
        """Return a search phrase: the photograph's own words, or something quite different."""
        words = self.product.words if related else self.chance.choice(self.tongue.keywords)
        return f"{words} {self.chance.choice(self.tongue.modifiers)}"

    def any_keyword(self) -> str:
        """Return a search phrase as generators have them: half of them share no word with the picture."""
        return self.keyword(related=self.chance.random() < 0.5)

    def spun(self, keyword: str, count: int = 14) -> list[str]:
        """Return a generator's sentences: three of five with the keyword, the rest from other pages."""
        drawn = []
        for _ in range(count):
            pool = self.tongue.filler if self.chance.random() < 0.6 else self.tongue.snippets
            drawn.append(self.chance.choice(pool).format(keyword=keyword) + ".")
        return drawn

    def tiles(self, count: int = 8) -> tuple[Tile, ...]:
        """Return pictures of many owners, ours among them, under the owners' own titles."""
        ours = Tile(title=self.product.title, image=self.product.image)
        first = self.chance.randrange(len(STRANGERS))
        return tiles_with(ours, first=first, place=self.chance.randrange(count - 1), count=count)

    def skin(self) -> Skin:
        """Return the site's own template."""
        links = self.topic.nav if self.site == self.topic.site else (self.ui["more"], self.ui["contact"])
        return Skin(
            site=self.site,
            language=self.tongue.code,
            mark=self.mark,
            nav=((self.ui["home"], "/"), *((name, f"/{slugged(name)}/") for name in links)),
            aside=f"<p>{escape(self.ui['contact'])}</p>",
            footer=f"<p>{escape(self.site)}</p>",
            accent=self.chance.choice(_COLOURS),
            shape=self.shape,
        )

    def shown(self, title: str, body: str, *, head: str = "", status: int = 200, **headers: str) -> Response:
        """Return a page in the site's own template; `body` is HTML below the heading."""
        return page(
            self.skin(), title, f"<h1>{escape(title)}</h1>{body}", head=head, status=status, **headers
        )

    def local(self, extra: str = "", *, head: str = "") -> Response:
        """Return the site's own article, with something added to it."""
        return self.shown(self.topic.title, paragraphs(*self.topic.text) + extra, head=head)

    def front(self) -> Response:
        """Return the home page."""
        if self.site == self.topic.site:
            links = "".join(
                f'<li><a href="/{slugged(name)}/">{escape(name)}</a></li>' for name in self.topic.nav
            )
            return self.shown(
                self.site, paragraphs(self.topic.title, self.topic.text[0]) + f"<ul>{links}</ul>"
            )
        return self.shown(self.site, paragraphs(*self.tongue.snippets))

    def missing(self) -> Response:
        """Return the site's honest 404 page."""
        return self.shown("404", paragraphs(self.ui["missing"]), status=404)

    def article(self, before: str, after: str = "") -> Response:
        """Return an honest article about the product around some HTML."""
        prose = self.prose()
        return self.shown(self.review, paragraphs(*prose[:3]) + before + paragraphs(*prose[3:]) + after)

    def generated(self, keyword: str, tiles: list[str], *, head: str = "") -> Response:
        """Return a generator's page; every edition has a template of its own."""
        sentences = self.spun(keyword)
        intro, closing = (
            text.format(keyword=keyword.title()) for text in (self.tongue.intro, self.tongue.closing)
        )
        badges = [(word, f"/{slugged(word)}.html") for word in self.tongue.keywords]
        if self.edition == 0:
            words = Words(
                language=self.tongue.code, related=self.ui["more"], intro=intro, closing=closing, dmca=""
            )
            return gallery(words, keyword, tiles, sentences, badges=badges, head=head)
        links = "".join(f'<li><a href="{href}">{escape(name)}</a></li>' for name, href in badges)
        if self.edition == 1:
            rows = "".join(
                f"<section>{tile}<p>{escape(text)}</p></section>"
                for tile, text in zip(tiles, sentences, strict=False)
            )
            return self.shown(keyword.title(), f"<p>{escape(intro)}</p>{rows}<ul>{links}</ul>", head=head)
        text = paragraphs(intro, " ".join(sentences[:7]), " ".join(sentences[7:]), closing)
        grid = "".join(f"<td>{tile}</td>" + ("</tr><tr>" if n % 2 else "") for n, tile in enumerate(tiles))
        return self.shown(
            f"{10 + len(tiles) * 3} {keyword.title()}",
            f"<table><tr>{grid}</tr></table>{text}<ul>{links}</ul>",
            head=head,
        )

    def image(self, *, alt: str | None = None, src: str = "", attributes: str = "") -> str:
        """Return an `<img>` of the product."""
        shown = self.product.name if alt is None else alt
        return f'<img src="{escape(src or self.product.image)}" alt="{escape(shown)}" {attributes}>'

    def credit(self) -> str:
        """Return a caption that names the owner and links the product's page."""
        return (
            f'<figcaption>{escape(self.ui["photo"])}: <a href="{self.product.page}">'
            f"{escape(self.owner.brand)}</a></figcaption>"
        )


def slugged(text: str) -> str:
    """Return a text as addresses write it."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ł", "l").lower())
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
