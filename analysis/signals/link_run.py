"""A link to the property in a run of links to strangers, with hardly a word between them."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.harvests import in_a_run
from analysis.seen.visitors import VISITORS
from analysis.signal import Facts, Pass, Signal, quoted, told

TRADE_RUN = '"trade-run"'


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for every such run; decide where it names several trades and is no visitor's comment."""
    trades = nw.col("traits").str.contains(TRADE_RUN, literal=True)
    named = frames.pages.filter(nw.col("brand_on_page")).select("page_id").unique()
    return (
        frames.visits.filter(nw.col("readable"), in_a_run())
        .join(_links(frames), on="page_id")
        .join(named.with_columns(is_named=nw.lit(value=True)), on="page_id", how="left")
        .filter(trades | nw.col("is_named").is_null())
        .pipe(
            told,
            "page_id",
            "visit_id",
            score=policy["score"],
            decisive=trades & (nw.col("place") != VISITORS),
            sentence=nw.when(trades)
            .then(nw.lit("The link stands in a row with strangers' links of the trades that pay for them."))
            .otherwise(nw.lit("The link stands in a row with strangers' links, with hardly a word between.")),
            quote=quoted(nw.format("… {} [{}] {} …", nw.col("left"), nw.col("anchor"), nw.col("right"))),
        )
    )


def _links(frames: Frames) -> Facts:
    """Return one link of each page to the property, as seen."""
    links = frames.references.filter(nw.col("kind") == "link")
    return links.group_by("page_id").agg(nw.col("left", "right", "place").min(), nw.col("anchor").max())


SIGNAL = Signal(
    id="link-run",
    sees="Text links to a picture of yours in a row of links to strangers' pages, and rows of links that "
    "name several of the trades whose links are put on other people's pages.",
    why="Whoever breaks into a site adds the links of all his customers at one place, whatever it speaks of.",
    source="Field observation (blocks of links in every post of a database, defaced pages, pharmacy and "
    "gambling hacks); Google's spam policies: hacked content",
    lookalike="Photo credits and lists of figures are rows of links to pictures only; blogrolls, weekly "
    "lists and partners link to pages (E20, E27), and name you. In comments it never decides (D08).",
    needs=Pass.VISIT,
    find=find,
)
