"""Pictures in the page's own style sheets: seen where their rules apply, and nowhere else."""

import pytest

from evidence.extract import extract
from evidence.model import PageEvidence, Reference, Visibility
from evidence.property import Property

IMAGE = "https://shop.test/flacon.jpg"
SHOP = Property(name="shop.test", domains=("shop.test",))
RULE = f"background: #fff url({IMAGE}) no-repeat"


def page(sheet: str, body: str) -> PageEvidence:
    html = f"<html><head><style>{sheet}</style></head><body>{body}</body></html>"
    return extract(html.encode(), url="https://a.example/", headers={}, property=SHOP)


def only(found: PageEvidence) -> Reference:
    (reference,) = found.references
    return reference


SEEN = {
    "a class": (f".hero {{ {RULE} }}", "<p>one two</p><div class=hero>three</div>", "div"),
    "an element without attributes": (f"body {{ {RULE} }}", "<p>one</p>", "body"),
    "a box that the rule makes": (f".hero::before {{ content:''; {RULE} }}", "<b class=hero>x</b>", "b"),
    "one of several selectors": (f"#none, h1 {{ {RULE} }}", "<h1>x</h1>", "h1"),
    "a long hand in quotes": (f'i {{ background-image: url("{IMAGE}") }}', "<i>x</i>", "i"),
    "a desktop's rule": (f"@media (min-width: 600px) {{ i {{ {RULE} }} }}", "<i>x</i>", "i"),
}


@pytest.mark.parametrize("case", SEEN)
def test_seen_behind_the_element(case: str) -> None:
    sheet, body, element = SEEN[case]
    carrier = only(page(sheet, body)).carrier
    assert (carrier.element, carrier.attribute, carrier.visibility) == (
        element,
        "background",
        Visibility.VISIBLE,
    )


def test_the_words_around_are_the_elements() -> None:
    sheet, body, _ = SEEN["a class"]
    carrier = only(page(sheet, body)).carrier
    assert (carrier.left.words, carrier.right.words) == (("one", "two"), ("three",))


def test_the_sheet_stands_beside_as_a_further_carrier() -> None:
    sheet, body, _ = SEEN["a class"]
    assert only(page(sheet, body)).also == ("style[style]",)


UNSEEN = {
    "no such element": (f".hero {{ {RULE} }}", "<p>x</p>", Visibility.METADATA),
    "a phone's rule": (f"@media (max-width: 600px) {{ p {{ {RULE} }} }}", "<p>x</p>", Visibility.METADATA),
    "only while pointed at": (f"p:hover {{ {RULE} }}", "<p>x</p>", Visibility.METADATA),
    "selectors that nobody can read": (f"p[ {{ {RULE} }}", "<p>x</p>", Visibility.METADATA),
    "a hidden element": (
        f".hero {{ {RULE} }} .no {{ display: none }}",
        "<div class=no><p class=hero>x</p></div>",
        Visibility.HIDDEN,
    ),
}


@pytest.mark.parametrize("case", UNSEEN)
def test_not_seen(case: str) -> None:
    sheet, body, visibility = UNSEEN[case]
    assert only(page(sheet, body)).carrier.visibility is visibility


def test_a_stranger_has_no_reference() -> None:
    assert page("p { background: url(https://other.example/x.jpg) }", "<p>x</p>").references == ()


def test_a_pattern_behind_many_cells_is_one_find() -> None:
    found = page(f"td {{ {RULE} }}", f"<table>{'<tr><td>x</td></tr>' * 500}</table>")
    assert only(found).carrier.element == "td"


def test_strangers_pictures_behind_elements_are_counted() -> None:
    tiles = "".join(
        f'<div style="background:url(https://site{n}.example/a.jpg)">A {n}</div>' for n in range(6)
    )
    measures = page("", tiles).measures
    assert (measures.foreign_embeds, measures.foreign_embed_hosts) == (6, 6)


def test_the_sites_own_background_is_no_strangers() -> None:
    assert page("", '<div style="background:url(/hero.jpg)">x</div>').measures.foreign_embed_hosts == 0
