"""Links to the property in the company of strangers, and the honest rows of links that look like it."""

import pytest

from evidence.extract import extract
from evidence.page.link_runs import LINK_RUN, TRADE_RUN
from evidence.property import Property

OURS = '<a href="https://www.shop.test/uploads/iris.jpg">iris bottle cheap</a>'
PAGE_OF_OURS = '<a href="https://www.shop.test/parfums/iris/">iris</a>'
TRADE_NAMED = '<a href="https://www.shop.test/uploads/iris.jpg">porn bottle</a>'
SHOPS = tuple(f'<a href="https://shop{number}.example/buy">cheap shoes {number}</a>' for number in range(3))
TRADES = (
    '<a href="https://a.example/slots">online casino</a>',
    '<a href="https://b.example/">buy pills</a>',
    '<a href="https://c.example/watches">watches</a>',
)
PICTURES = tuple(
    f'<a href="https://museum{number}.example/{number}.jpg">Fig. {number}</a>' for number in range(4)
)
TILES = tuple(
    f'<a href="https://s{number}.example/"><img src="/logo{number}.png" alt="Sponsor {number}"></a>'
    for number in range(4)
)
CASES: dict[str, tuple[str, set[str]]] = {
    "a row of shops (D05)": (" ".join([*SHOPS, OURS]), {LINK_RUN}),
    "marks and a word between": (" | ".join([*SHOPS, f"and {OURS}"]), {LINK_RUN}),
    "in the middle of a sentence": (f"We walked home. {SHOPS[0]} {OURS} {SHOPS[1]} {SHOPS[2]} It rained.", {LINK_RUN}),
    "pills and poker (D15)": (" ".join([*TRADES, OURS]), {LINK_RUN, TRADE_RUN}),
    "a page of ours among pills and poker": (" ".join([*TRADES, PAGE_OF_OURS]), {TRADE_RUN}),
    "dots for anchors (B13)": (" ".join(f'<a href="{url}">.</a>' for url in (
        "https://casino-a.example/", "https://porno.example/", "https://x.example/", "https://shop.test/i.jpg"
    )), {LINK_RUN, TRADE_RUN}),
    "pictures of strangers under the names of two trades (D15)": (
        " ".join([*PICTURES[:3], '<a href="https://m.example/4.jpg">porn slots</a>', OURS]), {TRADE_RUN}
    ),
    "a row that is only read out": (
        f'<div style="position:absolute;clip-path:inset(50%)">{" ".join([*SHOPS, OURS])}</div>', {LINK_RUN}
    ),
    "a credit that is only read out (B21)": (
        f'{" ".join(SHOPS)} <span style="position:absolute;clip-path:inset(50%)">{OURS}</span>', set()
    ),
    "pills and poker alone": (" ".join([*TRADES[:2], OURS]), {TRADE_RUN}),
    "our picture at the end of a row of pills and poker (D16)": (
        " ".join([*TRADES, '<a href="https://www.shop.test/uploads/iris.jpg"><img src="/iris.jpg"></a>']), {TRADE_RUN}
    ),
    "our picture behind a row of shops": (
        " ".join([*SHOPS, '<a href="https://www.shop.test/uploads/iris.jpg"><img src="/iris.jpg"></a>']), set()
    ),
    "lines of a guest book that call us by a trade (D15)": (
        "<hr>".join(f"<b>guest{place}</b> 3.4.2026 nice page! {link}" for place, link in enumerate([
            *TRADES[:2], TRADE_NAMED
        ])), {TRADE_RUN}
    ),
    "a guest who names us by our name among such lines": (
        "<hr>".join(f"<b>guest{place}</b> 3.4.2026 nice page! {link}" for place, link in enumerate([
            *TRADES[:2], PAGE_OF_OURS
        ])), set()
    ),
    "called by a trade far away from the others": (
        f"{' '.join(TRADES[:2])} <p>And now for the long report of the meeting of the sports club in May.</p>{TRADE_NAMED}",
        set(),
    ),
    "one shop for both": ('<a href="https://a.example/slots">casino and pills</a> ' + OURS, set()),
    "too few strangers": (" ".join([*SHOPS[:2], OURS]), set()),
    "one stranger, many times": (" ".join([SHOPS[0], SHOPS[0], SHOPS[0], OURS]), set()),
    "ours stands apart": (f"{' '.join(SHOPS)} <p>They also have a fine bottle with</p> {OURS}", set()),
    "a row of strangers without us": (f"{' '.join(SHOPS)} <p>The bottle is shown over there:</p> {OURS}", set()),
    "a blogroll (E27)": ("".join(f"<li>{one}</li>" for one in [*SHOPS, PAGE_OF_OURS]), set()),
    "photo credits are pictures only": (", ".join([*PICTURES, OURS]), set()),
    "a wall of logos (E20)": (" ".join([*TILES, OURS]), set()),
    "the site's own menu between": (f'{SHOPS[0]} {SHOPS[1]} <a href="/home">Home</a> {SHOPS[2]} {OURS}', set()),
    "an embedded picture is no link": (f'{" ".join(SHOPS)} <img src="https://shop.test/uploads/iris.jpg">', set()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_company(case: str) -> None:
    body, expected = CASES[case]
    page = extract(
        f"<title>Minutes</title><p>The parish met on Tuesday.</p><div>{body}</div>".encode(),
        url="https://parish.example/minutes",
        headers={},
        property=Property(name="shop.test", domains=("shop.test",)),
    )
    assert {trait for trait in page.traits if trait in {LINK_RUN, TRADE_RUN}} == expected
