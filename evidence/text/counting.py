"""How often a page says its words: what language models of it are made of."""

from collections.abc import Mapping
from operator import itemgetter

from evidence.model import WordCount
from evidence.pictures.expected import common_words

MOST_WORDS = 200
"""Words kept of one page: the topic of a text is in its most frequent ones."""
LONGEST = 40
"""Characters of a word; what is longer is none."""


def frequent_words(counts: Mapping[str, int], language: str) -> tuple[WordCount, ...]:
    """Return the most frequent words, casefolded, without the most common ones of the language.

    Of equally frequent ones those come first that the page says first, as `counts` have them.
    """
    common = common_words(language)
    folded: dict[str, int] = {}
    for word, count in counts.items():
        same = word.casefold()
        folded[same] = folded.get(same, 0) + count
    telling = [
        (word, count)
        for word, count in folded.items()
        if word not in common and len(word) <= LONGEST and not word.isdigit()
    ]
    telling.sort(key=itemgetter(1), reverse=True)
    return tuple(WordCount(word=word, count=count) for word, count in telling[:MOST_WORDS])
