"""Does the page show the picture that it is reported to show?"""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.harvests import harvests_of
from analysis.signal import Facts, Pass, Signal, quoted, told

SHOWN = ("visible", "lazy", "collapsed")
UNOBSERVED = "unobserved"
"""Read in an archive's list of links: nobody saw whether the page shows it."""
OF_THE_IMAGE = ("L0", "L1", "L2", "L3", "L4", "L5", "L8")
"""Match levels that are the picture itself, not its page or the property."""
CLOSED = ("gone", "parked", "soft-404")
"""Absences that say nothing about what the page showed."""


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for every image backlink of a page that a visit could read.

    Silent where the image is shown in a crowd of strangers' pictures: that is what generators do. What is
    shown on some loads only is another signal's matter.
    """
    backlinks = frames.backlinks.filter(
        nw.col("about_image"),
        nw.col("state").is_in(["present", "absent"]),
        ~nw.col("reason").is_in(CLOSED),
        nw.col("visibility") != UNOBSERVED,
        ~((nw.col("seen_loads") > 0) & (nw.col("seen_loads") < nw.col("loads"))),
    )
    to_page = (nw.col("state") == "present") & nw.col("visibility").is_in(SHOWN)
    judged = backlinks.join(_seen(frames), on="backlink_id", how="left").with_columns(
        shown=nw.col("shown").fill_null(value=False) | (to_page & ~nw.col("target_is_image")),
        linked=nw.col("linked").fill_null(value=False) | to_page,
    )
    crowd = harvests_of(frames, hosts=policy["crowd"]).select("page_id", "harvests")
    judged = judged.join(crowd, on="page_id", how="left").filter(
        ~nw.col("shown") | nw.col("harvests").is_null()
    )
    found_url = nw.col("found_url")
    return judged.pipe(
        told,
        "page_id",
        "backlink_id",
        "visit_id",
        score=_by_kind(*(policy[kind] for kind in ("shown", "linked-only", "absent", "unseen"))),
        sentence=_by_kind(
            "The page shows what was reported.",
            "The page refers to the image's page or links to the image by text, but does not show it.",
            "The page neither shows the reported image nor links to it.",
            "No reader sees the reported image: the page names it only where nothing is shown.",
        ),
        quote=nw.when(found_url.is_null()).then(nw.col("detail")).otherwise(quoted(found_url)),
    )


def _by_kind(shown: float | str, linked: float | str, absent: float | str, unseen: float | str) -> nw.Expr:
    """Return what is said of a picture that is shown, only linked to, not there, or there and never seen."""
    return (
        nw.when(nw.col("shown"))
        .then(nw.lit(shown))
        .when(nw.col("linked"))
        .then(nw.lit(linked))
        .when(nw.col("state") == "absent")
        .then(nw.lit(absent))
        .otherwise(nw.lit(unseen))
    )


def _seen(frames: Frames) -> Facts:
    """Return for each backlink whether its image is shown or linked by a text that readers see."""
    visible = nw.col("visibility").is_in(SHOWN)
    picture = nw.col("level").is_in(OF_THE_IMAGE) & visible
    return (
        frames.references.filter(nw.col("backlink_id") != 0)
        .with_columns(
            shown=picture & (nw.col("kind") == "embed"),
            linked=visible & (nw.col("kind") == "link"),
        )
        .group_by("backlink_id")
        .agg(nw.col("shown").any(), nw.col("linked").any(), found_url=nw.col("url").min())
    )


SIGNAL = Signal(
    id="image-not-shown",
    sees="Whether the page shows the reported image to a reader, only links to it, or does neither.",
    why="Image-link spam claims pictures that its pages do not show, or names them in metadata only.",
    source="Field observation: the report that began this project",
    lookalike="A page whose picture was removed since (E27) or hides behind a wall (E31): the first is "
    "weighed with the other signals, on the second the signal is silent.",
    needs=Pass.VISIT,
    find=find,
)
