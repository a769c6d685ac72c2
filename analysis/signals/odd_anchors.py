"""A month of anchors too alike, or too different."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for backlinks of a month whose anchors stand out from the property's other months."""
    oddness = nw.col("entropy_oddness")
    return frames.backlinks.filter((oddness > policy["deviations"]) | (oddness < -policy["deviations"])).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.when(oddness < 0)
        .then(nw.lit("The anchors of the month in which it came are more alike than in other months."))
        .otherwise(nw.lit("The anchors of the month in which it came differ more than in other months.")),
        quote=nw.format(
            "[{}] in a month of entropy {}",
            nw.col("anchor"),
            nw.col("anchor_entropy").round(3).cast(nw.String),
        ),
    )


SIGNAL = Signal(
    id="odd-anchors",
    sees="The entropy of the anchors of a month's new domains against the other months, both ways.",
    why="Bought links repeat one phrase, or vary it too evenly.",
    source="US 7,346,839 (identical anchors), US 2007/0094255",
    lookalike="A campaign of your own with one slogan: the finding asks for a look and never decides.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
