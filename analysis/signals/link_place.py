"""Where on the page a link stands."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.harvests import outward
from analysis.signal import Facts, Pass, Signal, told

PLACES = {
    "main": "main",
    "navigation": "aside",
    "sidebar": "aside",
    "footer": "paid",
    "sponsor": "paid",
    "comment": "visitors",
}
"""Place (`evidence.model.Place`) and the policy value that weighs it."""
READ = ("visible", "collapsed", "screen-reader")


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for every link to a page of the property that a reader can follow; pictures are no such links."""
    to_pages = frames.backlinks.filter(~nw.col("target_is_image"), nw.col("target_url") != "")
    links = frames.references.filter(
        nw.col("kind") == "link",
        nw.col("visibility").is_in(READ),
        nw.col("place").is_in(list(PLACES)),
    )
    return (
        links.join(to_pages.select("backlink_id"), on="backlink_id")
        .join(frames.visits.filter(outward(policy["outward"])).select("page_id"), on="page_id", how="anti")
        .with_columns(
            score=nw.col("place").replace_strict(
                {place: policy[value] for place, value in PLACES.items()}, return_dtype=nw.Float64
            )
        )
        .group_by("page_id", "backlink_id", "visit_id")
        .agg(
            nw.col("score").min(),
            nw.col("left").min(),
            nw.col("anchor").min(),
            nw.col("right").min(),
            nw.col("place").min(),
        )
        .pipe(
            told,
            "page_id",
            "backlink_id",
            "visit_id",
            score=nw.col("score"),
            sentence=nw.format("The page links to you in its {} part.", nw.col("place")),
            quote=nw.format("… {} [{}] {} …", nw.col("left"), nw.col("anchor"), nw.col("right")),
        )
    )


SIGNAL = Signal(
    id="link-place",
    sees="Whether a link to a page of yours stands in running text or in menu, sidebar, footer, sponsors.",
    why="Links in running text are given; footers and sponsor blocks are where links are sold.",
    source="Block importance (Cai et al. 2004; US 7,428,700), US 7,895,148",
    lookalike="A club that thanks its sponsors (E36): the place alone never asks for a look.",
    needs=Pass.VISIT,
    find=find,
)
