"""Born together, died together."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for lost backlinks of a week whose domains were nearly all lost within two months."""
    together = (nw.col("cohort_domains") >= policy["domains"]) & (nw.col("cohort_lost") >= policy["lost"])
    return frames.backlinks.filter(together).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.format(
            "It came with {} other domains in one week, and {}% of them were gone within 60 days.",
            (nw.col("cohort_domains") - 1).cast(nw.String),
            (nw.col("cohort_lost") * 100).round(0).cast(nw.Int64).cast(nw.String),
        ),
        quote=nw.format("reported lost: {}", nw.col("lost_reason")),
    )


SIGNAL = Signal(
    id="short-lived-links",
    sees="Whether the domains that came in one week were lost again within 60 days.",
    why="Pages on hacked hosts come together and are cleaned up together.",
    source="Temporal features (Shen et al., ICDM 2006)",
    lookalike="A tool that changes its index loses many links at once, of all ages: only links that lived "
    "for less than 60 days count.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
