"""The model that an owner chose to use: numbers in the property's policy, and what they say of a page.

It never changes a verdict. It is shown beside it, as a second opinion that goes by the owner's own reviews.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp
from statistics import fmean

Numbers = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A logistic model: log-odds of spam from each signal's score and from its having spoken."""

    intercept: float
    scores: Mapping[str, float]
    """Of each signal: what a full score adds."""
    spoke: Mapping[str, float]
    """Of the same signals: what having spoken at all adds."""

    @classmethod
    def stored(cls, numbers: Numbers) -> "Model | None":
        """Read what `numbers` gave; None where no model is in use."""
        if not numbers:
            return None
        return cls(intercept=numbers["model"]["intercept"], scores=numbers["scores"], spoke=numbers["spoke"])

    def numbers(self) -> Numbers:
        """Return the model as sections of numbers, for the store."""
        return {"model": {"intercept": self.intercept}, "scores": self.scores, "spoke": self.spoke}

    def chance(self, findings: Iterable[tuple[str, float]]) -> float | None:
        """Return how likely a page with these signals and scores is spam, 0..1.

        None where no signal spoke that the model knows: there it has nothing to go by.
        """
        by_signal: dict[str, list[float]] = {}
        for signal, score in findings:
            if signal in self.scores:
                by_signal.setdefault(signal, []).append(score)
        if not by_signal:
            return None
        odds = self.intercept + sum(
            self.scores[signal] * fmean(scores) + self.spoke[signal] for signal, scores in by_signal.items()
        )
        return 1 / (1 + exp(-odds))
