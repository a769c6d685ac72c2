"""A case file on a terminal: claim, what was seen when, quotes, windows, chain, findings, verdict, advice."""

from collections.abc import Collection

from rich.console import Console
from rich.text import Text

from analysis.cases.case import BacklinkCase, Claim, DomainCase, PageCase, TargetCase, VerdictCase, VisitCase
from analysis.wording import LEVELS, PLACES, error_words, presence_words, quote_words, size_words, visit_words
from linkwitness.display import line, output, words
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
    """Print everything about one domain; what its pages would only repeat is told once."""
    console = output()
    _verdict(console, case.domain, case.verdict)
    line(console, 2, f"advice: {case.advice}")
    for page in case.pages:
        _page(console, page, said={case.verdict.reason, case.advice, _decision(case.verdict)})


def show_page(case: PageCase) -> None:
    """Print everything about one page."""
    _page(output(), case, said=())


def _page(console: Console, case: PageCase, *, said: Collection[str]) -> None:
    console.print()
    _verdict(console, case.url, case.verdict, said=said)
    for finding in case.findings:
        mark = ", decisive" if finding.decisive else ""
        line(console, 2, f"{finding.signal} {finding.score:.2f}{mark}: {finding.sentence}")
        if finding.quote:
            line(console, 4, f"» {quote_words(finding.signal, finding.quote)} «", style="italic")
    for backlink in case.backlinks:
        _backlink(console, backlink)
    for visit in case.visits:
        _visit(console, visit)
    if case.advice not in said:
        line(console, 2, f"advice: {case.advice}")


def _verdict(console: Console, subject: str, verdict: VerdictCase, *, said: Collection[str] = ()) -> None:
    score = f" {verdict.score:.2f}" if verdict.score is not None else ""
    console.print(
        Text.assemble(
            words(subject, style="bold"), "  ", (f"{verdict.state}{score}", COLOURS.get(verdict.state, ""))
        )
    )
    if verdict.reason and verdict.reason not in said:
        line(console, 2, verdict.reason)
    if verdict.learned is not None:
        line(console, 2, f"the model fitted on your reviews: {verdict.learned:.0%} likely spam")
    if verdict.review and _decision(verdict) not in said:
        line(console, 2, _decision(verdict))


def _decision(verdict: VerdictCase) -> str:
    note = f": {verdict.review_note}" if verdict.review_note else ""
    return f"a person decided: {verdict.review} {verdict.review_level}{note}"


def _backlink(console: Console, backlink: BacklinkCase) -> None:
    line(console, 2, f"to {backlink.target_url or 'the property (the report names no target)'}")
    if backlink.target:
        _target(console, backlink.target)
    for claim in backlink.claims:
        line(console, 4, f"{claim.file_name}:{claim.line} ({_dated(claim)}) claims: {_said(claim)}")
        if claim.hits is not None:
            line(console, 6, f"{claim.hits:,} requests; {LOADING[claim.visitors_load_assets]}")
        if claim.title:
            line(console, 6, f"title: {claim.title}", style="dim")
    told = "" if backlink.sightings or not backlink.detail else f"; {backlink.detail}"
    line(console, 4, f"the page: {presence_words(backlink.state, backlink.reason)}{told}")
    for sight in backlink.sightings[:SHOWN_SIGHTINGS]:
        hidden = f" by {sight.hidden_by}" if sight.hidden_by else ""
        where = f"{sight.kind}, {LEVELS.get(sight.level, sight.level)}, {sight.visibility}{hidden}"
        place = PLACES.get(sight.place, sight.place)
        line(console, 6, f"{where}, {place}: {sight.left} [{sight.anchor}] {sight.right}")
    if len(backlink.sightings) > SHOWN_SIGHTINGS:
        left_out = len(backlink.sightings) - SHOWN_SIGHTINGS
        line(console, 6, f"... and {left_out} more references, see --json")


def _dated(claim: Claim) -> str:
    """Return who claims it, and since and until when."""
    dates = {"first seen": claim.first_seen, "last seen": claim.last_seen, "lost": claim.lost}
    told = [f"{what} {moment:%Y-%m-%d}" for what, moment in dates.items() if moment]
    return ", ".join(filter(None, [claim.tool, *told, claim.lost_reason]))


def _said(claim: Claim) -> str:
    has_words = claim.left or claim.anchor or claim.right
    return f"{claim.left} [{claim.anchor}] {claim.right}".strip() if has_words else "a link, without words"


def _target(console: Console, target: TargetCase) -> None:
    """Print what stands at the target itself; nothing for a page that is there."""
    size = f", {target.format} {target.width} x {target.height}" if target.width else ""
    if target.state != "there":
        line(console, 4, f"your own target is {target.state}{size}: {target.detail}")
    if target.page_url:
        said = " · ".join(filter(None, (target.title, target.heading, target.alt, target.caption)))
        line(console, 4, f"your page {target.page_url} shows it{size}: {said}", style="dim")


def _visit(console: Console, visit: VisitCase) -> None:
    answer = error_words(visit.error) or f"status {visit.status}"
    chain = " → ".join((*visit.chain, visit.final_url)) if visit.chain else ""
    came = size_words(visit.received_bytes, visit.body_bytes)
    came += ", cut off" if visit.truncated else ""
    came += ", a list of its links alone" if visit.links_alone else ""
    title = f" “{visit.title}”" if visit.title else ""
    line(
        console,
        2,
        f"{visit.at:%Y-%m-%d %H:%M} UTC {visit_words(visit.purpose, visit.profile)}: {answer}{came}{title}",
        style="dim",
    )
    if chain:
        line(console, 4, chain, style="dim")
    if visit.changes:
        line(console, 4, f"changed since {visit.since:%Y-%m-%d %H:%M}:")
    for change in visit.changes:
        line(console, 6, f"{change.what}: {change.before} → {change.after}")
    if visit.archive:
        line(console, 4, f"archived: {visit.archive}", style="dim")
