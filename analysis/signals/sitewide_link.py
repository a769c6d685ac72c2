"""One link on every page of a site."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where so many pages of a domain link one target by one anchor."""
    return frames.backlinks.filter(nw.col("site_pages") >= policy["pages"]).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.format(
            "{} pages of the domain carry the same link.", nw.col("site_pages").cast(nw.String)
        ),
        quote=nw.format("[{}] on {}", nw.col("anchor"), nw.col("domain")),
    )


SIGNAL = Signal(
    id="sitewide-link",
    sees="How many reported pages of one domain link the same target by the same anchor.",
    why="Links in templates are one decision, not a hundred, and are often sold.",
    source="Sitewide links; US 7,783,639 (affiliated votes are capped)",
    lookalike="Blogrolls, partners and designers stand on every page too: the score is below a look.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
