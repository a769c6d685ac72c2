"""A reference that only some readings of a page see."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where every find of a backlink was seen by the second reading alone."""
    by_browser = frames.references.filter(nw.col("readings").str.contains("browser", literal=True))
    return (
        frames.references.filter(nw.col("backlink_id") != 0)
        .join(by_browser.select("backlink_id").unique(), on="backlink_id", how="anti")
        .unique("backlink_id")
        .pipe(
            told,
            "page_id",
            "backlink_id",
            "visit_id",
            score=policy["score"],
            sentence=nw.lit("Report crawlers can see this reference; a browser does not."),
            quote=quoted(nw.col("url")),
        )
    )


SIGNAL = Signal(
    id="parser-dependent",
    sees="References that the lenient reading (BeautifulSoup over lxml) or the plain source has and the "
    "reading of a browser has not.",
    why="Markup that only a crawler's parser reads as a link shows it to machines alone.",
    source="Field observation: report crawlers use other parsers than browsers",
    lookalike="Broken templates and lazy-loading twins do the same by accident: a weak finding.",
    needs=Pass.VISIT,
    find=find,
)
