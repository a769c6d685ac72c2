"""Pictures of strangers that link to their own files, or are credited in bare words."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.harvests import crowds_without_us, harvests_of
from analysis.signal import Facts, Pass, Signal, told

HABITS = ("self-linked-images", "source-captions")


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for pages with pictures of many strangers and a habit of those who harvest them.

    Decisive in a crowd that nobody gathers by hand, on a page that never names the property.
    """
    return (
        harvests_of(frames, hosts=policy["hosts"])
        .filter(nw.col("traits").str.contains("|".join(HABITS)))
        .join(crowds_without_us(frames, hosts=policy["crowd"]), on="page_id", how="left")
        .pipe(
            told,
            "page_id",
            "visit_id",
            score=policy["score"],
            decisive=nw.col("crowded").fill_null(value=False),
            sentence=nw.when(nw.col("traits").str.contains(HABITS[0], literal=True))
            .then(nw.lit("Each picture of a stranger links to nothing but its own file."))
            .otherwise(nw.lit("The captions name many hosts and link to none of them.")),
            quote=nw.format(
                "pictures from {} foreign domains", nw.col("foreign_embed_hosts").cast(nw.String)
            ),
        )
    )


SIGNAL = Signal(
    id="borrowed-pictures",
    sees="Pictures from many foreign domains that link to themselves, or whose captions name their hosts "
    "without a link.",
    why="A person who borrows a picture links to where it comes from; a generator has only its address.",
    source="Field observation (the templates of two generators, Shuriken and EKAMI)",
    lookalike="Portfolios and light boxes link pictures to themselves (E26), but to their own; round-ups "
    "credit with links (E19), contests and clubs name the makers. It decides from ten domains on alone, and "
    "never where the page names you, answers a reader's query or is a thread.",
    needs=Pass.VISIT,
    find=find,
)
