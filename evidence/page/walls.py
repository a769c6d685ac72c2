"""What stands in front of a page, or in its place: walls, parking, soft 404s, server defaults.

A wall means that the page was not seen; parking and a soft
404 mean that it is gone (cases 32 and 33).
"""

import re
from dataclasses import dataclass

from evidence.addresses.hosts import host_of
from evidence.model import PageEvidence
from evidence.page.wall_rules import RULES, Wall, Where

MAX_HEADING = 300
"""Characters of a title or heading that are read."""
NOT_FOR_FREE = "not-for-free"
"""The trait of a page that says in its structured data that readers must pay."""
LONG_PAGE = 250
"""Visible words from which a page is an article about something and no wall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A wall, the rule that saw it and the words it saw."""

    wall: Wall
    rule: str
    quote: str


def sighting(evidence: PageEvidence) -> Sighting | None:
    """Name the first wall that a page shows, in the order of the rules; None when it shows none."""
    headings = [heading.strip()[:MAX_HEADING] for heading in (evidence.title, evidence.h1)]
    is_short = evidence.measures.words < LONG_PAGE
    texts = {
        Where.HEADING: headings,
        Where.TEXT: [evidence.text[:2_000]] if is_short else [],
        Where.HOST: [host_of(evidence.url)],
    }
    for rule in RULES:
        for text in texts[rule.where]:
            if match := rule.pattern.search(text):
                return Sighting(wall=rule.wall, rule=rule.id, quote=_around(text, match))
    if is_short and NOT_FOR_FREE in evidence.traits:
        return Sighting(wall=Wall.PAY, rule=NOT_FOR_FREE, quote="isAccessibleForFree: false")
    return None


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 20) : match.end() + 40].strip()[:160]
