"""A reference that depends on who asks for the page."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told

CONDITIONS = ("referrer", "device", "language", "cookies")
"""What a page looks at (`crawler.fetching.profiles`); each is weighed by the policy value of its name."""


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for every backlink that one kind of visitor is shown and another is not."""
    return nw.concat([_depends_on(name, frames, policy) for name in CONDITIONS], how="vertical")


def _depends_on(condition: str, frames: Frames, policy: Section) -> Facts:
    said = nw.col("detail").str.contains(f"Conditional on (?:the )?{condition}:")
    return frames.backlinks.filter(said).pipe(
        told,
        "page_id",
        "backlink_id",
        "visit_id",
        score=policy[condition],
        sentence=nw.lit(f"Whether the page refers to you depends on its visitor: {condition}."),
        quote=nw.col("detail"),
    )


SIGNAL = Signal(
    id="conditional-reference",
    sees="Whether visitors from a search engine, with a phone, asking for English or with cookies are shown "
    "another page than a plain visitor.",
    why="Kits on hacked hosts show their pages to searchers only, and the site's own to its owner.",
    source="Cloaking (Wu and Davison 2006); field observation",
    lookalike="Sites in several languages, leaner pages for phones, and consent banners: only the referrer "
    "has no honest reason, so the others weigh little more than nothing.",
    needs=Pass.VISIT,
    find=find,
)
