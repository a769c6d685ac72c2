"""A reference that is there on some loads of the page and not on others."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for every backlink that some loads of one visit showed and others did not."""
    seen, loads = nw.col("seen_loads"), nw.col("loads")
    return frames.backlinks.filter(seen > 0, seen < loads).pipe(
        told,
        "page_id",
        "backlink_id",
        "visit_id",
        score=policy["score"],
        sentence=nw.format(
            "The page refers to you on {} of {} loads only.",
            seen.cast(nw.String),
            loads.cast(nw.String),
        ),
        quote=nw.col("detail"),
    )


SIGNAL = Signal(
    id="intermittent-reference",
    sees="Whether a page that was loaded several times refers to the property each time.",
    why="Gallery generators shuffle what they show; a vendor's crawler sees you once, a person never again.",
    source="Field observation: generators that show other pictures at every load",
    lookalike="Shops and blogs that rotate 'related' pictures do so too: the finding weighs with the others "
    "and never decides. A single load says nothing.",
    needs=Pass.VISIT,
    find=find,
)
