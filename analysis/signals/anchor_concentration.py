"""One anchor on many domains."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where so many of the domains that link a target use one anchor that is no name of yours."""
    many = (nw.col("anchor_domains") >= policy["domains"]) & (nw.col("anchor_share") > policy["share"])
    return frames.backlinks.filter(many, nw.col("type") != "image").pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.format(
            "{} of the {} domains that link this target use the same words.",
            nw.col("anchor_domains").cast(nw.String),
            nw.col("target_domains").cast(nw.String),
        ),
        quote=quoted(nw.format("[{}]", nw.col("anchor"))),
    )


SIGNAL = Signal(
    id="anchor-concentration",
    sees="Which share of the domains that link a target use the same text anchor, brand names and addresses "
    "left out.",
    why="People who do not know each other do not choose the same words.",
    source="Anchor spamming, as search engines' own writings on link spam describe it; field observation",
    lookalike="A title that everybody cites, and the alternative text of a shared picture: pictures are left "
    "out, and the anchor alone never decides.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
