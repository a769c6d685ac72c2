"""A logistic model over the signals' scores, fitted on what people decided.

The median treats every signal alike; a property whose owner has reviewed enough pages can do better. The
model knows of each signal its score and whether it spoke at all. What it would be worth is measured on pages
it was not fitted on, split so that no registrable domain, and in the second measurement no campaign, is on
both sides: pages of one campaign are near copies, and a split through them would flatter the model.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score, recall_score
from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict

from analysis.model.learned_model import Model
from analysis.verdicts.fusion import BENIGN, SPAM
from evidence.errors import LinkwitnessError

FEWEST = 20
"""Reviewed pages of each kind, spam and benign: ours; ten signals have twenty weights."""
FEWEST_DOMAINS = 5
"""Registrable domains and campaigns of each kind: one a fold, or a fold has nothing to be measured on."""
FOLDS = 5
SPLITS = ("domain", "campaign")


class TooFewReviewsError(LinkwitnessError):
    """The reviews cannot carry a model; the message says how many of which kind there are and are needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What calls of spam are worth on pages that the model was not fitted on; both from 0 to 1."""

    precision: float
    recall: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A fitted model and what it is worth."""

    spam: int
    """Pages that people called spam."""
    benign: int
    median: Measured
    """The verdicts in force on the same pages."""
    by_split: Mapping[str, Measured]
    """The model's, with whole domains or whole campaigns held back."""
    weights: Mapping[str, float]
    """Of each signal: what a full score adds to the log-odds of spam, its having spoken included."""
    model: Model


def decisions(reviews: pl.DataFrame, pages: pl.DataFrame) -> pl.DataFrame:
    """Return `page_id`, `domain`, `campaign` and `spam` of every page that people decided about.

    The newest decision counts; one about the page itself goes before one about its domain, and *unsure*
    decides nothing. `pages` has `page_id`, `domain_id`, `domain` and `campaign`.
    """
    newest = reviews.unique(["subject", "subject_id"], keep="last", maintain_order=True)
    of_page, of_domain = (
        newest.filter(pl.col("subject") == subject).select(
            pl.col("subject_id").alias(f"{subject}_id"), pl.col("decision").alias(f"of_{subject}")
        )
        for subject in ("page", "domain")
    )
    decided = pages.join(of_page, on="page_id", how="left").join(of_domain, on="domain_id", how="left")
    return (
        decided.with_columns(decision=pl.coalesce("of_page", "of_domain"))
        .filter(pl.col("decision").is_in([SPAM, BENIGN]))
        .select("page_id", "domain", "campaign", spam=pl.col("decision") == SPAM)
        .sort("page_id")
    )


def learn(findings: pl.DataFrame, decided: pl.DataFrame, called: pl.DataFrame) -> Learned:
    """Fit the model and measure it.

    `findings` has `page_id`, `signal` and `score`; `decided` is what `decisions` returns; `called` has the
    verdicts in force, `page_id` and `state`.

    Raises:
        TooFewReviewsError: there are too few decisions of one kind, or on too few domains or campaigns.
    """
    _enough(decided)
    signals = tuple(sorted(findings["signal"].unique()))
    features = _features(findings, decided, signals)
    truth = decided["spam"].to_numpy()
    model = LogisticRegression(max_iter=2_000)
    by_split = {
        split: _measured(truth, _held_back(model, features, truth, decided[split].to_numpy()))
        for split in SPLITS
    }
    states = decided.join(called, on="page_id", how="left", maintain_order="left")["state"]
    fitted = model.fit(features, truth).coef_[0]
    scores, spoke = fitted[: len(signals)].tolist(), fitted[len(signals) :].tolist()
    return Learned(
        spam=int(truth.sum()),
        benign=int((~truth).sum()),
        median=_measured(truth, states.eq_missing(SPAM).to_numpy()),
        by_split=by_split,
        weights={
            signal: score + spoken for signal, score, spoken in zip(signals, scores, spoke, strict=True)
        },
        model=Model(
            intercept=float(model.intercept_[0]),
            scores=dict(zip(signals, scores, strict=True)),
            spoke=dict(zip(signals, spoke, strict=True)),
        ),
    )


def _enough(decided: pl.DataFrame) -> None:
    for kind, word in ((True, SPAM), (False, BENIGN)):
        own = decided.filter(pl.col("spam") == kind)
        if own.height < FEWEST:
            raise TooFewReviewsError(
                f"{own.height} pages are reviewed as {word} and {FEWEST} are needed: review some more"
            )
        for split in SPLITS:
            groups = own[split].n_unique()
            if groups < FEWEST_DOMAINS:
                raise TooFewReviewsError(
                    f"the pages reviewed as {word} are of {groups} {split}s and {FEWEST_DOMAINS} are needed: "
                    "review pages elsewhere"
                )


def _features(findings: pl.DataFrame, decided: pl.DataFrame, signals: tuple[str, ...]) -> np.ndarray:
    """Return one row a page: every signal's mean score (0 for silence), then whether it spoke."""
    scores = findings.pivot("signal", index="page_id", values="score", aggregate_function="mean")
    table = decided.select("page_id").join(scores, on="page_id", how="left", maintain_order="left")
    named = table.select(signals)
    return np.hstack([named.fill_null(0.0).to_numpy(), named.select(pl.all().is_not_null()).to_numpy()])


def _held_back(
    model: LogisticRegression, features: np.ndarray, truth: np.ndarray, groups: np.ndarray
) -> np.ndarray:
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    called: np.ndarray = cross_val_predict(model, features, truth, groups=groups, cv=folds)
    return called


def _measured(truth: np.ndarray, called: np.ndarray) -> Measured:
    """A share of nothing is 1: no call is wrong where there is none."""
    return Measured(
        precision=float(precision_score(truth, called, zero_division=1.0)),
        recall=float(recall_score(truth, called, zero_division=1.0)),
    )
