"""What came of a crawl, for people and for programs."""

from collections import Counter

from crawler.job import Summary
from linkwitness.display import output, words
from linkwitness.documents import document

STATES = ("present", "absent", "unknown")
UNREACHED = frozenset({("unknown", "name-not-found"), ("unknown", "timeout")})
"""What a visit says when nothing answered, be it the fault of the host or of the way to it."""


def show_crawl(summary: Summary, *, with_states: bool = True) -> None:
    """Print what was visited, what that says unless it is told elsewhere, and what is left to do."""
    console = output()
    pace = f", {summary.visited / summary.elapsed_s:,.1f} a second" if summary.elapsed_s else ""
    if not (summary.visited or summary.waiting or summary.stopped):
        console.print("no page is due; `linkwitness recrawl` visits pages before their time")
    pages = "page" if summary.visited == 1 else "pages"
    console.print(f"visited {summary.visited:,} {pages} in {summary.elapsed_s:,.0f} s{pace}")
    if with_states:
        _show_states(summary)
    if summary.counts and UNREACHED.issuperset(summary.counts):
        console.print(
            "  nothing answered: is this machine online? No verdict follows from such visits; every page"
        )
        console.print("  stays unknown, and `linkwitness recrawl --unknown` visits it again")
    for message in summary.messages:
        console.print(words(f"  {message}"))
    if summary.stopped:
        console.print("stopped; nothing that was stored is lost")
    if summary.waiting:
        still = "page still waits" if summary.waiting == 1 else "pages still wait"
        console.print(f"  {summary.waiting:,} {still}; `linkwitness crawl` goes on with them")


def crawl_document(summary: Summary) -> str:
    """Return the same as JSON: `backlinks` counts those of the visited pages by state and reason."""
    backlinks = {state: dict(_reasons(summary, state)) for state in STATES}
    return document({
        "visited": summary.visited,
        "waiting": summary.waiting,
        "stopped": summary.stopped,
        "elapsed_s": round(summary.elapsed_s, 3),
        "backlinks": backlinks,
        "messages": summary.messages,
    })  # fmt: skip


def _show_states(summary: Summary) -> None:
    from analysis.wording import reason_words

    for state in STATES:
        said = _reasons(summary, state)
        parts = " · ".join(f"{reason_words(reason)} {count:,}" for reason, count in said.most_common())
        if parts:
            output().print(f"  {state:<11}{said.total():>9,}  {parts}")


def _reasons(summary: Summary, state: str) -> Counter[str]:
    return Counter({reason: count for (of, reason), count in summary.counts.items() if of == state})
