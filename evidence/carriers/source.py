"""The source of a page, searched once for every string that makes something worth a closer look.

A page's source is long, most of it scripts, and a dozen searches through it cost more than parsing it. One
automaton (Aho and Corasick 1975) finds all strings of our tables in one pass.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick, Implementation

from evidence.carriers.escaped import ESCAPES_OF_LETTERS, is_reference_to_letter
from evidence.page.tracker_rules import VENDORS
from evidence.page.trait_rules import PATTERNS, Where

MOST_HITS = 50_000
"""Finds after which searching ends; honest pages have hundreds."""
CHUNK = 200_000
"""Bytes that are searched at once: hostile ones are one find every other byte, and each takes room."""
REFERENCE = "&#"
PAGE_INSIDE = "srcdoc"
"""A page in an attribute: everything in it may be escaped twice."""
OTHERWISE_NAMED = frozenset({"\u212a", "%2e", "%2E", "%252e", "%252E"})
"""Escapes within addresses, and the one letter whose lower case is of ASCII."""
NEEDLES = tuple(
    dict.fromkeys((
        *(vendor.needle for vendor in VENDORS),
        *(rule.needle for rule in PATTERNS if rule.where is Where.SOURCE),
        *ESCAPES_OF_LETTERS,
        *OTHERWISE_NAMED,
        REFERENCE,
        PAGE_INSIDE,
    ))
)  # fmt: skip
_NEEDLES = [needle.encode() for needle in NEEDLES]
_LONGEST = max(map(len, _NEEDLES))
_automaton = BytesAhoCorasick(_NEEDLES, implementation=Implementation.DFA)


@dataclass(frozen=True, slots=True)
class Source:
    """The source of one page."""

    text: str
    data: bytes
    """The text in UTF-8."""
    hits: Mapping[str, Sequence[int]]
    """Where in `data` each needle of the tables begins; those not found are missing."""
    is_cut: bool
    """Whether there were more finds than are kept."""

    @classmethod
    def of(cls, text: str) -> "Source":
        """Search a text."""
        data = text.encode("utf-8", "replace")
        hits: defaultdict[str, list[int]] = defaultdict(list)
        count = 0
        for count, (needle, start) in enumerate(_finds(data), 1):
            if count > MOST_HITS:
                break
            hits[needle].append(start)
        return cls(text, data, dict(hits), is_cut=count > MOST_HITS)

    def may_have(self, needles: BytesAhoCorasick, longest: int) -> bool:
        """Say whether a needle in lower case, of so many bytes at most, stands here in whatever case."""
        chunks = _chunks(self.data.lower(), longest)
        return any(needles.find_matches_as_indexes(chunk) for _, chunk in chunks)

    @property
    def spells_letters(self) -> bool:
        """Whether letters, digits or stops may be written as escapes, or names in yet another way."""
        if self.is_cut or not self.hits.keys().isdisjoint(_SPELLED):
            return True
        return any(is_reference_to_letter(self.data, at) for at in self.hits.get(REFERENCE, ()))


_SPELLED = OTHERWISE_NAMED.union(ESCAPES_OF_LETTERS)


def _finds(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield needles and where they begin."""
    for offset, chunk in _chunks(data, _LONGEST):
        for number, start, _ in _automaton.find_matches_as_indexes(chunk, overlapping=True):
            if start < CHUNK:
                yield NEEDLES[number], offset + start


def _chunks(data: bytes, longest: int) -> Iterator[tuple[int, bytes]]:
    """Yield pieces and where they begin; neighbours share what a needle of so many bytes may lie across."""
    for offset in range(0, len(data), CHUNK):
        yield offset, data if len(data) <= CHUNK else data[offset : offset + CHUNK + longest - 1]
