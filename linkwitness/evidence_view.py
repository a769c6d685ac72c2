"""The evidence of one page as text for a person: facts, references, the page's words with marks in place."""

from rich.console import Console
from rich.text import Text

from analysis.wording import LEVELS, PLACES
from evidence.model import Carrier, PageEvidence, Reference, Visibility
from linkwitness.display import output, visible, words

MARK = "bold reverse"
"""Style of a reference's mark in the page's text."""
IN_FULL = 40
"""References that are told with all that is known of them; of further ones a line each."""


def show_evidence(evidence: PageEvidence) -> None:
    """Print it."""
    console = output()
    _show_facts(console, evidence)
    found = len(evidence.references)
    console.print(f"\n{found} {'reference' if found == 1 else 'references'} to the property", style="bold")
    for number, reference in enumerate(evidence.references[:IN_FULL], 1):
        _show_reference(console, number, reference)
    if found > IN_FULL:
        console.print(
            f"\n{found - IN_FULL} more, in short; --json has all that is known of them", style="bold"
        )
    for number, reference in enumerate(evidence.references[IN_FULL:], IN_FULL + 1):
        console.print(words(f"{_head(number, reference)}: {reference.carrier.url or reference.carrier.raw}"))
    console.print("\nWhat the page says", style="bold")
    console.print(marked_text(evidence))


def _show_facts(console: Console, evidence: PageEvidence) -> None:
    measures = evidence.measures
    facts = {
        "url": evidence.url,
        "title": evidence.title,
        "heading": evidence.h1,
        "declared": evidence.language_declared,
        "language": evidence.language_detected,
        "read as": f"{evidence.media_type}, {evidence.encoding}",
        "robots": ", ".join(evidence.robots),
        "canonical": evidence.canonical,
        "refresh": evidence.refresh,
        "words": f"{measures.words:,}, {measures.link_density:.0%} of them in links",
        "elsewhere": f"{measures.foreign_links:,} links to {measures.foreign_link_hosts:,} other domains, "
        f"{measures.foreign_embeds:,} embeds from {measures.foreign_embed_hosts:,}",
        "trackers": ", ".join(evidence.trackers),
        "traits": ", ".join(evidence.traits),
        "cut short": ", ".join(evidence.limits),
    }
    for name, value in facts.items():
        if value:
            console.print(Text.assemble((f"{name:>10}  ", "dim"), words(value)))


def _head(number: int, reference: Reference) -> str:
    carrier = reference.carrier
    where = f"<{carrier.element} {carrier.attribute}>" if carrier.attribute else carrier.element
    level = f"{LEVELS.get(reference.level, reference.level)} ({reference.level})"
    place = PLACES.get(carrier.place, carrier.place) if _stands_in_page(reference) else ""
    said = (carrier.kind, level, carrier.visibility, place, where)
    return f"[{number}] {', '.join(part for part in said if part)}"


def _show_reference(console: Console, number: int, reference: Reference) -> None:
    carrier = reference.carrier
    console.print(words(_head(number, reference), style="bold"))
    details = {
        "url": carrier.url or carrier.raw,
        "is": reference.resolved if reference.resolved != carrier.url else "",
        "through": reference.via,
        "target": reference.target,
        "hidden by": carrier.hidden_by,
        "rel": " ".join(carrier.rel),
        "also": ", ".join(reference.also),
        "seen by": ", ".join(reference.readings)
        + (" (parser-dependent)" if reference.parser_dependent else ""),
    }
    lines = [
        Text.assemble((f"{name:>11}  ", "dim"), words(value)) for name, value in details.items() if value
    ]
    if _stands_in_page(reference):
        lines.append(Text.assemble((f"{'window':>11}  ", "dim"), window(carrier)))
    for line in lines:
        console.print(line)


def _stands_in_page(reference: Reference) -> bool:
    """Say whether it has a place among the page's words: scripts, comments and metadata have none."""
    carrier = reference.carrier
    if reference.parser_dependent or carrier.visibility is Visibility.METADATA:
        return False
    return bool(carrier.path) or carrier.visibility is Visibility.VISIBLE


def window(carrier: Carrier) -> Text:
    """Return the five words left and right with the anchor in the middle."""
    return Text.assemble(
        words(" ".join(carrier.left.words)),
        " ",
        words(f"[{carrier.anchor}]", style=MARK),
        " ",
        words(" ".join(carrier.right.words)),
    )


def marked_text(evidence: PageEvidence) -> Text:
    """Return the visible words with `[n]` where reference n stands, `[n, hidden]` where it is hidden."""
    marks = sorted(
        (reference.carrier.left.end, number, reference.carrier.visibility)
        for number, reference in enumerate(evidence.references, 1)
        if _stands_in_page(reference)
    )
    text = Text()
    at = 0
    for offset, number, seen in marks:
        text.append(visible(evidence.text[at:offset]))
        text.append(f" [{number}] " if seen is Visibility.VISIBLE else f" [{number}, {seen}] ", style=MARK)
        at = offset
    text.append(visible(evidence.text[at:]))
    return text
