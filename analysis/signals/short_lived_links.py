"""Born together, died together."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for lost backlinks of a week whose domains were nearly all lost within two months.

    Or whose domains with pages of its kind were.
    """
    links = frames.backlinks
    whole = _together(
        links,
        policy,
        ("cohort_domains", "cohort_lost"),
        others="other domains",
        quote=nw.format("reported lost: {}", nw.col("lost_reason")),
    )
    group = _together(
        links,
        policy,
        ("group_born", "group_lost"),
        others="other domains with pages of its kind",
        quote=quoted(nw.col("group_dying")),
    )
    return nw.concat([whole, group], how="vertical")


def _together(
    links: Facts, policy: Section, columns: tuple[str, str], *, others: str, quote: nw.Expr
) -> Facts:
    """Tell of what came and went with others; `columns`: how many domains these were, and the share lost."""
    domains, lost = map(nw.col, columns)
    return links.filter(domains >= policy["domains"], lost >= policy["lost"]).pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.format(
            "It came with {} {} in one week, and {}% of them were gone within {} days.",
            (domains - 1).cast(nw.String),
            nw.lit(others),
            (lost * 100).round(0).cast(nw.Int64).cast(nw.String),
            nw.lit(f"{policy['days']:g}"),
        ),
        quote=quote,
    )


SIGNAL = Signal(
    id="short-lived-links",
    sees="Whether the domains that came in one week were lost again within 60 days: of all, or of those with "
    "pages that share a fingerprint.",
    why="Pages on hacked hosts come together and are cleaned up together.",
    source="Temporal features (Shen et al., ICDM 2006)",
    lookalike="A tool that changes its index loses many links at once, of all ages: only links that lived "
    "for less than 60 days count.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
