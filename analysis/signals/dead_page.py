"""A page that is gone, and so can do nothing."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told

GONE = ("gone", "parked", "soft-404")


def find(frames: Frames, policy: Section) -> Facts:  # noqa: ARG001  # every signal gets its section
    """Speak with score 0 for every backlink whose page is gone or parked."""
    return frames.backlinks.filter(nw.col("state") == "absent", nw.col("reason").is_in(GONE)).pipe(
        told,
        "page_id",
        "backlink_id",
        "visit_id",
        score=0.0,
        sentence=nw.when(nw.col("reason") == "parked")
        .then(nw.lit("The domain is parked: nothing of the page is left, no action."))
        .otherwise(nw.lit("The page is gone; search engines drop links from dead pages: no action.")),
        quote=nw.col("detail"),
    )


SIGNAL = Signal(
    id="dead-page",
    sees="A page that is not found (404, 410, or in so many words), that is parked, or whose name is gone.",
    why="A dead page links to nobody. It is never spam, and there is nothing to act on.",
    source="Field observation; Google: links from pages that are gone are dropped",
    lookalike="A page that blocks us (403, robots.txt, time-out) is not gone: there the signal is silent.",
    needs=Pass.VISIT,
    find=find,
    closes=True,
)
