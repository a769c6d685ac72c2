"""Links that come and go by the dozen."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for backlinks of targets that lost and won half of their linking domains in two months."""
    restless = (nw.col("growth") >= policy["rate"]) & (nw.col("death") >= policy["rate"])
    return frames.backlinks.filter(nw.col("before") >= policy["domains"], restless).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.format(
            "In 60 days the target won {}% new linking domains and lost {}% of {}.",
            (nw.col("growth") * 100).round(0).cast(nw.Int64).cast(nw.String),
            (nw.col("death") * 100).round(0).cast(nw.Int64).cast(nw.String),
            nw.col("before").cast(nw.String),
        ),
        quote=quoted(nw.col("target_url")),
    )


SIGNAL = Signal(
    id="link-churn",
    sees="Growth and death rate of the domains that link a target, over the last 60 days of the reports.",
    why="Generated pages live for weeks, and new ones take their place.",
    source="In-link growth and death rates (Shen et al., ICDM 2006)",
    lookalike="A target that is on and off the front page of news sites: the finding never decides.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
