"""The victim: an invented perfumery, its products, and the hosts that are its own."""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from evidence.property import Property
from tests.web.model import Host, Page, Response
from tests.web.pages import Skin, not_found, page, paragraphs, site
from tests.web.pictures import jpeg

PROPERTY = Property(
    name="parfumerie-lorchestre.test",
    domains=("parfumerie-lorchestre.test",),
    asset_prefixes=("cdn.shop-assets.test/s/lorchestre",),
    brands=("L'Orchestre Parfum", "L’Orchestre Parfum"),
)
HOME = "https://www.parfumerie-lorchestre.test/"
ASSETS = "https://cdn.shop-assets.test/s/lorchestre/files/"
UPLOADS = "https://www.parfumerie-lorchestre.test/wp-content/uploads/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    name: str
    slug: str
    image: str
    """Absolute URL of the product photograph."""
    notes: str

    @property
    def page(self) -> str:
        return f"{HOME}parfums/{self.slug}/"

    @property
    def title(self) -> str:
        """What image searches show for the photograph: the shop's own page title."""
        return f"{self.name} - Eau de parfum 100 ml | L'Orchestre Parfum"


IRIS = Product(
    name="Iris Violoncelle",
    slug="iris-violoncelle",
    image=ASSETS + "flacon-iris-violoncelle-l-orchestre-parfum.jpg",
    notes="iris, violette, santal",
)
VETIVER = Product(
    name="Vétiver Hautbois",
    slug="vetiver-hautbois",
    image=UPLOADS + "2023/11/vetiver-hautbois-l-orchestre-parfum-100ml.jpg",
    notes="vétiver, pamplemousse, cèdre",
)
FIGUE = Product(
    name="Figue Marimba",
    slug="figue-marimba",
    image=UPLOADS + "2024/04/figue-marimba-flacon.jpg",
    notes="figue verte, coco, bois blond",
)
SAFRAN = Product(
    name="Safran Bandonéon",
    slug="safran-bandoneon",
    image=ASSETS + "safran-bandoneon-parfum-de-niche.jpg",
    notes="safran, cuir, rose",
)
COFFRET = Product(
    name="Coffret Découverte",
    slug="coffret-decouverte",
    image=UPLOADS + "2024/10/coffret-decouverte-six-parfums.jpg",
    notes="six flacons de 5 ml",
)
LOGO = ASSETS + "logo-l-orchestre-parfum.png"
PRODUCTS = (IRIS, VETIVER, FIGUE, SAFRAN, COFFRET)

_SKIN = Skin(
    site="L'Orchestre Parfum",
    language="fr",
    mark="lop",
    nav=(
        ("Parfums", "/parfums/"),
        ("Coffrets", "/coffrets/"),
        ("La maison", "/maison/"),
        ("Contact", "/contact/"),
    ),
    aside="<p>Livraison offerte dès 80 €.</p>",
    footer="<p>L'Orchestre Parfum, 14 rue des Luthiers, Grasse · Mentions légales</p>",
    accent="#3a2b4d",
)


def _product_page(product: Product) -> str:
    return (
        f"<h1>{escape(product.name)}</h1>"
        f'<img src="{product.image}" alt="{escape(product.title)}" width="400">'
        + paragraphs(
            f"Une eau de parfum composée comme une partition : {product.notes}.",
            "Flacon de 100 ml, rechargeable, fabriqué à Grasse.",
        )
    )


_HOME_BODY = (
    "<h1>L'Orchestre Parfum</h1>"
    + paragraphs("Chaque parfum naît de la rencontre d'une matière et d'un instrument.")
    + "".join(
        f'<p><a href="{p.page}"><img src="{p.image}" alt="{escape(p.name)}" width="180"></a></p>'
        for p in PRODUCTS
    )
)


def _photographs(host: str) -> dict[str, Page]:
    """Return the photographs of products that a host serves, large enough to be looked at."""
    header = (("Content-Type", "image/jpeg"),)
    return {
        urlsplit(one.image).path: Response(
            status=200, headers=header, body=jpeg(one.slug, width=480, height=360)
        )
        for one in PRODUCTS
        if urlsplit(one.image).hostname == host
    }


HOSTS: tuple[Host, ...] = (
    *(
        site(
            name,
            {
                "/": page(_SKIN, "L'Orchestre Parfum - Parfums de niche", _HOME_BODY),
                **{f"/parfums/{p.slug}/": page(_SKIN, p.title, _product_page(p)) for p in PRODUCTS},
                **_photographs(name),
            },
            not_found(_SKIN, "Cette page n'existe pas."),
        )
        for name in ("parfumerie-lorchestre.test", "www.parfumerie-lorchestre.test")
    ),
    site("cdn.shop-assets.test", _photographs("cdn.shop-assets.test"), not_found(_SKIN, "No such file.")),
)
