"""Sites of the gallery kit, and what a vendor's crawler reports of them."""

from tests.web.kit import Tile, Words, dmca, gallery, linked_tile, tiles_with
from tests.web.model import Host, Page, Reported, Response
from tests.web.pages import redirect, site
from tests.web.shop import Product


def ours(product: Product) -> Tile:
    """Our photograph as the kit finds it: with our own title."""
    return Tile(title=product.title, image=product.image)


def kit_site(name: str, words: Words, pages: dict[str, Page]) -> Host:
    """A site of the kit: its galleries, a home page that lists them, and a redirect home for the rest."""
    badges = tuple((path.strip("/").removesuffix(".html").replace("-", " "), path) for path in pages)
    home = gallery(words, name.partition(".")[0].replace("-", " "), (), (), badges=badges)
    return site(name, {"/": home, "/p/dmca.html": dmca(words), **pages}, redirect("/", 302))


def linked_gallery(
    words: Words, keyword: str, product: Product, first: int, sentences: tuple[str, ...]
) -> Response:
    tiles = tiles_with(ours(product), first=first)
    badges = tuple(
        (sentence.split(" ", 2)[1], f"/{number}.html") for number, sentence in enumerate(sentences[:6])
    )
    return gallery(words, keyword, [linked_tile(tile) for tile in tiles], sentences, badges=badges)


def kit_report(title: str, product: Product, language: str) -> Reported:
    """The row of a page of the kit: titled by its keyword, anchored by our own title."""
    return Reported(title=title, anchor=product.title, language=language, vendor_spam=True, external_links=21)
