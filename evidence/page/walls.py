"""What stands in front of a page, or in its place: walls, parking, defacements, soft 404s, server defaults.

A wall means that the page was not seen; parking and a soft 404 mean that it is gone (cases 32 and 33), a
defacement that another page stands in its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from evidence.addresses.hosts import host_of
from evidence.model import PageEvidence
from evidence.page.wall_phrase_rules import PHRASES, Phrases
from evidence.page.wall_rules import RULES, Wall, Where

MAX_HEADING = 300
"""Characters of a title or heading that are read."""
NOT_FOR_FREE = "not-for-free"
"""The trait of a page that says in its structured data that readers must pay."""
LONG_PAGE = 250
"""Visible words from which a page is an article about something and no wall."""

Texts = Sequence[tuple[str, str]]
"""Texts as they are, and in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A wall, the rule that saw it and the words it saw."""

    wall: Wall
    rule: str
    quote: str


def sighting(evidence: PageEvidence) -> Sighting | None:
    """Name the first wall that a page shows: by the rules in their order, then by the phrases in theirs."""
    headings = [heading.strip()[:MAX_HEADING] for heading in (evidence.title, evidence.h1)]
    is_short = evidence.measures.words < LONG_PAGE
    texts = {
        Where.HEADING: _said(headings),
        Where.SHORT_HEADING: _said(headings if is_short else []),
        Where.TEXT: _said([evidence.text[:2_000]] if is_short else []),
        Where.HOST: _said([host_of(evidence.url)]),
    }
    for rule in RULES:
        for text, lowered in texts[rule.where]:
            if match := rule.pattern.search(lowered):
                return Sighting(wall=rule.wall, rule=rule.id, quote=_around(text, *match.span()))
    if (phrase := _phrase(texts)) is not None:
        return phrase
    if is_short and NOT_FOR_FREE in evidence.traits:
        return Sighting(wall=Wall.PAY, rule=NOT_FOR_FREE, quote="isAccessibleForFree: false")
    return None


def _said(texts: Iterable[str]) -> Texts:
    return [(text, text.lower()) for text in texts]


def _phrase(texts: Mapping[Where, Texts]) -> Sighting | None:
    """Return the phrase that the texts have, the first of those in the order of their rules."""
    found = [
        (PHRASES.index(rules[number]), rules[number], _around(text, start, end))
        for where, (scanner, rules) in _scanners().items()
        for text, lowered in texts[where]
        for number, start, end in scanner.find_matches_as_indexes(lowered, overlapping=True)
    ]
    if not found:
        return None
    _, rule, quote = min(found, key=lambda one: one[0])
    return Sighting(wall=rule.wall, rule=rule.id, quote=quote)


@cache
def _scanners() -> Mapping[Where, tuple[AhoCorasick, Sequence[Phrases]]]:
    """Return, for each place, what looks for all its phrases at once, and the rule of each phrase."""
    made = {}
    for where in dict.fromkeys(rule.where for rule in PHRASES):
        pairs = [(phrase, rule) for rule in PHRASES if rule.where is where for phrase in rule.phrases]
        made[where] = AhoCorasick([phrase for phrase, _ in pairs]), [rule for _, rule in pairs]
    return made


def _around(text: str, start: int, end: int) -> str:
    """Return what stands there and beside it; lower case may be a letter longer, which moves this by one."""
    return text[max(0, start - 20) : end + 40].strip()[:160]
