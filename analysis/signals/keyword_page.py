"""A page that is nothing but its keyword: address, title and heading are one phrase."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.credits import credits_of
from analysis.seen.frames import Frames
from analysis.seen.harvests import harvests_of
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where the three agree word for word, on a page that does not link to the property's pages.

    Two words are enough where they are your image's and stand above strangers' pictures.
    """
    words = nw.col("keyword").str.split(" ").list.len()
    named = frames.backlinks.filter(nw.col("named_in_slug") >= policy["cover"]).select("page_id").unique()
    short = harvests_of(frames, hosts=policy["hosts"]).select("page_id").join(named, on="page_id")
    return (
        frames.visits.filter(nw.col("readable"), ~nw.col("keyword").is_null())
        .join(short.with_columns(is_harvest=nw.lit(value=True)), on="page_id", how="left")
        .filter((words >= policy["words"]) | ((words >= policy["fewest"]) & ~nw.col("is_harvest").is_null()))
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
    sees="A page whose address, title and heading are the same phrase of three or more words, word for word; "
    "of two, where they are the image's and the page shows strangers' pictures.",
    why="Doorway generators make one page for each keyword and have nothing else to call it.",
    source="Field observation; doorway pages in Google's spam policies",
    lookalike="Boards and class pages have two words that are not the image's. A page without its site's "
    "name in the title: silent if it links to a page of yours, and never "
    "strong enough alone.",
    needs=Pass.VISIT,
    find=find,
)
