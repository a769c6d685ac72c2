"""The same words around a link on many domains."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where far more domains than chance allows have one pair of rare words around the link.

    Or where so many have it that it is no accident, and most of them came at once.
    """
    domains = nw.col("context_domains")
    is_copied = domains > nw.max_horizontal(
        nw.lit(policy["fewest"]), policy["share"] * nw.col("linking_domains")
    )
    is_sudden = (domains > policy["fewest"]) & (nw.col("context_surge").fill_null(0.0) > policy["surge"])
    return frames.backlinks.filter(is_copied | is_sudden).pipe(
        told,
        "page_id",
        "backlink_id",
        score=nw.when(is_copied).then(nw.lit(policy["score"])).otherwise(nw.lit(policy["sudden"])),
        sentence=nw.format(
            "{} of {} domains have the same rare words on both sides of the link{}.",
            domains.cast(nw.String),
            nw.col("linking_domains").cast(nw.String),
            nw.when(is_sudden).then(nw.lit(", many of them since one week")).otherwise(nw.lit("")),
        ),
        quote=quoted(
            nw.format(
                "{}: … {} [{}] {} …", nw.col("context"), nw.col("left"), nw.col("anchor"), nw.col("right")
            )
        ),
    )


SIGNAL = Signal(
    id="reference-context",
    sees="The rarest real word of the five on each side of a link, how many domains have the same pair, and "
    "whether they came at once.",
    why="Whoever writes for himself finds his own words; templates and spun texts repeat theirs.",
    source="US 8,577,893 (Patterson, Haahr)",
    lookalike="A press release or a badge that many sites copy: up to twenty domains are silent, and coming "
    "at once only asks for a look. No real words are those that fewer than 50 domains have, or in a small "
    "report those that are in no list of common words.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
