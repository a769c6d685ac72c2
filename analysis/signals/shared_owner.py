"""A site run by whoever runs spam."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for pages with an account or a network that most of its judged domains use for spam.

    Such groups reach `Frames.kin` only when they are proven; see `analysis.verdicts.campaigns`.
    """
    is_tracker = nw.col("fingerprint") == "tracker"
    return frames.kin.filter(nw.col("kind") == "owner").pipe(
        told,
        "page_id",
        score=nw.when(is_tracker).then(policy["tracker"]).otherwise(policy["network"]),
        sentence=nw.format(
            "The page shares its {} with pages of {} domains; of {} that could be judged {} are spam.",
            nw.when(is_tracker).then(nw.lit("analytics or advertising account")).otherwise(nw.lit("network")),
            nw.col("domains").cast(nw.String),
            nw.col("judged").cast(nw.String),
            nw.col("spam").cast(nw.String),
        ),
        quote=quoted(nw.format("{}: {}", nw.col("fingerprint"), nw.col("value"))),
    )


SIGNAL = Signal(
    id="shared-owner",
    sees="An account of analytics or advertising, or a network of the answering server, that pages on many "
    "domains share, most of which are spam.",
    why="Whoever earns from a hundred generated sites counts them in one account and rents one host.",
    source="Starov et al., Betrayed by Your Dashboard: Discovering Malicious Campaigns via Web Analytics "
    "(WWW 2018); affiliated sources count as one, US 7,783,639",
    lookalike="An agency's account on its clients' honest sites, a shared host, a content network: most of "
    "their domains are no spam, and the signal is silent. It never decides: a hacked client is no agency.",
    needs=Pass.VERDICTS,
    find=find,
)
