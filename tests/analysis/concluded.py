"""Everything an analysis writes, to be compared."""

from typing import Any

from sqlalchemy import select

from store.database import Store
from store.models import Campaign, Domain, Finding, Page, QueueFacet, QueueRow, Tally, Verdict


def concluded(store: Store) -> dict[str, set[Any]]:
    """Return everything an analysis writes, by table, with the domain's name in front where there is one."""
    finding = select(
        Domain.name, Finding.page_id, Finding.backlink_id, Finding.visit_id, Finding.signal, Finding.score,
        Finding.decisive, Finding.sentence, Finding.quote,
    ).join(Domain, Domain.id == Finding.domain_id)  # fmt: skip
    verdict = select(
        Verdict.subject, Verdict.subject_id, Verdict.state, Verdict.score, Verdict.flagged, Verdict.signals,
        Verdict.pages, Verdict.spam_pages, Verdict.reason,
    )  # fmt: skip
    pages = select(Domain.name, *verdict.selected_columns).join(Page, Page.domain_id == Domain.id)
    domains = select(Domain.name, *verdict.selected_columns)
    campaign = (
        Campaign.fingerprint, Campaign.value, Campaign.pages, Campaign.domains, Campaign.judged, Campaign.spam
    )  # fmt: skip
    queries = {
        "finding": finding,
        "page": pages.join(Verdict, (Verdict.subject_id == Page.id) & (Verdict.subject == "page")),
        "domain": domains.join(Verdict, (Verdict.subject_id == Domain.id) & (Verdict.subject == "domain")),
        "campaign": select(*campaign),
        "queue": select(
            QueueRow.name, QueueRow.priority, QueueRow.state, QueueRow.fold, QueueRow.fold_priority,
            QueueRow.first_signal, QueueRow.second_signal,
        ),
        "facet": select(Domain.name, QueueFacet.facet, QueueFacet.value).join(
            Domain, Domain.id == QueueFacet.domain_id
        ),
        "tally": select(Tally.topic, Tally.name, Tally.part, Tally.number).where(
            Tally.topic.in_(("presence", "verdict", "flagged", "campaign"))
        ),
    }  # fmt: skip
    with store.read() as session:
        return {name: set(map(tuple, session.execute(query))) for name, query in queries.items()}
