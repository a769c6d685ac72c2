"""Facts that the generators of image galleries leave on their pages; facts, not judgement.

Each is weak alone (field observation): image-search front ends and honest round-ups share some of them. Ids
are stable; signals weigh them.
"""

import re
from collections.abc import Iterator, Sequence

from evidence.carriers.source import Source
from evidence.model import Carrier, Kind
from evidence.page.trait_rules import CREDITS, PATTERNS, Where

FOREIGN_CREDITS = 8
"""Different hosts in captions from which the captions credit a crowd of sites."""
MAX_TITLE = 300
"""Characters of a title that are searched."""
MAX_TEXT = 200_000
"""Characters of text and of source that are searched."""

_DOTTED = re.compile(r"\.(?=[a-z]{2})")
"""What every host name has and prose has not; cheap to look for."""


def traits(
    *, source: Source, text: str, title: str, h1: str, url: str, carriers: Sequence[Carrier]
) -> tuple[str, ...]:
    """List the ids of the traits that a page shows, sorted.

    `text` is the visible text.
    """
    visible = text[:MAX_TEXT]
    parts = {
        Where.SOURCE: source.text[:MAX_TEXT],
        Where.TEXT: visible,
        Where.TITLE: title[:MAX_TITLE],
        Where.URL: url,
        Where.CARRIERS: "\n".join(f"{one.element}[{one.attribute}]={one.url}" for one in carriers),
    }
    seen = {
        rule.id
        for rule in PATTERNS
        if (rule.needle in source.hits if rule.where is Where.SOURCE else rule.needle in parts[rule.where])
        and rule.pattern.search(parts[rule.where])
    }
    seen.update(_structural(visible, title, h1, url, carriers))
    return tuple(sorted(seen))


def _structural(text: str, title: str, h1: str, url: str, carriers: Sequence[Carrier]) -> Iterator[str]:
    if len(_DOTTED.findall(text)) >= FOREIGN_CREDITS and len(credited_hosts(text)) >= FOREIGN_CREDITS:
        yield "source-captions"
    linked = {carrier.url for carrier in carriers if carrier.kind is Kind.LINK}
    embedded = [
        carrier.url for carrier in carriers if carrier.kind is Kind.EMBED and carrier.element == "img"
    ]
    if sum(address in linked for address in embedded) >= 5:
        yield "self-linked-images"
    if _slug(url) and title and _slug(url) == _words(title[:MAX_TITLE]) == _words(h1[:MAX_TITLE]):
        yield "title-is-slug"


def credited_hosts(text: str) -> tuple[str, ...]:
    """List the hosts that captions credit, such as `Source: example.com`, in order, without repeats."""
    found: dict[str, None] = {}
    for pattern in CREDITS:
        found.update(dict.fromkeys(match.lower() for match in pattern.findall(text)))
    return tuple(found)


def _slug(url: str) -> tuple[str, ...]:
    last = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return _words(re.sub(r"\.\w{2,5}\Z", "", last))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold().replace("_", " ")))
