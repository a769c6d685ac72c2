"""A reference that no reader can see, in the company of others that go to strangers."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told

IN_A_FRAME = "in a frame"
"""As `crawler.visits.framed` says it: a whole page of the site is hidden, which is payload enough (B16)."""
HIDDEN = ("hidden", "hidden-by-script")


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where a reference to the property is hidden and the page carries a payload."""
    hidden = frames.references.filter(nw.col("visibility").is_in(HIDDEN), nw.col("kind") != "mention")
    first = hidden.group_by("page_id").agg(
        nw.col("backlink_id").max(), nw.col("hidden_by").min(), hidden_url=nw.col("url").min()
    )
    seen = frames.references.filter(~nw.col("visibility").is_in(HIDDEN), nw.col("visibility") != "inert")
    shown = seen.select("page_id").unique().with_columns(also_shown=nw.lit(value=True))
    return (
        first.join(shown, on="page_id", how="left")
        .join(frames.visits.filter(nw.col("readable")), on="page_id")
        .filter(
            nw.col("also_shown").is_null(),
            (nw.max_horizontal("foreign_link_hosts", "foreign_embed_hosts") >= policy["payload"])
            | nw.col("hidden_by").str.starts_with(IN_A_FRAME),
        )
        .with_columns(backlink_id=nw.when(nw.col("backlink_id") != 0).then(nw.col("backlink_id")))
        .pipe(
            told,
            "page_id",
            "visit_id",
            "backlink_id",
            score=1.0,
            decisive=True,
            sentence=nw.when(nw.col("hidden_by").str.starts_with(IN_A_FRAME))
            .then(nw.format("The page hides a page that refers to you ({}).", nw.col("hidden_by")))
            .otherwise(
                nw.format(
                    "The page hides its reference to you ({}), and refers to {} unrelated domains.",
                    nw.col("hidden_by"),
                    nw.max_horizontal("foreign_link_hosts", "foreign_embed_hosts").cast(nw.String),
                )
            ),
            quote=quoted(nw.col("hidden_url")),
        )
    )


SIGNAL = Signal(
    id="hidden-reference",
    sees="References to the property that the page hides, where it also refers to several unrelated domains.",
    why="Hidden links and pictures to strangers are made for machines: nobody was meant to see them.",
    source="US 8,392,823 (hidden content); field observation; Google's spam policies",
    lookalike="Honeypot fields, screen-reader text, menus, sliders and lazy loading hide things too, but "
    "carry no payload, or none that stays hidden (B18 to B23).",
    needs=Pass.VISIT,
    find=find,
)
