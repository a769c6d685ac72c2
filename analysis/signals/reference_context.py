"""The same words around a link on many domains."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where far more domains than chance allows have one pair of rare words around the link."""
    most = nw.max_horizontal(nw.lit(policy["fewest"]), policy["share"] * nw.col("linking_domains"))
    return frames.backlinks.filter(nw.col("context_domains") > most).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.format(
            "{} of {} domains have the same rare words on both sides of the link.",
            nw.col("context_domains").cast(nw.String),
            nw.col("linking_domains").cast(nw.String),
        ),
        quote=quoted(
            nw.format(
                "{}: … {} [{}] {} …", nw.col("context"), nw.col("left"), nw.col("anchor"), nw.col("right")
            )
        ),
    )


SIGNAL = Signal(
    id="reference-context",
    sees="The rarest real word of the five on each side of a link, and how many domains have the same pair.",
    why="Whoever writes for himself finds his own words; templates and spun texts repeat theirs.",
    source="US 8,577,893 (Patterson, Haahr)",
    lookalike="A press release or a badge that many sites copy. Words that fewer than 50 domains have are no "
    "real words, so small reports are silent.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
