from dataclasses import replace

import pytest
import turbohtml

from evidence.carriers.source import Source
from evidence.extract import extract
from evidence.model import Carrier, Kind
from evidence.page.fields import fields_of
from evidence.page.trait_rules import PATTERNS, Trait, Where
from evidence.page.traits import credited_hosts, traits
from evidence.property import Property
from tests.evidence.page_factory import PROSE, reference

LINK = reference().carrier
IMAGE = reference(kind=Kind.EMBED).carrier


def seen(
    *,
    html: str = "",
    text: str = PROSE,
    title: str = "News",
    h1: str = "News",
    url: str = "https://club.example/1.html",
    carriers: tuple[Carrier, ...] = (),
) -> tuple[str, ...]:
    fields = fields_of(turbohtml.parse(html))
    return traits(
        source=Source.of(html), text=text, title=title, h1=h1, url=url, carriers=carriers, fields=fields
    )


def shown(trait: Trait) -> tuple[str, ...]:
    if trait.where is Where.CARRIERS:
        element, _, rest = trait.example.partition("[")
        attribute, _, url = rest.partition("]=")
        return seen(carriers=(replace(LINK, element=element, attribute=attribute, url=url),))
    if trait.where is Where.SOURCE:
        return seen(html=trait.example)
    if trait.where is Where.TEXT:
        return seen(text=trait.example)
    return seen(title=trait.example) if trait.where is Where.TITLE else seen(url=trait.example)


@pytest.mark.parametrize("trait", PATTERNS, ids=lambda trait: trait.id)
def test_every_pattern_sees_its_example(trait: Trait) -> None:
    assert shown(trait) == (trait.id,)


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ('{"isAccessibleForFree": false}', True),
        ('<meta itemprop="isAccessibleForFree" content="False">', True),
        ('{"isAccessibleForFree":"https://schema.org/False"}', True),
        ('{"isAccessibleForFree": true, "hasPart": false}', False),
    ],
)
def test_articles_that_readers_must_pay_for(html: str, *, marked: bool) -> None:
    assert ("not-for-free" in seen(html=html)) is marked


def test_captions_that_credit_a_crowd() -> None:
    crowd = " ".join(f"Red shoes Source: site{number}.example" for number in range(8))
    assert seen(text=crowd) == ("source-captions",)
    assert seen(text="Red shoes Source: site1.example " * 20) == ()


def picture(number: int) -> Carrier:
    return replace(IMAGE, url=f"https://www.site{number}.example/p.jpg")


CAPTIONS = {
    "Russian": "Источник: {}",
    "Korean": "출처: {}",
    "a title and a bare host": "Red shoes {}",
}


@pytest.mark.parametrize("caption", CAPTIONS.values(), ids=CAPTIONS)
def test_captions_that_name_the_hosts_of_the_pictures(caption: str) -> None:
    crowd = " ".join(caption.format(f"site{number}.example") for number in range(5))
    pictures = tuple(picture(number) for number in range(5))
    assert seen(text=crowd, carriers=pictures) == ("source-captions",)
    assert seen(text=crowd, carriers=pictures[1:]) == ()
    files = tuple(replace(LINK, url=one.url) for one in pictures)
    assert seen(text=crowd, carriers=(*pictures[:4], picture(4), *files[:4])) == ("source-captions",)


def test_a_line_of_sources_is_no_caption() -> None:
    sources = "Bildquellen: " + ", ".join(f"site{number}.example" for number in range(6))
    assert seen(text=sources, carriers=tuple(picture(number) for number in range(6))) == ()


def test_hosts_that_captions_name_and_link_to_are_credited() -> None:
    crowd = " ".join(f"Photo: site{number}.example" for number in range(5))
    pictures = tuple(picture(number) for number in range(5))
    pages = tuple(replace(LINK, url=f"https://site{number}.example/post") for number in range(5))
    assert seen(text=crowd, carriers=(*pictures, *pages)) == ("credited-makers",)


def test_a_fallback_to_a_search_engines_thumbnail_is_seen_on_a_whole_page() -> None:
    fallback = "this.onerror=null;this.src='https://encrypted-tbn0.gstatic.com/images?q=tbn:ANd9'"
    page = f'<p>Red shoes</p><img src="https://v1.example/p.jpg" onerror="{fallback}">'
    found = extract(
        page.encode(),
        url="https://a.example/",
        headers={},
        property=Property(name="shop.test", domains=("shop.test",)),
    )
    assert found.traits == ("tbn-fallback",)


def test_images_that_link_to_themselves() -> None:
    tiles = tuple(
        replace(one, url=f"https://v{number}.example/p.jpg") for number in range(5) for one in (LINK, IMAGE)
    )
    assert seen(carriers=tiles) == ("self-linked-images",)
    assert seen(carriers=tiles[:8]) == ()


def test_title_and_heading_that_repeat_the_slug() -> None:
    assert seen(title="Best Red Shoes", h1="Best Red Shoes", url="https://a.example/best-red-shoes.html") == (
        "title-is-slug",
    )
    assert (
        seen(title="Best red shoes of 2020", h1="Best red shoes", url="https://a.example/best-red-shoes.html")
        == ()
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "He comes from www.club.example by train"},
        {"title": "25 best recipes", "h1": "25 best recipes"},
        {"html": "<script>history.replaceState(state, '', location.href)</script>"},
        {"html": '<img class="leads-image" src="x">'},
        {"text": "Connect to Server 1"},
        {"text": "A topic that is related to the interest of the club"},
    ],
)
def test_honest_pages_show_none(changes: dict[str, str]) -> None:
    assert seen(**changes) == ()  # type: ignore[arg-type]  # every value here is one of the text arguments


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        ("Source: Photos.Example.com", ("photos.example.com",)),
        ("Quelle: https://bilder.example.de/x", ("bilder.example.de",)),
        ("Red shoes from www.shop.example", ("shop.example",)),
        ("Source: the author. From here on", ()),
    ],
)
def test_credited_hosts(text: str, hosts: tuple[str, ...]) -> None:
    assert credited_hosts(text) == hosts
