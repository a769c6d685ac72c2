"""The overview on a terminal: what is really there, the verdicts, the flagged domains with their quotes."""

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from analysis.cases.standing import FlaggedDomain, Overview
from analysis.wording import quote_words, reason_words
from linkwitness.display import line, output, words

COLOURS = {"spam": "bold red", "suspicious": "yellow", "benign": "green", "undecided": "dim"}


def show_overview(seen: Overview) -> None:
    """Print it."""
    console = output()
    console.print(Text(f"\n{seen.property_name}: {seen.backlinks:,} reported backlinks", style="bold"))
    console.print("\nWhat is really there")
    _counts(console, "present", seen.present)
    _counts(console, "absent", seen.absent)
    _counts(console, "unknown", seen.unknown)
    if seen.unvisited:
        console.print(f"  {'not visited':<11}{seen.unvisited:>9,}")
    console.print("\nVerdicts")
    _counts(console, "pages", seen.pages)
    _counts(console, "domains", seen.domains)
    if seen.flagged:
        console.print(f"\nFlagged domains: {seen.flagged_count:,}")
    for domain in seen.flagged:
        _flagged(console, domain)
    if seen.flagged_count > len(seen.flagged):
        console.print(
            f"\n  ... and {seen.flagged_count - len(seen.flagged):,} more, all of them in the exports"
        )


def _counts(console: Console, name: str, counts: Mapping[str, int]) -> None:
    parts = " · ".join(f"{reason_words(reason)} {number:,}" for reason, number in counts.items() if number)
    console.print(Text.assemble(f"  {name:<11}{sum(counts.values()):>9,}  ", (parts, "dim")))


def _flagged(console: Console, flagged: FlaggedDomain) -> None:
    score = f" {flagged.score:.2f}" if flagged.score is not None else ""
    pages = f", {flagged.spam_pages} of {flagged.pages} pages spam" if flagged.pages > 1 else ""
    console.print(
        Text.assemble(
            "\n  ",
            words(flagged.domain, style="bold"),
            "  ",
            (f"{flagged.state}{score}", COLOURS.get(flagged.state, "")),
            f"{pages}",
            (f"  reviewed: {flagged.review}" if flagged.review else ""),
        )
    )
    line(console, 4, flagged.page_url, style="dim")
    if flagged.strongest is not None:
        line(console, 4, f"{flagged.strongest.signal}: {flagged.strongest.sentence}")
        quote = quote_words(flagged.strongest.signal, flagged.strongest.quote)
        line(console, 4, f"» {quote} «", style="italic")
