"""The quality gate: verdicts on the labelled cases of the demonstration web, against floors that only rise.

`python -m eval.gate` crawls the web, judges it, and prints precision, recall and F1 with bootstrap intervals
by registrable domain, every signal alone and left out, and every language; it fails below `eval/floors.toml`.
"""

import random
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from analysis.analyse import findings_of
from analysis.fusion import fuse
from analysis.plugins import signals
from analysis.policy import policy
from evidence.urls import normal_form, registrable_domain
from store.database import open_store
from store.identity import key
from store.properties import find_property
from tests.web.cases import CASES
from tests.web.model import Case, Judgement
from tests.web.shop import PROPERTY

ROOT = Path(__file__).resolve().parent
DRAWS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One page with its label and what the machine says."""

    page_id: int
    domain: str
    language: str
    spam: bool
    called_spam: bool
    flagged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How verdicts compare with labels; a share of nothing is 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def quality(pages: Iterable[Labelled]) -> Quality:
    """Compare calls with labels."""
    counted = list(pages)
    right = sum(page.spam and page.called_spam for page in counted)
    called = sum(page.called_spam for page in counted)
    spam = sum(page.spam for page in counted)
    return Quality(precision=right / called if called else 1.0, recall=right / spam if spam else 1.0)


def interval(pages: list[Labelled], share: str) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a share, drawing whole registrable domains."""
    by_domain: dict[str, list[Labelled]] = {}
    for page in pages:
        by_domain.setdefault(page.domain, []).append(page)
    domains, chance = sorted(by_domain), random.Random(1)
    drawn = sorted(
        getattr(
            quality(page for name in chance.choices(domains, k=len(domains)) for page in by_domain[name]),
            share,
        )
        for _ in range(DRAWS)
    )
    return drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS)]


def label(case: Case) -> bool | None:
    """Return whether the case is spam; None where an honest reading leaves it open."""
    wanted = case.expect.judgements
    if wanted == {Judgement.SPAM}:
        return True
    return None if Judgement.SPAM in wanted or Judgement.SUSPICIOUS in wanted else False


def labelled(verdicts: pl.DataFrame) -> list[Labelled]:
    """Put labels and verdicts side by side, one page each."""
    called = {row["subject_id"]: row for row in verdicts.iter_rows(named=True)}
    found: dict[int, Labelled] = {}
    for case in CASES:
        page_id, spam = key("page", normal_form(case.source_url)), label(case)
        if spam is not None:
            found[page_id] = Labelled(
                page_id=page_id,
                domain=registrable_domain(case.source_url),
                language=case.reported.language,
                spam=spam,
                called_spam=called[page_id]["state"] == "spam",
                flagged=called[page_id]["flagged"],
            )
    return list(found.values())


def area_under_curve(scores: Mapping[int, float], truth: Mapping[int, bool]) -> float | None:
    """Return the chance that a spam page scores above an honest one; None without one of each."""
    spam = [score for page, score in scores.items() if truth.get(page) is True]
    honest = [score for page, score in scores.items() if truth.get(page) is False]
    if not spam or not honest:
        return None
    return sum((a > b) + 0.5 * (a == b) for a in spam for b in honest) / (len(spam) * len(honest))


def main() -> int:
    """Run the gate; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "tests.web", folder], check=True, capture_output=True)
        store = open_store(f"sqlite:///{folder}/linkwitness.db")
        with store.read() as session:
            known = find_property(session, PROPERTY.name)
        findings, pages = findings_of(store, known, policy())
        store.close()
    judged = labelled(_verdicts(findings, pages))
    _print_all(judged)
    _print_signals(findings, pages, {page.page_id: page.spam for page in judged})
    return _below_floors(judged)


def _verdicts(findings: pl.DataFrame, pages: pl.DataFrame) -> pl.DataFrame:
    return fuse(findings, pages, signals=signals(), policy=policy()["fusion"]).pages


def _print_all(judged: list[Labelled]) -> None:
    found = quality(judged)
    print(f"{len(judged)} labelled pages, {sum(page.spam for page in judged)} of them spam")
    for share in ("precision", "recall", "f1"):
        low, high = interval(judged, share)
        print(f"  {share:<10} {getattr(found, share):.3f}   95 % of draws {low:.3f} to {high:.3f}")
    print("\nlanguage   pages  precision  recall")
    for language in sorted({page.language for page in judged}):
        some = [page for page in judged if page.language == language]
        part = quality(some)
        print(f"{language:<10} {len(some):>5} {part.precision:>10.2f} {part.recall:>7.2f}")


def _print_signals(findings: pl.DataFrame, pages: pl.DataFrame, truth: Mapping[int, bool]) -> None:
    print("\nsignal             pages    AUC   without it: precision  recall")
    for signal in signals():
        own = findings.filter(pl.col("signal") == signal.id).group_by("page_id").agg(pl.col("score").mean())
        area = area_under_curve(dict(own.iter_rows()), truth)
        without = quality(labelled(_verdicts(findings.filter(pl.col("signal") != signal.id), pages)))
        shown = f"{area:.2f}" if area is not None else "-"
        print(f"{signal.id:<18} {own.height:>5} {shown:>6} {without.precision:>23.2f} {without.recall:>7.2f}")


def _below_floors(judged: list[Labelled]) -> int:
    floors = tomllib.loads((ROOT / "floors.toml").read_text(encoding="utf-8"))["judgement"]
    found = quality(judged)
    wrong = sorted(page.domain for page in judged if not page.spam and page.flagged)
    failures = [
        f"{name} {getattr(found, name):.3f} is below its floor {floors[name]}"
        for name in ("precision", "recall")
        if getattr(found, name) < floors[name]
    ]
    if len(wrong) > floors["benign_flagged"]:
        failures.append(f"honest pages flagged: {', '.join(wrong)}")
    print("\n" + ("\n".join(failures) or "every floor holds"))
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
