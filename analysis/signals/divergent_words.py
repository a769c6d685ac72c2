"""Words beside the image that fit your page, on a page that neither they nor your page fit."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.credits import credits_of
from analysis.seen.frames import Frames
from analysis.seen.visitors import VISITORS, VISITORS_ADDRESS
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak where the words beside the link are near your page, and the page around them far from both."""
    far = nw.all_horizontal(
        *(
            nw.col(pair) > policy["multiplier"] * nw.col(f"{pair}_cut")
            for pair in ("beside_page", "page_own")
        ),
        ignore_nulls=False,
    )
    near = nw.col("beside_own") < policy["nearer"] * nw.col("beside_page")
    return (
        frames.disagreements.filter(
            far, near, nw.col("place") != VISITORS, ~nw.col("page_url").str.contains(VISITORS_ADDRESS)
        )
        .join(credits_of(frames), on="page_id", how="anti")
        .pipe(
            told,
            "page_id",
            "backlink_id",
            "visit_id",
            score=policy["score"],
            sentence=nw.format(
                "The words beside your link are your page's (divergence {}), not those of the page around "
                "them ({}), which is far from yours ({}).",
                nw.col("beside_own").round(1).cast(nw.String),
                nw.col("beside_page").round(1).cast(nw.String),
                nw.col("page_own").round(1).cast(nw.String),
            ),
            quote=quoted(nw.format("{} — beside: {}", nw.col("title"), nw.col("beside"))),
        )
    )


SIGNAL = Signal(
    id="divergent-words",
    sees="Three divergences of language models: what stands beside the link from the page around it, that "
    "from your own page, and the page from yours; each against the cut between two Gaussians.",
    why="Spam carries the words of your image to a page about something else.",
    source="Mishne, Carmel, Lempel (AIRWeb 2005) and Benczúr et al. (WWW 2006), language-model disagreement",
    lookalike="A round-up that credits you, a thread in which somebody shows your picture (both left out); "
    "an article in another language than your page's is not compared. Pages of one kind have no cut.",
    needs=Pass.VISIT,
    find=find,
)
