"""Links that come and go by the dozen."""

import narwhals as nw

from analysis.policy import Section
from analysis.seen.frames import Frames
from analysis.signal import Facts, Pass, Signal, quoted, told


def find(frames: Frames, policy: Section) -> Facts:
    """Speak for backlinks of targets that lost and won half of their linking domains in two months.

    Also for those that came or went with half of the property's, and for pages of a kind that did so.
    """
    of_target, of_property, of_group = (
        _is_restless(policy, series) for series in ("", "property_", "group_")
    )
    links = frames.backlinks
    return nw.concat(
        [
            _restless(links.filter(of_target), policy, "", whose="the target", quote=nw.col("target_url")),
            _restless(
                links.filter(of_property, ~of_target),
                policy,
                "property_",
                whose="the whole property",
                quote=nw.col("page_url"),
            ),
            _restless(
                links.filter(of_group),
                policy,
                "group_",
                whose="pages of its kind",
                quote=nw.col("group_churning"),
            ),
        ],
        how="vertical",
    )


def _is_restless(policy: Section, series: str) -> nw.Expr:
    rates = [nw.col(f"{series}{name}").fill_null(0.0) >= policy["rate"] for name in ("growth", "death")]
    return nw.all_horizontal(
        nw.col(f"{series}before").fill_null(0) >= policy["domains"], *rates, ignore_nulls=False
    )


def _restless(links: Facts, policy: Section, series: str, *, whose: str, quote: nw.Expr) -> Facts:
    """Tell of what wins and loses domains fast; `series`: what its columns begin with."""
    growth, death, before = (nw.col(f"{series}{name}") for name in ("growth", "death", "before"))
    return links.pipe(
        told,
        "page_id",
        "backlink_id",
        score=policy["score"],
        sentence=nw.format(
            "In {} days {} won {}% new linking domains and lost {}% of {}.",
            nw.lit(f"{policy['days']:g}"),
            nw.lit(whose),
            (growth * 100).round(0).cast(nw.Int64).cast(nw.String),
            (death * 100).round(0).cast(nw.Int64).cast(nw.String),
            before.cast(nw.String),
        ),
        quote=quoted(quote),
    )


SIGNAL = Signal(
    id="link-churn",
    sees="Growth and death rate of the domains that link a target, over the last 60 days of the reports; the "
    "same of the whole property, and of pages that share a fingerprint.",
    why="Generated pages live for weeks, and new ones take their place.",
    source="In-link growth and death rates (Shen et al., ICDM 2006)",
    lookalike="A target that is on and off the front page of news sites: the finding never decides.",
    needs=Pass.REPORT,
    find=find,
    of_crowd=True,
)
