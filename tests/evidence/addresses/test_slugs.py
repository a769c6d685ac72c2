"""Words of addresses and file names."""

import pytest

from evidence.addresses.slugs import slug_words

SLUGS = [
    ("https://x.test/l-orchestre-parfum.html", ("l", "orchestre", "parfum")),
    ("https://x.test/a/IMG_2034-RosePetals-1024x768.jpg?x=1", ("rose", "petals")),
    ("https://x.test/caf%C3%A9_cr%C3%A8me/", ("café", "crème")),
    ("https://x.test/", ()),
    ("https://a.example/x/l-orchestre-parfum.html", ("l", "orchestre", "parfum")),
    ("https://a.example/IMG_2034-RedBagLeather-1024x768-scaled.jpg", ("red", "bag", "leather")),
    ("https://a.example/best-shoes_640x640.jpg.webp", ("best", "shoes")),
    ("https://a.example/red-shoes-e1690000000000@2x.png", ("red", "shoes")),
    ("https://a.example/red-shoes/12345.html", ("red", "shoes")),
    ("https://a.example/%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80.jpg", ("हिन्दी",)),
    ("https://a.example/d41d8cd98f00b204e9800998ecf8427e.jpg", ()),
    ("https://a.example/", ()),
]


@pytest.mark.parametrize(("url", "words"), SLUGS)
def test_slug_words(url: str, words: tuple[str, ...]) -> None:
    assert slug_words(url) == words
