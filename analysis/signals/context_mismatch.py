"""Do the words around the image, and of its page, have anything to do with the image?"""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.credits import credits_of
from analysis.seen.frames import Frames
from analysis.seen.harvests import harvests_of, in_a_run, outward, shared_by_people
from analysis.seen.visitors import VISITORS, VISITORS_ADDRESS
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where the image's words are known and there is context: the page's, or else the report's."""
    return nw.concat(
        [_on_the_page(frames, policy), _beside_the_link(frames, policy), _in_the_report(frames, policy)],
        how="vertical",
    )


def _on_the_page(frames: Frames, policy: Section) -> Facts:
    """Compare with what a visit read."""
    return _scored(_read(frames, policy), policy).pipe(
        told,
        "page_id",
        "backlink_id",
        "visit_id",
        score=nw.col("score"),
        sentence=nw.when(nw.col("brand_on_page"))
        .then(nw.lit("The page names you, and not only in the image's own caption."))
        .when(nw.col("linked"))
        .then(nw.lit("The page is in another script, and links its readers to a page of yours."))
        .when(nw.col("unnamed"))
        .then(nw.lit("Among strangers' pictures the page, in another script, does not name you."))
        .when(nw.col("named_on_page") == 0)
        .then(nw.format("The page says none of the image's words (“{}”).", nw.col("image_text")))
        .otherwise(
            nw.format(
                "The page says {}% of the image's words (“{}”).",
                (nw.col("named_on_page") * 100).round(0).cast(nw.Int64).cast(nw.String),
                nw.col("image_text"),
            )
        ),
        quote=quoted(nw.col("page_text")),
    )


def _read(frames: Frames, policy: Section) -> Facts:
    """Return the pages that can be compared with their image, and what softens the comparison."""
    there = frames.backlinks.filter(nw.col("state") == "present").select("backlink_id", "page_url", "slug")
    pages = frames.pages.filter(
        nw.col("image_words") >= policy["words"], nw.col("page_words") >= policy["page-words"]
    )
    return (
        pages.join(there, on="backlink_id")
        .join(_by_visitors(frames), on="backlink_id", how="left")
        .join(credits_of(frames), on="page_id", how="left")
        .join(_harvests(frames, policy), on="page_id", how="left")
        .join(
            frames.visits.select(
                "page_id", "foreign_embed_hosts", by_people=shared_by_people(), in_a_run=in_a_run()
            ),
            on="page_id",
        )
        .with_columns(nw.col("credits", "by_visitors", "harvests").fill_null(value=False))
        .with_columns(harvests=nw.col("harvests") | nw.col("in_a_run"))
        .with_columns(linked=nw.col("credits") & ~nw.col("comparable"))
        .with_columns(
            unnamed=nw.col("harvests")
            & ~nw.col("comparable")
            & (nw.col("slug").str.split(" ").list.len() >= policy["keyword"])
        )
        .filter(nw.col("comparable") | nw.col("linked") | nw.col("brand_on_page") | nw.col("unnamed"))
    )


def _scored(read: Facts, policy: Section) -> Facts:
    """Add the score; on a page made of strangers' pictures or links agreement is no evidence and left out.

    A page of few words cannot be expected to say what its picture shows, unless it was made of these.
    """
    settled = nw.col("brand_on_page") | nw.col("linked")
    visitors = nw.col("by_visitors") | nw.col("by_people") | nw.col("page_url").str.contains(VISITORS_ADDRESS)
    round_up = nw.col("credits") & (nw.col("foreign_embed_hosts") >= policy["crowd"])
    weight = (
        nw.when(visitors)
        .then(nw.lit(policy["visitors"]))
        .when(round_up)
        .then(nw.lit(policy["credited"]))
        .otherwise(nw.lit(1.0))
    )
    far = (
        nw.when(settled)
        .then(nw.lit(0.0))
        .when(nw.col("unnamed"))
        .then(nw.lit(policy["unnamed"]))
        .otherwise(_far("named_on_page", policy))
    )
    little = (nw.col("page_words") / policy["full-words"]).clip(0.0, 1.0)
    spoken = nw.when(nw.col("harvests")).then(nw.lit(1.0)).otherwise(little)
    return read.with_columns(score=far * weight * spoken).filter(
        ~nw.col("harvests") | (nw.col("score") >= policy["disagrees"])
    )


def _harvests(frames: Frames, policy: Section) -> Facts:
    return harvests_of(frames, hosts=policy["crowd"]).select("page_id", "harvests")


def _in_the_report(frames: Frames, policy: Section) -> Facts:
    """Compare with what the reports say of a page that nobody could read."""
    unread = frames.backlinks.filter(nw.col("about_image"), nw.col("title") != "").join(
        frames.visits.filter(nw.col("readable")).select("page_id"), on="page_id", how="anti"
    )
    sides = nw.min_horizontal("title_before", "title_after")
    salad = ((sides >= policy["salad"]) & ~nw.col("title_joined")).fill_null(value=False)
    known = nw.col("image_words") >= policy["words"]
    far = _far("named_in_report", policy) * policy["unread"]
    return (
        unread.filter(salad | known)
        .with_columns(
            score=nw.when(salad)
            .then(nw.lit(1.0))
            .when(nw.col("brand_in_report"))
            .then(nw.lit(0.0))
            .otherwise(far),
            salad=salad,
        )
        .pipe(
            told,
            "page_id",
            "backlink_id",
            score=nw.col("score"),
            sentence=nw.when(nw.col("salad"))
            .then(
                nw.format(
                    "The reported title wraps the address's words (“{}”) in words that have nothing to do "
                    "with them.",
                    nw.col("slug"),
                )
            )
            .otherwise(
                nw.format(
                    "The report's words around the image have little of its own (“{}”).", nw.col("image_text")
                )
            ),
            quote=quoted(nw.col("title")),
        )
    )


def _beside_the_link(frames: Frames, policy: Section) -> Facts:
    """Compare a text link with the words beside it; off topic it is no strong sign.

    In a text made of links to strangers neither agreement nor its lack means anything.
    """
    near = nw.col("shared") != ""
    made_of_links = frames.visits.filter(outward(policy["outward"])).select("page_id")
    alone = frames.links.join(made_of_links, on="page_id", how="anti")
    return alone.pipe(
        told,
        "page_id",
        "backlink_id",
        "visit_id",
        score=nw.when(near).then(nw.lit(0.0)).otherwise(nw.lit(policy["link"])),
        sentence=nw.when(near)
        .then(nw.lit("The text beside the link speaks of what it links to."))
        .otherwise(nw.lit("The text beside the link shares no word with what it links to.")),
        quote=nw.format("… {} [{}] {} …", nw.col("left"), nw.col("anchor"), nw.col("right")),
    )


def _far(share: str, policy: Section) -> nw.Expr:
    return 1.0 - (nw.col(share) / policy["near"]).clip(0.0, 1.0)


def _by_visitors(frames: Frames) -> Facts:
    return (
        frames.references.filter(nw.col("backlink_id") != 0, nw.col("place") == VISITORS)
        .select("backlink_id")
        .unique()
        .with_columns(by_visitors=nw.lit(value=True))
    )


SIGNAL = Signal(
    id="context-mismatch",
    sees="Which share of the image's words (file name, its own page) the page's title, heading and text "
    "have, without the image's alt text and a caption that repeats it; before a visit, the reported words.",
    why="An honest page shows a picture because it speaks of what is on it.",
    source="US 8,577,893 (words beside links); field observation of reported titles",
    lookalike="Off-topic pictures in forums (E22), sparse hobby pages (E23), articles in another language "
    "(E24): visitors and contests count less, too few words are no evidence, and your name on the page "
    "settles it.",
    needs=Pass.REPORT,
    find=find,
)
