"""A page that is nothing but its keyword: address, title and heading are one phrase."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.credits import credits_of
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where the three agree word for word, on a page that does not link to the property's pages."""
    words = nw.col("keyword").str.split(" ").list.len()
    return (
        frames.visits.filter(nw.col("readable"), ~nw.col("keyword").is_null())
        .filter(words >= policy["words"])
        .join(credits_of(frames), on="page_id", how="anti")
        .pipe(
            told,
            "page_id",
            "visit_id",
            score=policy["same"],
            sentence=nw.lit("Address, title and heading are one and the same keyword."),
            quote=nw.col("keyword"),
        )
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
