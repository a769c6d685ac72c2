"""What a signal is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import narwhals as nw
import polars as pl

from analysis.policy import Section
from analysis.seen.frames import Frames

Facts = nw.LazyFrame[pl.LazyFrame]


class Pass(StrEnum):
    """What a signal needs to have happened, in the order of cost."""

    REPORT = "report"
    """An imported report is enough."""
    VISIT = "visit"
    """The page must have been visited."""
    VERDICTS = "verdicts"
    """The other pages must have been judged by the signals of the earlier passes: `Frames.kin` has rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One test over evidence. It speaks only where it had evidence: silence is no score."""

    id: str
    """Stable, kebab-case, the file's name."""
    sees: str
    """What it looks at, in one sentence."""
    why: str
    """Why that points to spam, or away from it."""
    source: str
    """Patent, paper or field observation."""
    lookalike: str
    """The benign page that looks like it, and what keeps the two apart."""
    needs: Pass
    find: Callable[[Frames, Section], Facts]
    """Frames and the signal's section of the policy to findings (`FINDING`)."""
    of_crowd: bool = False
    """Whether it says what many backlinks share, not what this page shows: such a finding is always told, but
    counts only where too few signals speak of the page itself."""
    closes: bool = False
    """Whether a finding says that there is nothing left to judge or to act on."""


FINDING = ("page_id", "backlink_id", "visit_id", "score", "decisive", "sentence", "quote")
"""Columns of findings: `visit_id` is null for what the reports alone show; `score` 0 benign .. 1 spam; a
`decisive` finding lifts the page over the line by itself; `sentence` is for people; `quote` is what was
seen, word for word."""


def quoted(text: nw.Expr, *, length: int = 160) -> nw.Expr:
    """Return a text cut to a length that fits into a sentence."""
    return text.str.slice(0, length)


def number_of(count: nw.Expr, thing: str) -> nw.Expr:
    """Return how many there are, in words: `1 picture`, `8 pictures`."""
    several = nw.format(f"{{}} {thing}s", count.cast(nw.String))
    return nw.when(count == 1).then(nw.lit(f"1 {thing}")).otherwise(several)


def told(
    facts: Facts,
    *keys: str,
    score: nw.Expr | float,
    sentence: nw.Expr,
    quote: nw.Expr,
    decisive: nw.Expr | bool = False,
) -> Facts:
    """Turn facts into findings (`FINDING`): one a row.

    Args:
        facts: what the signal saw.
        *keys: whom each row concerns, of `page_id`, `backlink_id` and `visit_id`; the others are null.
        score: 0 benign .. 1 spam.
        sentence: for people.
        quote: what was seen, word for word.
        decisive: whether the finding lifts the page over the line by itself.
    """
    nobody = {name: nw.lit(None, nw.Int64) for name in FINDING[:3] if name not in keys}
    judged = {"score": _expression(score), "decisive": _expression(decisive)}
    return facts.select(*keys, **nobody, **judged, sentence=sentence, quote=quote).select(*FINDING)


def _expression(value: nw.Expr | float) -> nw.Expr:
    return value if isinstance(value, nw.Expr) else nw.lit(value)
