"""What of a page becomes a column of its visit."""

from crawler.children.reading import columns
from evidence.extract import extract
from evidence.property import Property


def test_counts_and_accounts() -> None:
    page = extract(
        b"<html lang=en><p>A blue bottle, a green bottle.<script>gtag('config', 'G-ABCDEF1234')</script>",
        url="https://club.example/",
        headers={"content-type": "text/html"},
        property=Property(name="shop.test", domains=("shop.test",)),
        targets=(),
    )
    stored = columns(page)
    assert {"bottle=2", "blue=1", "green=1"} <= set(stored["frequent_words"].split())
    assert stored["trackers"] == ["G-ABCDEF1234"]
