"""A page of one kind with pages that are spam."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for pages of campaigns in which enough domains are spam, and most of those that were judged."""
    proven = (nw.col("spam") >= policy["proven"]) & (nw.col("share") >= policy["share"])
    return frames.kin.filter(proven, nw.col("kind") != "owner").pipe(
        told,
        "page_id",
        score=nw.col("share"),
        decisive=nw.col("readable") & (nw.col("kind") == "kit"),
        sentence=nw.format(
            "The page shares its {} with pages of {} domains; of {} that could be judged {} are spam.",
            nw.col("fingerprint"),
            nw.col("domains").cast(nw.String),
            nw.col("judged").cast(nw.String),
            nw.col("spam").cast(nw.String),
        ),
        quote=quoted(nw.format("{}: {}", nw.col("fingerprint"), nw.col("value"))),
    )


SIGNAL = Signal(
    id="campaign",
    sees="Membership in a group of pages on many domains with one template, one keyword as address, one odd "
    "mark in it, one pattern of titles, one text, or one set of several targets, most of which are spam.",
    why="One kit fills hundreds of domains; what is proven of most of them is true of all.",
    source="Doorway clusters, US 7,302,645; pages of one template (hidden style similarity)",
    lookalike="Honest sites that share a theme or a syndicated article (E06), or that name the same three "
    "products: their groups are not spam, and "
    "the signal is silent. A page that nobody could read gets a score and no verdict.",
    needs=Pass.VERDICTS,
    find=find,
)
