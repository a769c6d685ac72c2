"""A page all of whose links lead to strangers."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.harvests import is_search, outward
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for pages that link to many foreign domains and hardly to their own site.

    Decisive where the page is nothing but its keyword, and long: then it is a doorway and no list of links.
    """
    doorway = (
        ~nw.col("keyword").is_null()
        & (nw.col("foreign_link_hosts") >= policy["many"])
        & (nw.col("prose_words") >= policy["prose"])
    )
    return frames.visits.filter(nw.col("readable"), outward(policy["hosts"]), ~is_search()).pipe(
        told,
        "page_id",
        "visit_id",
        score=policy["score"],
        decisive=doorway,
        sentence=nw.when(doorway)
        .then(nw.lit("A long text about one keyword, in which every link leads to another stranger."))
        .otherwise(nw.lit("Nearly every link of the page leads to another stranger, none to its own site.")),
        quote=nw.format(
            "{} of {} links go to {} foreign domains, {} words of prose: {}",
            nw.col("foreign_links").cast(nw.String),
            nw.col("links").cast(nw.String),
            nw.col("foreign_link_hosts").cast(nw.String),
            nw.col("prose_words").cast(nw.String),
            nw.col("title"),
        ),
    )


SIGNAL = Signal(
    id="outward-links",
    sees="Pages that link to many foreign domains, one link each, and hardly to any page of their own site.",
    why="Doorways on hacked hosts feed each other; a page that belongs to a site has that site's navigation.",
    source="Doorway clusters, US 7,302,645; 40 real doorway pages of one kit: 31 of 31 links foreign, 29 to "
    "31 domains, 5,000 words",
    lookalike="Old lists of recommended links have no navigation either: they have hardly any prose and no "
    "keyword in their address, so they are flagged, not called spam. Search front ends are left out (E12).",
    needs=Pass.VISIT,
    find=find,
)
