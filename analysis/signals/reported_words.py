"""The page that the report quotes is another one than anybody sees today."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told

ROLLING = r"(?i)/(?:page|seite|pagina|strona|tag|categor\w+|archives?|feed)(?:/|$)|[?&](?:paged?|cat|tag)="
"""Addresses of lists whose entries move on."""


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where a living page lacks the reference and says next to nothing of what the report quotes."""
    return frames.reported.filter(
        nw.col("reported_words") >= policy["words"],
        nw.col("still") <= policy["still"],
        ~nw.col("page_url").str.contains(ROLLING),
    ).pipe(
        told,
        "page_id",
        "backlink_id",
        "visit_id",
        score=policy["score"],
        sentence=nw.format(
            "Of {} words that the report quotes from the page it says {}% today.",
            nw.col("reported_words").cast(nw.String),
            (nw.col("still") * 100).round(0).cast(nw.Int64).cast(nw.String),
        ),
        quote=nw.format("reported: {} — now: {}", quoted(nw.col("reported")), quoted(nw.col("page_title"))),
    )


SIGNAL = Signal(
    id="reported-words",
    sees="The title and the words beside the link as reported, against all words of the page as we see it; "
    "the image's own words and your names are left out.",
    why="The report's crawler was shown another page than visitors are: cloaked, or switched off since.",
    source="Wu and Davison, Detecting Semantic Cloaking on the Web (WWW 2006): copies that differ in terms; "
    "the report is the crawler's copy here",
    lookalike="A list that moved on (its address says so), a site that shows each visitor his language, a "
    "redesign, a domain with a new owner: it never asks for a look alone. A page that still says those "
    "words lost your image only.",
    needs=Pass.VISIT,
    find=find,
)
