"""A link to us under the page's own keyword."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where the reported text anchor is the page's address and has no word of what it links to."""
    return frames.backlinks.filter(
        nw.col("anchor_is_slug"), nw.col("anchor_words") >= policy["words"], ~nw.col("anchor_fits")
    ).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.lit("The link to you is named after the page it stands on, not after what it shows."),
        quote=nw.format("[{}] on {}", nw.col("anchor"), nw.col("page_url")),
    )


SIGNAL = Signal(
    id="keyword-anchor",
    sees="Text anchors that repeat the address of the page they stand on and have no word of their target.",
    why="Doorways smear one money keyword over all their links, wherever they lead.",
    source="Anchor spamming, as search engines' own writings on link spam describe it; field observation",
    lookalike="A news list that links your article under your own headline, under an address made of it: "
    "there the anchor has the words of its target.",
    needs=Pass.REPORT,
    find=find,
)
