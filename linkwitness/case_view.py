"""A case file on a terminal: claim, what was seen when, quotes, windows, chain, findings, verdict, advice."""

from rich.console import Console
from rich.text import Text

from analysis.case import BacklinkCase, DomainCase, PageCase, TargetCase, VerdictCase, VisitCase
from linkwitness.display import output, words
from linkwitness.overview_view import COLOURS

SHOWN_SIGHTINGS = 4
"""References printed for a backlink, nearest first."""
LOADING = {
    True: "its visitors load pictures or styles, as browsers do",
    False: "its visitors load nothing else, as robots do",
    None: "the log cannot tell browsers from robots",
}
"""What `visitors_load_assets` of an access log means."""


def show_domain(case: DomainCase) -> None:
    """Print everything about one domain."""
    console = output()
    _verdict(console, case.domain, case.verdict)
    console.print(words(f"  advice: {case.advice}"))
    for page in case.pages:
        show_page(page)


def show_page(case: PageCase) -> None:
    """Print everything about one page."""
    console = output()
    console.print()
    _verdict(console, case.url, case.verdict)
    for finding in case.findings:
        mark = ", decisive" if finding.decisive else ""
        console.print(words(f"  {finding.signal} {finding.score:.2f}{mark}: {finding.sentence}"))
        if finding.quote:
            console.print(words(f"    » {finding.quote} «", style="italic"))
    for backlink in case.backlinks:
        _backlink(console, backlink)
    for visit in case.visits:
        _visit(console, visit)
    console.print(words(f"  advice: {case.advice}"))


def _verdict(console: Console, subject: str, verdict: VerdictCase) -> None:
    score = f" {verdict.score:.2f}" if verdict.score is not None else ""
    console.print(
        Text.assemble(
            words(subject, style="bold"), "  ", (f"{verdict.state}{score}", COLOURS.get(verdict.state, ""))
        )
    )
    if verdict.reason:
        console.print(words(f"  {verdict.reason}"))
    if verdict.review:
        note = f": {verdict.review_note}" if verdict.review_note else ""
        console.print(words(f"  a person decided: {verdict.review} {verdict.review_level}{note}"))


def _backlink(console: Console, backlink: BacklinkCase) -> None:
    console.print(words(f"  to {backlink.target_url or 'the property (the report names no target)'}"))
    if backlink.target:
        _target(console, backlink.target)
    for claim in backlink.claims:
        said = f"{claim.left} [{claim.anchor}] {claim.right}".strip()
        seen = f", last seen {claim.last_seen:%Y-%m-%d}" if claim.last_seen else ""
        console.print(words(f"    {claim.file_name}:{claim.line} ({claim.tool}{seen}) claims: {said}"))
        if claim.hits is not None:
            console.print(words(f"      {claim.hits:,} requests; {LOADING[claim.visitors_load_assets]}"))
        if claim.title:
            console.print(words(f"      title: {claim.title}", style="dim"))
    state = f"{backlink.state} ({backlink.reason})" if backlink.state else "not visited yet"
    console.print(words(f"    seen: {state}. {backlink.detail}"))
    for sight in backlink.sightings[:SHOWN_SIGHTINGS]:
        hidden = f" by {sight.hidden_by}" if sight.hidden_by else ""
        where = f"{sight.kind} {sight.level}, {sight.visibility}{hidden}, {sight.place}"
        console.print(words(f"      {where}: {sight.left} [{sight.anchor}] {sight.right}"))

    if len(backlink.sightings) > SHOWN_SIGHTINGS:
        console.print(
            f"      ... and {len(backlink.sightings) - SHOWN_SIGHTINGS} more references, see --json"
        )


def _target(console: Console, target: TargetCase) -> None:
    """Print what stands at the target itself; nothing for a page that is there."""
    size = f", {target.format} {target.width} x {target.height}" if target.width else ""
    if target.state != "there":
        console.print(words(f"    your own target is {target.state}{size}: {target.detail}"))
    if target.page_url:
        said = " · ".join(filter(None, (target.title, target.heading, target.alt, target.caption)))
        console.print(words(f"    your page {target.page_url} shows it{size}: {said}", style="dim"))


def _visit(console: Console, visit: VisitCase) -> None:
    answer = visit.error.replace("_", " ") or f"status {visit.status}"
    chain = " → ".join((*visit.chain, visit.final_url)) if visit.chain else ""
    cut = ", cut off" if visit.truncated else ""
    line = f"  visit {visit.at:%Y-%m-%d %H:%M} ({visit.purpose}, {visit.profile}): {answer}{cut}"
    console.print(words(f"{line} {visit.title!r}" if visit.title else line, style="dim"))
    if chain:
        console.print(words(f"    {chain}", style="dim"))
    if visit.changes:
        console.print(words(f"    changed since {visit.since:%Y-%m-%d %H:%M}:"))
    for change in visit.changes:
        console.print(words(f"      {change.what}: {change.before} → {change.after}"))
    if visit.archive:
        console.print(words(f"    archived: {visit.archive}", style="dim"))
