"""The property's own pages: title, headings, language, main text, and how they show an image."""

import pytest

from evidence.page.own_page import OwnPage, Shown, own_page
from evidence.property import Property, Target

SHOP = Property(name="shop.test", domains=("shop.test",), asset_prefixes=("cdn.test/s/1",))
IMAGE = "https://cdn.test/s/1/flakon.jpg"
URL = "https://shop.test/parfums/iris/"


def read(body: str) -> OwnPage:
    page = (
        f"<!doctype html><html lang='fr-FR'><head><title>Iris | Shop</title></head><body>{body}</body></html>"
    )
    return own_page(
        page.encode(),
        url=URL,
        headers={"content-type": "text/html; charset=utf-8"},
        property=SHOP,
        images=(Target(url=IMAGE),),
    )


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"<h1>Iris</h1><img src='{IMAGE}' alt='Le  flacon'>", Shown(alt="Le flacon", heading="Iris")),
        (
            (
                f"<h2>Notes</h2><figure><a href='/x'><img src='{IMAGE}' alt='A'></a><figcaption>Eau de <b>parfum</b>"
                "</figcaption></figure><h2>Other</h2>"
            ),
            Shown(alt="A", caption="Eau de parfum", heading="Notes"),
        ),
        ("<img data-src='//cdn.test/s/1/flakon-300x200.jpg' src='/grey.gif' alt='lazy'>", Shown(alt="lazy")),
        (f"<h1>I</h1><img srcset='{IMAGE} 1x, /2.jpg 2x' alt='set'>", Shown(alt="set", heading="I")),
        (f"<h1>I</h1><meta property='og:image' content='{IMAGE}'>", Shown()),
    ],
)
def test_an_image_is_found_with_what_stands_beside_it(body: str, shown: Shown) -> None:
    assert read(body).shows == {IMAGE: shown}


def test_a_page_without_the_image_shows_nothing() -> None:
    assert read("<h1>Iris</h1><img src='/other.jpg' alt='x'>").shows == {}


def test_the_page_says_what_it_is_about() -> None:
    page = read(
        "<nav><a href='/contact/'>Contact</a></nav><main><h1>Iris</h1><h2> De  nuit </h2>"
        "<p>Une eau de parfum composée comme une partition, pour les longues soirées.</p>"
        "<a href='https://www.shop.test/parfums/figue/'>Figue</a> <a href='https://other.test/'>x</a></main>"
    )
    assert (page.title, page.headings, page.language) == ("Iris | Shop", ("Iris", "De nuit"), "fr")
    assert "composée comme une partition" in page.text
    assert page.links == ("https://shop.test/contact/", "https://www.shop.test/parfums/figue/")
