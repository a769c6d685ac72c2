"""Strangers' pictures without a word, under an address that says what ours shows."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.harvests import harvests_of
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for harvests that say less than a word a picture, and whose title and address are the image's.

    Decisive for so many strangers that nobody put them together by hand.
    """
    named = frames.backlinks.filter(nw.col("named_in_slug") >= policy["cover"]).select("page_id").unique()
    return (
        harvests_of(frames, hosts=policy["hosts"])
        .select("page_id", "harvests")
        .join(frames.visits.filter(nw.col("titled_by_address"), ~nw.col("noindex")), on="page_id")
        .filter(nw.col("prose_words") < nw.col("foreign_embeds") * policy["words"])
        .join(named, on="page_id")
        .pipe(
            told,
            "page_id",
            "visit_id",
            score=policy["score"],
            decisive=nw.col("foreign_embed_hosts") >= policy["many-hosts"],
            sentence=nw.lit(
                "Address and title name your image, and below them stand strangers' pictures without a word."
            ),
            quote=nw.format(
                "pictures from {} foreign domains, {} words of prose: {}",
                nw.col("foreign_embed_hosts").cast(nw.String),
                nw.col("prose_words").cast(nw.String),
                nw.col("title"),
            ),
        )
    )


SIGNAL = Signal(
    id="wordless-gallery",
    sees="Pages of strangers' pictures with less than a word a picture, under a title that is the address's "
    "keyword and an address that has the image's words.",
    why="A person who shows pictures says something of them, if only whose they are; a generator needs no "
    "more than its keyword.",
    source="Field observation (the templates of two generators, Shuriken and EKAMI: title and heading are "
    "the keyword, whatever else is left out)",
    lookalike="Light boxes, mood boards and class pages have no words either: their addresses are dates, "
    "rooms and names, and no keyword of three words that is the image's. A mood board of four or five is "
    "flagged.",
    needs=Pass.VISIT,
    find=find,
)
