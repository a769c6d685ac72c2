"""Marks that known page generators leave in the source."""

import narwhals as nw

from analysis.frames import Frames
from analysis.policy import Section
from analysis.signal import FINDING, Facts, Pass, Signal


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where a page has a trait; its absence proves nothing."""
    several = nw.col("traits").str.contains(",", literal=True)
    return (
        frames.visits.filter(nw.col("readable"), nw.col("traits") != "[]")
        .select(
            "page_id",
            "visit_id",
            backlink_id=nw.lit(None, nw.Int64),
            score=nw.when(several).then(nw.lit(1.0)).otherwise(nw.lit(policy["one"])),
            decisive=nw.lit(value=False),
            sentence=nw.lit("The page's source has marks of a known page generator."),
            quote=nw.col("traits").str.replace_all(r'[\[\]"]', ""),
        )
        .select(*FINDING)
    )


SIGNAL = Signal(
    id="generator-traits",
    sees="Fallbacks to a search engine's thumbnails, captions crediting eight hosts, fake download buttons, "
    "an address bar rewritten to the home page.",
    why="Two public generators write most of the known image-link spam, and leave these marks.",
    source="Field guide 1.2 (the sources of Shuriken and EKAMI)",
    lookalike="A round-up may credit many hosts in its captions: one trait alone is weak.",
    needs=Pass.VISIT,
    find=find,
)
