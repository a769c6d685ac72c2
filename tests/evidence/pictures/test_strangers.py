"""Whether the pictures of strangers have to do with the page, one stranger a domain."""

import pytest

from evidence.model import Carrier, Kind, Window
from evidence.pictures.strangers import picture_fit

PAGE = {
    "title": "Best baby books",
    "heading": "",
    "url": "https://a.test/best-baby-books.html",
    "language": "en",
}


def picture(url: str, alt: str) -> Carrier:
    return Carrier(kind=Kind.EMBED, url=url, raw=url, element="img", attribute="src", anchor=alt)


CASES = {
    "one fits by its title": ([picture("https://b.test/1.jpg", "Board books for babies")], (1, 1)),
    "one is about something else": ([picture("https://b.test/1.jpg", "Ghee butter jar")], (1, 0)),
    "a word says too little": ([picture("https://b.test/1.jpg", "Butter")], (0, 0)),
    "a picture of its own": ([picture("https://img.a.test/1.jpg", "Ghee butter jar")], (0, 0)),
    "two of one domain count once, and the fitting one counts": (
        [picture("https://b.test/1.jpg", "Ghee butter jar"), picture("https://b.test/2.jpg", "Baby picture books")],
        (1, 1),
    ),
    "behind a proxy it is its owner's": (
        [
            picture("https://i0.wp.com/b.test/1.jpg", "Ghee butter jar"),
            picture("https://i1.wp.com/c.test/2.jpg", "Snoring brown dog"),
        ],
        (2, 0),
    ),
    "accents and case are none": ([picture("https://b.test/1.jpg", "BÁBY gorilla")], (1, 1)),
    "one text for many, such as a plug-in writes, describes none": (
        [picture(f"https://{name}.test/1.jpg", "Product image") for name in "bcd"],
        (0, 0),
    ),
    "one text for two may be what both show": (
        [picture(f"https://{name}.test/1.jpg", "Snoring brown dog") for name in "bc"],
        (2, 0),
    ),
    "one text for many, the page's own": (
        [picture(f"https://{name}.test/1.jpg", "Best baby books") for name in "bcd"],
        (3, 3),
    ),
    "a link is no picture": (
        [Carrier(kind=Kind.LINK, url="https://b.test/", raw="", element="a", attribute="href", anchor="Baby books")],
        (0, 0),
    ),
}  # fmt: skip


TILE = "https://b.test/1.jpg"
CAPTIONED = {
    "a title behind a picture that links to its own file": (
        "best-baby-books.html",
        "Best baby books",
        (1, 0),
    ),
    "on a contest's page": ("contest/may", "Photo contest", (0, 0)),
    "under a title that is not the address's": ("big-spring-contest", "Show us your cats", (0, 0)),
    "under a title in other letters, and a keyword for address": ("cha-puer-phaen-dai", "ชาผู่เอ๋อร์", (1, 0)),
    "under a title in other letters, and a word for address": ("mosabaka", "مسابقة أجمل زاوية", (0, 0)),
}


@pytest.mark.parametrize("case", CAPTIONED)
def test_captions(case: str) -> None:
    path, title, expected = CAPTIONED[case]
    window = Window(words=("Ghee", "butter", "jar"), start=0, end=15)
    tile = [
        Carrier(kind=Kind.LINK, url=TILE, raw=TILE, element="a", attribute="href", right=window),
        Carrier(kind=Kind.EMBED, url=TILE, raw=TILE, element="img", attribute="src", right=window),
    ]
    page = {**PAGE, "title": title, "url": f"https://a.test/{path}"}
    assert picture_fit(tile, **page) == expected
    assert picture_fit(tile[1:], **page) == (0, 0)


@pytest.mark.parametrize("case", CASES)
def test_fit(case: str) -> None:
    carriers, expected = CASES[case]
    assert picture_fit(carriers, **PAGE) == expected


SCRIPTS = {
    "Chinese, about the same": ("zh", "毛毡帽子", "羊毛毛毡帽子教程", (1, 1)),
    "Chinese, about something else": ("zh", "毛毡帽子", "红烧排骨的做法", (1, 0)),
    "Japanese": ("ja", "フェルトの帽子", "灰色のベレー", (1, 0)),
    "Thai, about the same": ("th", "เหยื่อปลอม", "เหยื่อปลอมสีเขียว", (1, 1)),
    "Hindi, whose vowels are marks": ("hi", "टोपी डिजाइन", "ऊनी टोपी", (1, 1)),
    "Hindi, about something else": ("hi", "टोपी डिजाइन", "पनीर की सब्जी", (1, 0)),
    "a Chinese word says too little": ("zh", "毛毡帽子", "帽子", (0, 0)),
    "numbers are no words": ("zh", "毛毡帽子", "2023 88", (0, 0)),
}


@pytest.mark.parametrize("case", SCRIPTS)
def test_scripts_without_blanks_or_letters_for_vowels(case: str) -> None:
    language, title, alt, expected = SCRIPTS[case]
    shown = [picture("https://b.test/1.jpg", alt)]
    assert (
        picture_fit(shown, title=title, heading="", url="https://a.test/8812", language=language) == expected
    )
