"""One long phrase as the address of pages on many unrelated domains."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where enough registrable domains of the reports have the same long phrase as an address."""
    words = nw.col("shared_address").str.split(" ").list.len()
    return (
        frames.backlinks.filter(nw.col("address_domains") >= policy["domains"], words >= policy["words"])
        .pipe(
            told,
            "page_id",
            score=policy["score"],
            sentence=nw.format(
                "{} unrelated domains in your reports have a page under the same words.",
                nw.col("address_domains").cast(nw.String),
            ),
            quote=quoted(nw.col("shared_address")),
        )
        .unique("page_id")
    )


SIGNAL = Signal(
    id="shared-address",
    sees="The same phrase of five and more words as the last part of addresses on many registrable domains.",
    why="One list of keywords, or one advertisement of a link seller, is posted to every host of a network.",
    source="Doorway clusters, US 7,302,645; a real 2026 export, where link sellers "
    "advertise themselves on 34 domains",
    lookalike="A press release or a syndicated article keeps its address, too (E06): the finding counts only "
    "where nothing is known of the page itself. Names of places are shorter.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
