"""Evidence of a plain page, to be changed field by field."""

from dataclasses import replace
from typing import Any

from evidence.model import Carrier, Kind, Level, Measures, PageEvidence, Reference, Visibility
from evidence.text.fingerprints import simhash

PROSE = (
    "The second team plays on Saturday at eight in the old hall by the river and everybody is welcome to watch "
    "the game with coffee and cake before the trainer opens the new season with a short talk about the plans"
)


def page(text: str = PROSE, *, links: int = 9, **changes: Any) -> PageEvidence:
    words = text.split()
    measures = Measures(
        words=len(words),
        prose_words=len(words),
        compression=1.0,
        link_density=0.0,
        links=links,
        embeds=1,
        foreign_links=0,
        foreign_embeds=0,
        foreign_link_hosts=0,
        foreign_embed_hosts=0,
    )
    plain = PageEvidence(
        version=1,
        url="https://club.example/news.html",
        base_url="https://club.example/news.html",
        media_type="html",
        encoding="utf-8",
        title="Basketball Club",
        h1="News",
        language_declared="en",
        language_detected="en",
        canonical="",
        robots=(),
        refresh="",
        text=text,
        carriers=(),
        references=(),
        hosts=(),
        simhash=simhash(words),
        template_hash="",
        trackers=(),
        traits=(),
        measures=measures,
        limits=(),
    )
    return replace(plain, **changes)


def reference(
    url: str = "https://example.com/p.jpg",
    *,
    kind: Kind = Kind.LINK,
    level: Level = Level.EXACT,
    target: str = "https://example.com/p.jpg",
    visibility: Visibility = Visibility.VISIBLE,
    hidden_by: str = "",
) -> Reference:
    element, attribute = {Kind.LINK: ("a", "href"), Kind.EMBED: ("img", "src")}.get(kind, ("#text", ""))
    carrier = Carrier(
        kind=kind,
        url=url,
        raw=url,
        element=element,
        attribute=attribute,
        anchor="our partner",
        visibility=visibility,
        hidden_by=hidden_by,
    )
    return Reference(carrier=carrier, level=level, target=target, resolved=url)
