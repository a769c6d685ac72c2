import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.addresses.matching import Match, Matcher
from evidence.model import Level
from evidence.property import Property, Target

IMAGE = "https://example.com/media/l-orchestre-parfum-300x200.jpg"
PAGE = "https://www.example.com/story?id=3"
PROPERTY = Property(
    name="example.com",
    domains=("example.com", "bücher.example"),
    asset_prefixes=("cdn.shared.example/s/files/1/23",),
    brands=("Orchestre Maison", "香水屋"),
)


def behind(redirects: int, url: str) -> str:
    """Put an address into the parameter of another one, so many times."""
    for number in range(redirects):
        url = f"https://go{number}.example/out?url={quote(url, safe='')}"
    return url


MATCHER = Matcher(PROPERTY, [Target(url=IMAGE, page="https://example.com/shop/42"), Target(url=PAGE)])


@pytest.mark.parametrize(
    ("url", "level", "target", "via"),
    [
        (IMAGE, Level.EXACT, IMAGE, ""),
        ("http://www.example.com/media/l-orchestre-parfum-300x200.jpg#x", Level.NORMALISED, IMAGE, ""),
        (f"{IMAGE}?v=7&w=80", Level.WITHOUT_TRACKING, IMAGE, ""),
        ("https://m.example.com/story?id=3&utm_source=x", Level.WITHOUT_TRACKING, PAGE, ""),
        ("https://m.example.com/media/l-orchestre-parfum.jpg", Level.SAME_PROPERTY, "", ""),
        ("https://example.com/media/l-orchestre-parfum.jpg", Level.RESIZED, IMAGE, ""),
        ("https://example.com/media/l-orchestre-parfum-150x150.jpg.webp", Level.RESIZED, IMAGE, ""),
        ("https://i0.wp.com/example.com/media/l-orchestre-parfum.jpg?ssl=1", Level.PROXIED, IMAGE, "photon"),
        (
            "https://go.example/out?url=https%3A%2F%2Fexample.com%2Fstory%3Fid%3D3",
            Level.REDIRECTED,
            PAGE,
            "parameter-address",
        ),
        ("https://example.com/shop/42?utm_source=x", Level.TARGET_PAGE, IMAGE, ""),
        ("https://example.com/en/orchestre-parfum/", Level.TARGET_PAGE, IMAGE, ""),
        ("https://blog.example.com/", Level.SAME_PROPERTY, "", ""),
        ("https://xn--bcher-kva.example/x", Level.SAME_PROPERTY, "", ""),
        ("https://cdn.shared.example/s/files/1/23/p.jpg", Level.SAME_PROPERTY, "", ""),
        ("https://web.archive.org/web/2020/https://example.com/other", Level.SAME_PROPERTY, "", "wayback"),
        (
            "https://shop.example.com/_next/image?url=https%3A%2F%2Fexample.com%2Fmedia%2Fl-orchestre-parfum.jpg",
            Level.PROXIED,
            IMAGE,
            "next-image",
        ),
        ("https://example.com/media/l-orchestre-parfum-rot.jpg", Level.SAME_PROPERTY, "", ""),
        ("https://cdn.shared.example/s/files/1/23", Level.SAME_PROPERTY, "", ""),
        ("https://cdn.shared.example/s/files/1/23?x=1", Level.SAME_PROPERTY, "", ""),
        (behind(3, PAGE), Level.REDIRECTED, PAGE, "parameter-address"),
        (behind(1, "https://example.com/shop/42"), Level.TARGET_PAGE, IMAGE, "parameter-address"),
        (behind(1, "https://blog.example.com/"), Level.SAME_PROPERTY, "", "parameter-address"),
        (
            f"https://example.com/out?url={quote(IMAGE, safe='')}",
            Level.REDIRECTED,
            IMAGE,
            "parameter-address",
        ),
        (
            f"{IMAGE.replace('-300x200', '')}?url={quote(PAGE, safe='')}",
            Level.REDIRECTED,
            PAGE,
            "parameter-address",
        ),
    ],
)
def test_the_ladder(url: str, level: Level, target: str, via: str) -> None:
    match = MATCHER.match(url)
    assert match is not None
    assert (match.level, match.target, match.via) == (level, target, via)


@pytest.mark.parametrize(
    "url",
    [
        "https://other.example/p.jpg",
        "https://notexample.com/p.jpg",
        "https://example.com.evil.example/p.jpg",
        "https://whois.example/site/example.com",
        "https://cdn.shared.example/s/files/1/234/p.jpg",
        "https://cdn.shared.example/s/files/1/99/l-orchestre-parfum.jpg",
        behind(4, PAGE),
    ],
)
def test_foreign_addresses(url: str) -> None:
    assert MATCHER.match(url) is None
    assert not MATCHER.owns(url)


@pytest.mark.parametrize(
    ("image", "page", "level"),
    [
        ("l-orchestre-parfum", "parfum", Level.SAME_PROPERTY),
        ("vase", "vase", Level.SAME_PROPERTY),
        ("rote-vase", "vase", Level.SAME_PROPERTY),
        ("rote-blaue-gelbe-runde-vase", "rote-blaue", Level.SAME_PROPERTY),
        ("rote-blaue-gelbe-vase", "rote-blaue", Level.TARGET_PAGE),
        ("rote-blaue-gelbe-runde-vase", "rote-blaue-vase", Level.TARGET_PAGE),
        ("rote-blaue-gelbe-runde-schwere-vase", "rote-blaue-vase", Level.TARGET_PAGE),
    ],
)
def test_two_words_and_half_of_the_image_make_a_target_page(image: str, page: str, level: Level) -> None:
    match = Matcher(PROPERTY, [Target(url=f"https://example.com/{image}.jpg")]).match(
        f"https://example.com/{page}/"
    )
    assert match is not None
    assert match.level is level


def test_a_reported_page_has_no_words_that_make_others_its_page() -> None:
    match = Matcher(PROPERTY, [Target(url="https://example.com/red-vase")]).match(
        "https://example.com/en/red-vase/"
    )
    assert match is not None
    assert (match.level, match.target) == (Level.SAME_PROPERTY, "")


def test_of_targets_that_are_one_page_the_first_reported_is_meant() -> None:
    first, second = "https://example.com/p?a=1&utm_source=x", "https://example.com/p?a=1"
    matcher = Matcher(PROPERTY, [Target(url=first), Target(url=second)])
    asked = [(second, second, Level.EXACT), (f"{second}&gclid=1", first, Level.WITHOUT_TRACKING)]
    for url, target, level in asked:
        assert matcher.match(url) == Match(level=level, target=target, resolved=url)


@pytest.mark.parametrize(
    ("url", "is_ours"),
    [
        ("https://cdn.example/x/y.jpg", True),
        ("http://cdn.example/x", True),
        ("https://cdn.example/xy", False),
    ],
)
@pytest.mark.parametrize("prefix", ["https://CDN.example/x/", "CDN.example/x"])
def test_an_asset_prefix_is_meant_however_it_is_written(prefix: str, url: str, *, is_ours: bool) -> None:
    matcher = Matcher(Property(name="example.com", asset_prefixes=(prefix,)), [])
    assert matcher.owns(url) is is_ours
    assert bool(matcher.match(url)) is is_ours


def test_a_target_on_a_host_that_is_not_ours_matches_itself_only() -> None:
    image = "https://static.foreign.example/p.jpg"
    matcher = Matcher(Property(name="example.com"), [Target(url=image)])
    assert matcher.match(image) == Match(level=Level.EXACT, target=image, resolved=image)
    assert matcher.match("https://static.foreign.example/q.jpg") is None


def test_proxies_inside_proxies() -> None:
    match = MATCHER.match("https://images.weserv.nl/?url=i0.wp.com/example.com/media/l-orchestre-parfum.jpg")
    assert match is not None
    assert (match.level, match.target) == (Level.PROXIED, IMAGE)


@given(
    st.sampled_from(
        [f"https://{host}/p.jpg" for host in ("example.com", "www.example.com", "img1.example.com")]
    )
)
def test_encoded_addresses_pass_the_first_test(address: str) -> None:
    coded = base64.urlsafe_b64encode(address.encode()).decode()
    assert MATCHER.match(f"https://gallery.example/?img={coded}")
    camo = f"https://camo.example/{'0' * 40}/{address.encode().hex()}"
    assert MATCHER.match(camo)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("See https://www.example.com/a). Fine", ["https://www.example.com/a"]),
        ("(example.com)", ["example.com"]),
        ("mail info@example.com now", ["example.com"]),
        ("BÜCHER.example!", ["BÜCHER.example"]),
        ("by orchestre   maison, Paris", ["orchestre   maison"]),
        ("新しい香水屋です", ["香水屋"]),
        ("cdn.shared.example/s/files/1/23/p.jpg", ["cdn.shared.example/s/files/1/23/p.jpg"]),
        ("notexample.com example.com.au example.community", []),
        ("Orchestre Maisonette and cdn.shared.example", []),
        ("", []),
    ],
)
def test_mentions(text: str, names: list[str]) -> None:
    mentions = MATCHER.mentions(text)
    assert [mention.text for mention in mentions] == names
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(mention.level is Level.MENTIONED for mention in mentions)


def test_a_mention_knows_its_target_and_mentions_are_bounded() -> None:
    assert MATCHER.mentions(f"image: {IMAGE}")[0].target == IMAGE
    assert len(MATCHER.mentions("example.com " * 500)) == 100


@given(st.text(max_size=60), st.text(max_size=60))
def test_mentions_point_into_any_text(before: str, after: str) -> None:
    text = f"{before} example.com {after}"
    mentions = MATCHER.mentions(text)
    assert mentions
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
