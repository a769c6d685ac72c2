"""How often a page says its words: what language models of it are made of."""

from collections import Counter
from collections.abc import Sequence

from evidence.model import WordCount
from evidence.pictures.expected import common_words

MOST_WORDS = 200
"""Words kept of one page: the topic of a text is in its most frequent ones."""
LONGEST = 40
"""Characters of a word; what is longer is none."""


def frequent_words(words: Sequence[str], language: str) -> tuple[WordCount, ...]:
    """Return the most frequent words, casefolded, without the most common ones of the language.

    Of equally frequent ones those come first that the page says first.
    """
    common = common_words(language)
    counted = Counter(
        word
        for word in map(str.casefold, words)
        if word not in common and len(word) <= LONGEST and not word.isdigit()
    )
    return tuple(WordCount(word=word, count=count) for word, count in counted.most_common(MOST_WORDS))
