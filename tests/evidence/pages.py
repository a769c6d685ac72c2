"""Small pages for tables of cases."""

from collections.abc import Mapping, Sequence

from evidence.extract import extract
from evidence.model import PageEvidence
from evidence.property import Property, Target

SHOP = Property(
    name="shop.test",
    domains=("shop.test",),
    asset_prefixes=("cdn.assets.test/s/shop",),
    brands=("L'Orchestre Parfum",),
)
IMAGE = "https://shop.test/media/l-orchestre-parfum.jpg"
URL = "https://club.test/news/seite.html"


def read(
    body: str | bytes,
    *,
    targets: Sequence[str] = (IMAGE,),
    headers: Mapping[str, str] | None = None,
    url: str = URL,
    property: Property = SHOP,
    truncated: bool = False,
) -> PageEvidence:
    """Extract the evidence of a page of the club."""
    return extract(
        body.encode() if isinstance(body, str) else body,
        url=url,
        headers=headers if headers is not None else {"content-type": "text/html; charset=utf-8"},
        property=property,
        targets=[Target(url=target) for target in targets],
        truncated=truncated,
    )
