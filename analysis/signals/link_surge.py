"""Many domains at once."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told

MICROSECONDS = 1_000_000
"""In a second."""


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for backlinks that came in a week in which far more new domains came than before."""
    first_seen = (nw.col("first_seen") * MICROSECONDS).cast(nw.Datetime("us"))
    return frames.backlinks.filter(nw.col("surge") > policy["surge"]).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["least"] + (policy["most"] - policy["least"]) * nw.col("unbelieved"),
        sentence=nw.format(
            "It came in a week in which new domains stood {} deviations above the weeks before.",
            nw.col("surge").round(1).cast(nw.String),
        ),
        quote=nw.format("first seen on {}", first_seen.dt.to_string("%Y-%m-%d")),
    )


SIGNAL = Signal(
    id="link-surge",
    sees="How many new domains began to refer to the target in the week in which the backlink came, against "
    "the twelve weeks before.",
    why="Generators and hacked hosts are filled at once; people come one by one.",
    source="US 7,346,839 and US 2007/0094255 (velocity, capped growth, exceptions for authorities)",
    lookalike="News, a launch, a competition: a surge asks for a look and never decides. Links of public "
    "bodies, schools and whoever has linked you for a year are left out; too little history says nothing.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
