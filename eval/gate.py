"""The quality gate: verdicts on the labelled cases, against floors that only rise.

`python -m eval.gate` visits the labelled web (`eval.world`), judges it, and prints how link states, visibility
and judgements compare with their labels: as a whole, on the pages that nobody tunes on, by language, and
with every signal alone and left out. It fails below `eval/floors.toml`. `--missed` lists what came out wrong.
"""

import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import polars as pl

from analysis.plugins import signals
from analysis.policy import policy
from eval.judging import Judged, Material, gathered, judged
from eval.leakage import Leak, leaks
from eval.quality import Quality, interval, precision_recall, quality
from eval.world import visit_all

FLOORS = Path(__file__).resolve().parent / "floors.toml"
PARTS = ("open", "held-out", "fresh", "fresh-unnamed")
"""Labelled pages; the fresh ones are named with their target by one half of the reports, and without by the other."""
SPAM_FROM_OUTSIDE = ("generated", "doorway")
Measures = Mapping[str, float]


def main(*, show_missed: bool) -> int:
    """Run the gate; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        visit_all(Path(folder))
        return report(Path(folder), show_missed=show_missed)


def report(folder: Path, *, show_missed: bool) -> int:
    """Judge what the visits left in the folder and print everything; return the exit status."""
    rules = policy()
    material = gathered(folder, rules)
    pages = judged(material, rules)
    found = leaks(pages, material.visits)
    _print_judgements(pages)
    _print_axes(pages)
    _print_languages(pages)
    _print_signals(material, pages)
    _print_leaks(found)
    if show_missed:
        _print_missed(pages)
    failures = below(measures(pages, found), tomllib.loads(FLOORS.read_text(encoding="utf-8")))
    print("\n" + ("\n".join(failures) or "every floor holds"))
    return bool(failures)


def of_part(pages: Sequence[Judged], part: str) -> list[Judged]:
    """Return the pages of one part; `all` are the cases of all, without pages from outside."""
    return [page for page in pages if page.part == part or (part == "all" and page.part in PARTS)]


def measures(pages: Sequence[Judged], found: Sequence[Leak]) -> dict[str, dict[str, float]]:
    """Return everything that has a floor or a ceiling, by part."""
    table: dict[str, dict[str, float]] = {}
    for part in PARTS:
        own = of_part(pages, part)
        shares = quality(own)
        table[part] = {
            "precision": shares.precision,
            "recall": shares.recall,
            "link_state": _share([page.state_right for page in own]),
            "visibility": _share([page.visibility_right for page in own]),
        }
    for part in SPAM_FROM_OUTSIDE:
        if of_part(pages, part):
            table[part] = {"recall": quality(of_part(pages, part)).recall}
    honest = [page for page in pages if page.spam is False]
    table["ceilings"] = {
        "honest_called_spam": sum(page.called_spam for page in honest),
        "honest_flagged": sum(page.flagged for page in honest),
        "leak": max(leak.accuracy for leak in found),
    }
    return table


def below(found: Mapping[str, Measures], floors: Mapping[str, Measures]) -> list[str]:
    """Return a sentence for every floor that is missed and every ceiling that is broken."""
    return [
        f"{part}: {name} {found[part][name]:.3f} is {'above its ceiling' if part == 'ceilings' else 'below its floor'} {limit}"
        for part, limits in floors.items()
        if part in found
        for name, limit in limits.items()
        if (found[part][name] > limit if part == "ceilings" else found[part][name] < limit)
    ]


def _share(answers: Sequence[bool | None]) -> float:
    known = [answer for answer in answers if answer is not None]
    return sum(known) / len(known) if known else 1.0


def _print_judgements(pages: Sequence[Judged]) -> None:
    print(
        "judgement       pages  spam  honest   precision (95 % of draws)   recall (95 % of draws)    F1    AUC     AP"
    )
    for part in ("all", *PARTS):
        own = of_part(pages, part)
        shares = quality(own)
        precision = interval(own, lambda drawn: precision_recall(drawn)[0])
        recall = interval(own, lambda drawn: precision_recall(drawn)[1])
        area, average = (
            f"{value:.3f}" if value is not None else "-" for value in (shares.area, shares.average_precision)
        )
        print(
            f"{part:<14} {len(own):>6} {sum(page.spam is True for page in own):>5} {sum(page.spam is False for page in own):>7}"
            f"   {shares.precision:.3f} ({precision[0]:.3f} to {precision[1]:.3f})"
            f"     {shares.recall:.3f} ({recall[0]:.3f} to {recall[1]:.3f}) {shares.f1:>7.3f} {area:>6} {average:>6}"
        )
    for part in ("real", *SPAM_FROM_OUTSIDE):
        own = of_part(pages, part)
        called, flagged = sum(page.called_spam for page in own), sum(page.flagged for page in own)
        print(f"{part:<14} {len(own):>6}   called spam {called}, flagged {flagged}")
    likely = [page for page in of_part(pages, "all") if page.spam is None]
    print(f"label open     {len(likely):>6}   {dict(Counter(page.called for page in likely))}")


def _print_axes(pages: Sequence[Judged]) -> None:
    print("\naxis       " + "".join(f"{part:>14}" for part in PARTS))
    for axis in ("state_right", "visibility_right"):
        values = (_share([getattr(page, axis) for page in of_part(pages, part)]) for part in PARTS)
        print(f"{axis.removesuffix('_right'):<11}" + "".join(f"{value:>14.3f}" for value in values))


def _print_languages(pages: Sequence[Judged]) -> None:
    print("\nlanguage   labelled  precision  recall")
    cases = of_part(pages, "all")
    for language in sorted({page.case.reported.language for page in cases}):
        some = [page for page in cases if page.case.reported.language == language and page.spam is not None]
        precision, recall = precision_recall(some)
        print(f"{language:<10} {len(some):>8} {precision:>10.2f} {recall:>7.2f}")


def _print_signals(material: Material, pages: Sequence[Judged]) -> None:
    print("\nsignal               pages    AUC     AP   left out: precision  recall")
    for signal in signals():
        own = (
            pl.concat(part.findings() for one in material.gathered for part in one.parts)
            .filter(pl.col("signal") == signal.id)
            .group_by("page_id")
            .agg(pl.col("score").mean())
        )
        alone = _alone(of_part(pages, "all"), dict(own.iter_rows()))
        without = precision_recall(of_part(judged(material, policy(), without=[signal.id]), "all"))
        area, average = (
            f"{value:.2f}" if value is not None else "-" for value in (alone.area, alone.average_precision)
        )
        print(
            f"{signal.id:<20} {own.height:>5} {area:>6} {average:>6} {without[0]:>21.2f} {without[1]:>7.2f}"
        )


def _alone(pages: Sequence[Judged], scores: Mapping[int, float]) -> Quality:
    """Return how well one signal's scores part the pages it spoke about."""
    return quality(replace(page, score=scores[page.page_id]) for page in pages if page.page_id in scores)


def _print_leaks(found: Sequence[Leak]) -> None:
    print("\nleaks: what one cut on one plain fact reaches (balanced accuracy, 0.5 is chance)")
    print("  " + ", ".join(f"{leak.fact} {leak.accuracy:.2f}" for leak in found[:8]))


def _print_missed(pages: Sequence[Judged]) -> None:
    """List what came out wrong; of the held-out edition only how many, above."""
    print("\nwrong, but for the held-out edition")
    for page in (page for page in pages if page.part != "held-out"):
        wrong = [
            *(["judgement"] if page.spam is not None and page.spam != page.called_spam else []),
            *(["flagged"] if page.spam is False and page.flagged else []),
            *(["state"] if not page.state_right else []),
            *(["visibility"] if page.visibility_right is False else []),
        ]
        if wrong and not (page.part == "real" and wrong == ["state"]):
            seen = " ".join(page.seen.values()) if page.seen else "left out"
            print(
                f"  {page.case.id:<4} {page.case.reported.language} {', '.join(wrong)}: {page.called}; {seen}; {page.case.source_url}"
            )


if __name__ == "__main__":
    sys.exit(main(show_missed="--missed" in sys.argv[1:]))
