"""Text that no writer leaves: repetition, no function words."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for pages with enough words whose measures lie where hardly an honest page is."""
    repeated = nw.col("compression") >= policy["zip-ratio"]
    bare = (nw.col("common_word_share") > 0) & (nw.col("common_word_share") < policy["common-words"])
    return frames.visits.filter(nw.col("readable"), nw.col("words") >= policy["words"], repeated | bare).pipe(
        told,
        "page_id",
        "visit_id",
        score=policy["score"],
        sentence=nw.when(nw.col("compression") >= policy["zip-ratio"])
        .then(nw.lit("The page's text repeats itself far more than prose does."))
        .otherwise(nw.lit("The page's text has hardly any of the words that sentences need.")),
        quote=nw.format(
            "{} words, zip ratio {}, {}% common words: {}",
            nw.col("words").cast(nw.String),
            nw.col("compression").round(1).cast(nw.String),
            (nw.col("common_word_share") * 100).round(0).cast(nw.Int64).cast(nw.String),
            nw.col("title"),
        ),
    )


SIGNAL = Signal(
    id="content-measures",
    sees="How far the page's text can be compressed, and its share of a language's most common words.",
    why="Query lists and stitched texts repeat phrases and lack function words. It flags and never clears: "
    "fluent generated text has neither fault.",
    source="Ntoulas et al. 2006; US 8,554,769 (gibberish)",
    lookalike="Tables, timetables and lists of names: the finding never decides, and short pages are silent.",
    needs=Pass.VISIT,
    find=find,
)
