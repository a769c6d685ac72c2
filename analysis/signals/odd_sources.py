"""Linking domains that come from one corner, or from all corners alike."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where the parts' entropy is near a limit and stands out from the other months or targets."""
    oddness, entropy = nw.col("source_oddness"), nw.col("source_entropy")
    alike = (oddness < -policy["deviations"]) & (entropy <= policy["alike"])
    even = (oddness > policy["deviations"]) & (entropy >= policy["even"])
    return frames.backlinks.filter(alike | even).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.when(oddness < 0)
        .then(
            nw.format(
                "Nearly all domains of its {} have one {}, unlike the others.",
                nw.col("source_among"),
                nw.col("source_kind"),
            )
        )
        .otherwise(
            nw.format(
                "The domains of its {} are spread over each {} alike, unlike the others.",
                nw.col("source_among"),
                nw.col("source_kind"),
            )
        ),
        quote=quoted(
            nw.format(
                "{} domains, most often {}; entropy {}",
                nw.col("source_domains").cast(nw.String),
                nw.col("source"),
                entropy.round(3).cast(nw.String),
            )
        ),
    )


SIGNAL = Signal(
    id="odd-sources",
    sees="The entropy of top-level domains, languages and networks of a month's new domains and of a "
    "target's domains, against the other months and targets, both ways.",
    why="Whoever makes links takes the cheapest names, or strews them evenly; people do neither.",
    source="US 7,974,970 (statistics over parted in-links; an entropy near either limit is unnatural)",
    lookalike="A shop of one country has all its links from there: only what differs from its own other "
    "months or targets is told. The press of one country does the same for a month, so it never decides.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
