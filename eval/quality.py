"""How verdicts compare with labels, with bootstrap intervals that draw whole registrable domains."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sklearn.metrics import average_precision_score, roc_auc_score

DRAWS = 1_000


class Labelled(Protocol):
    """One page with its label and what the machine says."""

    @property
    def domain(self) -> str:
        """Return the registrable domain."""

    @property
    def spam(self) -> bool | None:
        """Return the label; None where it is open."""

    @property
    def called_spam(self) -> bool:
        """Say whether the machine calls it spam."""

    @property
    def score(self) -> float:
        """Return the machine's score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Shares from 0 to 1; a share of nothing is 1. Areas are None without spam or without honest pages."""

    precision: float
    recall: float
    area: float | None
    """Chance that a spam page scores above an honest one (area under the ROC curve)."""
    average_precision: float | None

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def quality(pages: Iterable[Labelled]) -> Quality:
    """Compare calls with labels; pages whose label is open do not count."""
    counted = [page for page in pages if page.spam is not None]
    precision, recall = precision_recall(counted)
    truth, scores = [page.spam for page in counted], [page.score for page in counted]
    both = len(set(truth)) == 2
    return Quality(
        precision=precision,
        recall=recall,
        area=float(roc_auc_score(truth, scores)) if both else None,
        average_precision=float(average_precision_score(truth, scores)) if both else None,
    )


def precision_recall(pages: Iterable[Labelled]) -> tuple[float, float]:
    """Return precision and recall of the calls."""
    counted = [page for page in pages if page.spam is not None]
    right = sum(bool(page.spam) and page.called_spam for page in counted)
    called = sum(page.called_spam for page in counted)
    spam = sum(bool(page.spam) for page in counted)
    return right / called if called else 1.0, right / spam if spam else 1.0


def interval(
    pages: Sequence[Labelled], share: Callable[[Sequence[Labelled]], float | None], *, draws: int = DRAWS
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a share."""
    by_domain: dict[str, list[Labelled]] = {}
    for page in pages:
        by_domain.setdefault(page.domain, []).append(page)
    domains, chance = sorted(by_domain), random.Random(1)
    drawn = sorted(
        found
        for _ in range(draws)
        if (
            found := share(
                [page for name in chance.choices(domains, k=len(domains)) for page in by_domain[name]]
            )
        )
        is not None
    )
    return drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn))]
