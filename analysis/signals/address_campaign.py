"""One odd shape of address on many unrelated domains."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where enough registrable domains of the reports share the mark in the page's address."""
    domains = nw.col("mark_domains").cast(nw.Float64)
    return (
        frames.backlinks.filter(domains >= policy["domains"])
        .pipe(
            told,
            "page_id",
            score=policy["score"],
            sentence=nw.format(
                "The address has a shape ({}) that {} unrelated domains in your reports share.",
                nw.col("mark"),
                nw.col("mark_domains").cast(nw.String),
            ),
            quote=quoted(nw.col("page_url")),
        )
        .unique("page_id")
    )


SIGNAL = Signal(
    id="address-campaign",
    sees="Marks in addresses that no content system gives, shared by many domains of the reports.",
    why="One kit on many hacked hosts names its pages in one way.",
    source="deSEO (John et al. 2011: addresses alone find poisoned hosts); doorway clusters, US 7,302,645",
    lookalike="A site that numbers its own pages oddly: one domain, however many pages, is no campaign.",
    needs=Pass.REPORT,
    find=find,
)
