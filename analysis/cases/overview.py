"""The overview of one property: counts, and the flagged domains in the order to look at them."""

from analysis.cases.case import DomainCase
from analysis.cases.casefile import domain_cases
from analysis.cases.standing import FlaggedDomain, Overview
from store.database import Store
from store.looks.tallies import Tallies
from store.looks.totals import flagged_count, flagged_domains, presence_counts, verdict_counts

STATES = ("spam", "suspicious", "benign", "undecided")


def overview(store: Store, property_name: str, *, limit: int = 20) -> Overview:
    """Return the overview with up to `limit` flagged domains, counted now."""
    with store.read() as session:
        flagged = flagged_domains(session, property_name, limit)
        counted = Tallies(
            presences=[
                (state, reason, number) for state, reason, number in presence_counts(session, property_name)
            ],
            verdicts=[
                (subject, state, number) for subject, state, number in verdict_counts(session, property_name)
            ],
            flagged=flagged_count(session, property_name),
            analysed_at=flagged[0][0].decided_at if flagged else None,
        )
    cases = domain_cases(
        store, property_name, {verdict.subject_id: name for verdict, name in flagged}, pages=1
    )
    return overview_of(property_name, counted, tuple(_flagged(case) for case in cases))


def overview_of(property_name: str, counted: Tallies, flagged: tuple[FlaggedDomain, ...] = ()) -> Overview:
    """Return the overview that counts make."""

    def by_reason(wanted: str) -> dict[str, int]:
        return {reason: number for state, reason, number in counted.presences if state == wanted}

    def by_verdict(wanted: str) -> dict[str, int]:
        found = {state: number for subject, state, number in counted.verdicts if subject == wanted}
        return {state: found.get(state, 0) for state in STATES}

    return Overview(
        property_name=property_name,
        backlinks=sum(number for _, _, number in counted.presences),
        unvisited=sum(by_reason("").values()),
        present=by_reason("present"),
        absent=by_reason("absent"),
        unknown=by_reason("unknown"),
        pages=by_verdict("page"),
        domains=by_verdict("domain"),
        flagged_count=counted.flagged,
        flagged=flagged,
        decided_at=counted.analysed_at,
    )


def _flagged(case: DomainCase) -> FlaggedDomain:
    page = case.pages[0]
    return FlaggedDomain(
        domain=case.domain,
        state=case.verdict.state,
        score=case.verdict.score,
        pages=case.verdict.pages,
        spam_pages=case.verdict.spam_pages,
        reason=case.verdict.reason,
        review=case.verdict.review,
        page_url=page.url,
        strongest=page.findings[0] if page.findings else None,
    )
