"""Counts of a page's words: bounded, in a stable order, without what every text says."""

from collections import Counter

from evidence.extract import extract
from evidence.model import WordCount
from evidence.property import Property
from evidence.text.counting import LONGEST, MOST_WORDS, frequent_words


def test_the_most_frequent_first_and_of_equals_the_first() -> None:
    words = ["Bottle", "the", "glass", "bottle", "and", "the", "GLASS", "stopper", "of", "1974", "bottle"]
    assert frequent_words(Counter(words), "en") == (
        WordCount(word="bottle", count=3),
        WordCount(word="glass", count=2),
        WordCount(word="stopper", count=1),
    )


def test_an_unknown_language_keeps_its_common_words() -> None:
    assert [one.word for one in frequent_words(Counter(["the", "bottle", "the"]), "")] == ["the", "bottle"]


def test_it_is_bounded() -> None:
    words = [f"word{number}" for number in range(MOST_WORDS + 50)] + ["x" * (LONGEST + 1)] * 9
    assert len(frequent_words(Counter(words), "en")) == MOST_WORDS


def test_a_page_has_its_counts() -> None:
    page = extract(
        b"<html lang=en><p>A blue bottle, a green bottle. <script>bottle</script>",
        url="https://club.example/",
        headers={"content-type": "text/html"},
        property=Property(name="shop.test", domains=("shop.test",)),
        targets=(),
    )
    assert WordCount(word="bottle", count=2) in page.frequent_words
