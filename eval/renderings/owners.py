"""Three invented properties of three trades: a verdict must not hang on what the property sells."""

from dataclasses import dataclass

from evidence.property import Property
from tests.web.model import Host
from tests.web.pages import html, site


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One thing the property sells, and its photograph."""

    name: str
    page: str
    image: str
    title: str
    """The owner's own page title, which image searches show."""
    words: str
    """What the photograph's file is called, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A property as the renderings use it."""

    owned: Property
    home: str
    brand: str
    goods: str
    """Key into `Tongue.goods`."""
    journals: tuple[tuple[str, str], ...]
    """Names and hosts of honest sites about such things."""
    products: tuple[Product, ...]

    @property
    def logo(self) -> str:
        """Return the owner's logo."""
        return f"{self.home}assets/logo.png"

    @property
    def sites(self) -> tuple[Host, ...]:
        """Return the owner's own web servers: pictures, and a page for everything else."""
        page = html(
            f"<!DOCTYPE html><html><head><title>{self.brand}</title></head><body><h1>{self.brand}</h1></body></html>"
        )
        shared = (prefix.partition("/")[0] for prefix in self.owned.asset_prefixes)
        return tuple(site(name, {}, page) for name in (f"www.{self.owned.name}", self.owned.name, *shared))


def _owner(
    domain: str,
    brand: str,
    goods: str,
    noun: str,
    journals: tuple[tuple[str, str], ...],
    products: tuple[tuple[str, str], ...],
) -> Owner:
    home = f"https://www.{domain}/"
    return Owner(
        owned=Property(name=domain, domains=(domain,), brands=(brand,)),
        home=home,
        brand=brand,
        goods=goods,
        journals=journals,
        products=tuple(
            Product(
                name=name,
                page=f"{home}shop/{slug}/",
                image=f"{home}wp-content/uploads/2024/0{number}/{slug}-{noun}.jpg",
                title=f"{name} - {brand}",
                words=f"{slug} {noun}".replace("-", " "),
            )
            for number, (name, slug) in enumerate(products, start=3)
        ),
    )


OWNERS = (
    _owner(
        "maison-cassis.test",
        "Maison Cassis",
        "perfume",
        "parfum",
        (("Nez au vent", "nez-au-vent"), ("Scent Diary", "scent-diary"), ("Duftnotizen", "duftnotizen")),
        (
            ("Brume de Sureau", "brume-de-sureau"),
            ("Nuit Safranée", "nuit-safranee"),
            ("Figue Salée", "figue-salee"),
        ),
    ),
    _owner(
        "radgepaeck-holm.test",
        "Radgepäck Holm",
        "bag",
        "fahrradtasche",
        (("Speichenbruch", "speichenbruch"), ("Vélo lent", "velo-lent"), ("Slow Miles", "slow-miles")),
        (
            ("Kurier Zwölf", "kurier-zwoelf"),
            ("Sturmvogel", "sturmvogel-wasserdicht"),
            ("Nordkap Rolle", "nordkap-rolle"),
        ),
    ),
    _owner(
        "kilnandcroft.test",
        "Kiln & Croft",
        "teapot",
        "teapot",
        (
            ("Leaf and Cup", "leaf-and-cup"),
            ("Thee Thuis", "thee-thuis"),
            ("Czas na herbatę", "czas-na-herbate"),
        ),
        (
            ("Heron", "heron-stoneware"),
            ("Winter Barley", "winter-barley-glazed"),
            ("Saltmarsh", "saltmarsh-celadon"),
        ),
    ),
)
