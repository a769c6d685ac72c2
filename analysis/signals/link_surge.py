"""Many domains at once."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told

MICROSECONDS = 1_000_000
"""In a second."""


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for backlinks that came in a week in which far more new domains came than before.

    To their target; or else to the whole property, where the target is too young to have been compared. And
    with pages of one kind.
    """
    least = policy["surge"]
    links = frames.backlinks
    of_target = nw.col("surge").fill_null(0.0) > least
    seen = nw.format("first seen on {}", _FIRST_SEEN.dt.to_string("%Y-%m-%d"))
    return nw.concat(
        [
            _surged(links.filter(of_target), policy, "", whose=nw.lit("the target"), quote=seen),
            _surged(
                links.filter(~of_target, nw.col("property_surge") > least),
                policy,
                "property_",
                whose=nw.lit("the whole property"),
                quote=seen,
            ),
            _surged(
                links.filter(nw.col("group_surge") > least),
                policy,
                "group_",
                whose=nw.lit("pages of its kind"),
                quote=quoted(nw.format("{}, {}", nw.col("group_surging"), seen)),
            ),
        ],
        how="vertical",
    )


_FIRST_SEEN = (nw.col("first_seen") * MICROSECONDS).cast(nw.Datetime("us"))


def _surged(links: Facts, policy: Section, series: str, *, whose: nw.Expr, quote: nw.Expr) -> Facts:
    """Tell of backlinks in whose week a series stands out; `series`: what its columns begin with."""
    unbelieved = nw.col(f"{series}unbelieved")
    return links.pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["least"] + (policy["most"] - policy["least"]) * unbelieved,
        sentence=nw.format(
            "It came in a week in which new domains of {} stood {} deviations above the weeks before.",
            whose,
            nw.col(f"{series}surge").round(1).cast(nw.String),
        ),
        quote=quote,
    )


SIGNAL = Signal(
    id="link-surge",
    sees="How many new domains began to refer to the target in the week in which the backlink came, against "
    "the twelve weeks before; the same of the whole property, and of pages that share a fingerprint.",
    why="Generators and hacked hosts are filled at once; people come one by one.",
    source="US 7,346,839 and US 2007/0094255 (velocity, capped growth, exceptions for authorities)",
    lookalike="News, a launch, a competition: a surge asks for a look and never decides. Links of public "
    "bodies, schools and whoever has linked you for a year are left out; too little history says nothing.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
