"""Many pictures from many unrelated hosts on one page."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.credits import credits_of
from analysis.seen.frames import Frames
from analysis.seen.harvests import in_a_run, is_search, outward, shared_by_people
from analysis.seen.visitors import VISITORS_ADDRESS
from analysis.signal import Facts, Pass, Signal, number_of, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for every page that a visit could read, but for one that was made of links instead."""
    hosts = nw.col("foreign_embed_hosts").cast(nw.Float64)
    few, many = policy["few-hosts"], policy["many-hosts"]
    return (
        frames.visits.filter(
            nw.col("readable"),
            ~(outward(policy["outward"]) & (nw.col("foreign_embeds") == 0)),
            ~(in_a_run() & (hosts <= few)),
        )
        .with_columns(
            crowd=((hosts - few) / (many - few)).clip(0.0, 1.0),
        )
        .join(credits_of(frames), on="page_id", how="left")
        .with_columns(score=_score(policy))
        .pipe(
            told,
            "page_id",
            "visit_id",
            score=nw.col("score"),
            sentence=nw.when(nw.col("score") > 0)
            .then(nw.lit("The page collects pictures from many unrelated hosts."))
            .otherwise(nw.lit("The page does not collect pictures from unrelated hosts.")),
            quote=nw.format(
                "{} from {}, {} words of prose: {}",
                number_of(nw.col("foreign_embeds"), "picture"),
                number_of(nw.col("foreign_embed_hosts"), "foreign domain"),
                nw.col("prose_words").cast(nw.String),
                nw.col("title"),
            ),
        )
    )


def _score(policy: Section) -> nw.Expr:
    """Return how crowded the page is, less where somebody chose the pictures or says whose they are."""
    return (
        nw.when(~nw.col("diverse") | is_search())
        .then(nw.lit(0.0))
        .when(nw.col("credits").fill_null(value=False))
        .then(nw.col("crowd") * policy["credited"])
        .when(nw.col("url").str.contains(VISITORS_ADDRESS) | shared_by_people())
        .then(nw.col("crowd") * policy["visitors"])
        .otherwise(nw.col("crowd"))
    )


SIGNAL = Signal(
    id="gallery-page",
    sees="How many foreign domains the page takes its pictures from, and whether it credits them.",
    why="Generators fill a page with the results of an image search: eight pictures from eight strangers.",
    source="Field observation (1,177 generated pages); doorway clusters, US 7,302,645",
    lookalike="Image search front-ends (E12: a reader's query, and noindex or a field that repeats it), "
    "round-ups that link to the pages of their pictures (E19), portfolios on one picture host (E26), threads "
    "in which visitors show pictures (E02), and contests, quizzes, portals, clubs and boards that name the "
    "makers, let readers choose, lead to pages of their own, or have no titles of strangers score low.",
    needs=Pass.VISIT,
    find=find,
)
