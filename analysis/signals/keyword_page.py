"""A page that is nothing but its keyword: address, title and heading are one phrase."""

import narwhals as nw

from analysis.credits import credits_of
from analysis.frames import Frames
from analysis.policy import Section
from analysis.signal import FINDING, Facts, Pass, Signal


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where the three agree word for word, on a page that does not link to the property's pages."""
    words = nw.col("keyword").str.split(" ").list.len()
    return (
        frames.visits.filter(nw.col("readable"), ~nw.col("keyword").is_null())
        .filter(words >= policy["words"])
        .join(credits_of(frames), on="page_id", how="anti")
        .select(
            "page_id",
            "visit_id",
            backlink_id=nw.lit(None, nw.Int64),
            score=nw.lit(policy["same"]),
            decisive=nw.lit(value=False),
            sentence=nw.lit("Address, title and heading are one and the same keyword."),
            quote=nw.col("keyword"),
        )
        .select(*FINDING)
    )


SIGNAL = Signal(
    id="keyword-page",
    sees="A page whose address, title and heading are the same phrase of three or more words, word for word.",
    why="Doorway generators make one page for each keyword and have nothing else to call it.",
    source="Field observation; doorway pages in Google's spam policies",
    lookalike="A page without its site's name in the title: silent if it links to a page of yours, and never "
    "strong enough alone.",
    needs=Pass.VISIT,
    find=find,
)
