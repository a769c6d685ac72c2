"""Pictures of strangers that have nothing to do with the page they stand on, or with each other."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.seen.harvests import crowds_without_us, harvests_of
from analysis.signal import Facts, Pass, Signal, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where pictures of enough other domains say what they show, and some do not fit the page.

    Decisive in a crowd that nobody gathers by hand, on a page that never names the property.
    """
    named, fitting = nw.col("picture_hosts_named"), nw.col("picture_hosts_fitting")
    strangers = 1.0 - fitting / named
    return (
        harvests_of(frames, hosts=policy["hosts"])
        .drop("visit_id", "traits", "foreign_embed_hosts")
        .join(frames.visits, on="page_id")
        .filter(~nw.col("noindex"), named >= policy["hosts"])
        .with_columns(score=(strangers / policy["strangers"]).clip(0.0, 1.0))
        .filter(nw.col("score") > 0)
        .join(crowds_without_us(frames, hosts=policy["crowd"]), on="page_id", how="left")
        .pipe(
            told,
            "page_id",
            "visit_id",
            score=nw.col("score"),
            decisive=nw.col("crowded").fill_null(value=False) & (nw.col("score") >= policy["strong"]),
            sentence=nw.lit(
                "The page shows strangers' pictures that have nothing to do with what it is about."
            ),
            quote=nw.format(
                "the pictures of {} of {} domains share no word with: {}",
                (named - fitting).cast(nw.String),
                named.cast(nw.String),
                nw.col("title"),
            ),
        )
    )


SIGNAL = Signal(
    id="picture-salad",
    sees="How many of the other domains that pictures come from give none whose alternative text has a word "
    "of the page's title, heading or address.",
    why="A generator shows what an image search gives for its keyword: half of it is about something else.",
    source="Field observation (9,387 pictures on 1,177 generated pages: 46 % share a word with the keyword)",
    lookalike="Round-ups credit their pictures with links (E19); search front ends ask not to be indexed "
    "(E12). Pictures that all fit are no sign of honesty, so the signal is silent there. It decides from ten "
    "domains on alone, and never where the page names you, answers a reader's query or is a thread.",
    needs=Pass.VISIT,
    find=find,
)
