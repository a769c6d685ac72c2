"""Pictures of strangers that are all called by the page's keyword."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.harvests import harvests_of
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for pages with pictures of many strangers, none of which is described."""
    return (
        harvests_of(frames, hosts=policy["hosts"])
        .filter(nw.col("traits").str.contains('"one-name-pictures"', literal=True))
        .join(frames.visits.select("page_id", "title"), on="page_id")
        .pipe(
            told,
            "page_id",
            "visit_id",
            score=policy["score"],
            sentence=nw.lit("Strangers' pictures are all called by the page's own keyword."),
            quote=nw.format(
                "pictures from {} foreign domains under one alternative text: {}",
                nw.col("foreign_embed_hosts").cast(nw.String),
                nw.col("title"),
            ),
        )
    )


SIGNAL = Signal(
    id="keyword-pictures",
    sees="Pictures from many foreign domains that all have the same alternative text, which is the page's "
    "title.",
    why="An alternative text says what a picture shows; who calls the pictures of eight strangers by one "
    "phrase looked for the phrase, not at the pictures.",
    source="Field observation (pages on hacked hosts, and lists of goods under one title, A27)",
    lookalike="A shop's photographs of one thing come from one domain; texts such as 'product image' are no "
    "titles; a plug-in writes the title below every picture, but honest titles mostly name their site; "
    "round-ups name each picture (E19).",
    needs=Pass.VISIT,
    find=find,
)
