"""Pages made to trade links."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told

NAMES = (
    r"\b(?:link exchange|exchange links|link partners?|partner links|linktausch|linkpartner|links?|liens|"
    r"échange de liens|scambio link|enlaces|intercambio de enlaces|linkruil|wymiana linków|odkazy|länkar)\b"
)
"""What such pages call themselves, in the languages of the hosts in reports that we have seen."""


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for pages that call themselves a link exchange and link to many strangers."""
    named = nw.col("title").str.to_lowercase().str.contains(NAMES)
    return frames.visits.filter(
        nw.col("readable"), named, nw.col("foreign_link_hosts") >= policy["hosts"]
    ).pipe(
        told,
        "page_id",
        "visit_id",
        score=policy["score"],
        sentence=nw.format(
            "The page calls itself a list of links, and links to {} foreign domains.",
            nw.col("foreign_link_hosts").cast(nw.String),
        ),
        quote=quoted(nw.col("title")),
    )


SIGNAL = Signal(
    id="link-exchange",
    sees="Pages whose title says links or link exchange, with links to many foreign domains.",
    why="Links that are traded say nothing of what they link to.",
    source="Nepotistic links (Davison 2000); Google's spam policies: excessive link exchange",
    lookalike="A hobby page of recommended links, a library's list: the score is a look at most.",
    needs=Pass.VISIT,
    find=find,
)
