"""The address speaks of our image; the page, as anybody sees it today, does not."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told

LIVING = ("replaced", "redirected-home", "redirected-elsewhere", "same-as-home")
HOME = ("redirected-home", "same-as-home")
AT_HOME = (
    "The address names your image (“{}”), but the page is the site's home page: it neither shows the image "
    "nor says those words."
)
ELSEWHERE = "The address names your image (“{}”), but the page speaks of something else and does not show it."


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where the image is absent from a living page whose address or reported title names it.

    V1 status 200, V2 target absent, V3 the address or title carries the image's words, V4 the page is the
    host's home page or what a random address there shows, V5 it speaks of something else.
    Without V3 a redesign or an expired link explains the absence, and the signal is silent. Without V4 the
    address itself must carry the words, and the reported title must not name the property, as honest articles
    do whose domain has a new owner (C13). Decisive only where the report knows the title, and that is a
    keyword and nothing else: an honest page that moved keeps its address, too, and a title that says more, or
    names its site, was written for readers. Shops call a page by its product's name alone, and take it down
    with the product.
    """
    is_home = nw.col("like_home") | nw.col("like_sibling") | nw.col("reason").is_in(HOME)
    is_addressed = (nw.col("named_in_slug") >= policy["cover"]) & ~nw.col("brand_in_report")
    has_moved = (
        (nw.col("title") == "")
        | (nw.col("title_beyond") >= policy["beyond"])
        | nw.col("title_names_host")
        | nw.col("is_shop")
    )
    is_silent = (nw.col("named_on_page") == 0) & ~nw.col("brand_on_page")
    image = nw.col("image_text")
    return (
        _named_and_absent(frames, policy)
        .join(_readable(frames), on="page_id")
        .join(frames.pages.select("backlink_id", "named_on_page", "brand_on_page"), on="backlink_id")
        .filter(is_silent, is_home | ((nw.col("reason") == "replaced") & is_addressed))
        .pipe(
            told,
            "page_id",
            "backlink_id",
            "visit_id",
            score=nw.when(has_moved).then(nw.lit(policy["moved"])).otherwise(nw.lit(1.0)),
            decisive=~has_moved,
            sentence=nw.when(is_home).then(nw.format(AT_HOME, image)).otherwise(nw.format(ELSEWHERE, image)),
            quote=nw.format("{} now shows: {}", quoted(nw.col("page_url")), quoted(nw.col("page_title"))),
        )
    )


def _named_and_absent(frames: Frames, policy: Section) -> Facts:
    """V1 to V3; a reported title that was written about the property is that of a moved review (C13)."""
    return frames.backlinks.filter(
        nw.col("state") == "absent",
        nw.col("reason").is_in(LIVING),
        nw.col("image_words") >= 1,
        nw.max_horizontal("named_in_slug", "named_in_title") >= policy["cover"],
        ~nw.col("title_about_owner"),
    )


def _readable(frames: Frames) -> Facts:
    """Return what the pages that could be read look like."""
    return frames.visits.filter(nw.col("readable")).select(
        "page_id",
        "like_home",
        "like_sibling",
        page_title=nw.col("title"),
        is_shop=nw.col("traits").str.contains('"shop"', literal=True),
    )


SIGNAL = Signal(
    id="vanished-image",
    sees="A living page without the reported image whose address or reported title carries its words.",
    why="Such pages were made for the words of the image and switched off or cloaked later: a basketball "
    "club's l-orchestre-parfum.html that shows the club's home page.",
    source="Field observation: the report that began this project",
    lookalike="A redesign or an expired post: there the address does not carry the image's words, or the "
    "page still speaks of the matter. A review whose site moved: its title named you and said more than a "
    "keyword; where the title is not known, says more or names its site, or the page is a shop's, the "
    "finding asks for a look and never decides. An honest 'not found' text is gone, not spam.",
    needs=Pass.VISIT,
    find=find,
)
