"""The case file: everything about one page or one domain, ready to be read by a person."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.cases.backlinks import backlink_cases
from analysis.cases.case import DomainCase, FindingCase, PageCase, VerdictCase
from analysis.cases.history import visit_cases
from analysis.model.learned_model import Model
from analysis.verdicts.acting import Act, act_on, advice
from evidence.addresses.hosts import host_of, registrable_domain
from evidence.addresses.urls import normal_form, resolve
from evidence.errors import LinkwitnessError
from store.database import Store
from store.identity import key
from store.looks.cases import BATCH, PageRows, domain_row, page_ids_of, page_rows, review_rows, verdict_rows
from store.models import Page, Review, Verdict
from store.properties import learned_numbers

NOT_JUDGED = "undecided"


class NoSuchCaseError(LinkwitnessError):
    """No backlink of the property comes from there."""


def page_case(store: Store, property_name: str, url: str) -> PageCase:
    """Return the case of one page.

    Raises:
        NoSuchCaseError: no report names that page.
    """
    absolute = resolve(url if "://" in url else f"http://{url}", "http://invalid/") or url
    cases = page_cases(store, property_name, [key("page", normal_form(absolute))])
    if not cases:
        raise NoSuchCaseError(f"no report names the page {url}; look for its domain: linkwitness show DOMAIN")
    return cases[0]


def domain_case(store: Store, property_name: str, name: str, *, pages: int = 20) -> DomainCase:
    """Return the case of one domain with up to `pages` of its pages.

    Raises:
        NoSuchCaseError: no report names a page of that domain.
    """
    domain = registrable_domain(host_of(name) if "://" in name else name.lower())
    with store.read() as session:
        row = domain_row(session, domain)
    if row is None:
        raise NoSuchCaseError(f"no report names a page of {domain}")
    cases = domain_cases(store, property_name, {row.id: row.name}, pages=pages)
    if not cases:
        raise NoSuchCaseError(f"no report of {property_name} names a page of {domain}")
    return cases[0]


def domain_cases(
    store: Store, property_name: str, domains: dict[int, str], *, pages: int
) -> list[DomainCase]:
    """Return the cases of domains (key to name), in that order, with up to `pages` pages each."""
    ids = list(domains)
    with store.read() as session:
        verdicts = {row.subject_id: row for row in verdict_rows(session, property_name, "domain", ids)}
        reviews = _newest(review_rows(session, property_name, "domain", ids))
        chosen = {id: page_ids_of(session, property_name, [id], pages) for id in ids}
    cases = {
        case.url: case
        for case in page_cases(store, property_name, [page for found in chosen.values() for page in found])
    }
    by_domain: dict[str, list[PageCase]] = {}
    for case in cases.values():
        by_domain.setdefault(case.domain, []).append(case)
    found = []
    for id, name in domains.items():
        if not chosen[id]:
            continue
        verdict = _verdict(verdicts.get(id), reviews.get(id))
        own_pages = tuple(by_domain.get(name, ()))
        found.append(
            DomainCase(
                domain=name, verdict=verdict, pages=own_pages, advice=_domain_advice(verdict, own_pages)
            )
        )
    return found


def page_cases(store: Store, property_name: str, page_ids: Sequence[int]) -> list[PageCase]:
    """Return the cases of pages, in the order of their keys as given."""
    found: dict[int, PageCase] = {}
    with store.read() as session:
        for start in range(0, len(page_ids), BATCH):
            rows = page_rows(session, property_name, page_ids[start : start + BATCH])
            model = Model.stored(learned_numbers(session, property_name))
            domain_ids = sorted({page.domain_id for page, _ in rows.pages})
            of_domains = {
                row.subject_id: row for row in verdict_rows(session, property_name, "domain", domain_ids)
            }
            inherited = _newest(review_rows(session, property_name, "domain", domain_ids))
            found |= dict(_page_cases(rows, of_domains, inherited, model))
    return [found[id] for id in page_ids if id in found]


def _page_cases(
    rows: PageRows, of_domains: dict[int, Verdict], inherited: dict[int, Review], model: Model | None
) -> Iterator[tuple[int, PageCase]]:
    """Tell of each page; a decision about itself goes before one about its domain (`inherited`)."""
    verdicts = {row.subject_id: row for row in rows.verdicts}
    reviews = _newest(rows.reviews)
    newest_visits = _newest_visits(rows)
    for page, domain in rows.pages:
        verdict = _verdict(verdicts.get(page.id), reviews.get(page.id) or inherited.get(page.domain_id))
        act = _act(page, verdict, of_domains.get(page.domain_id))
        findings = _findings(rows, page.id)
        closed = any(finding.signal == "dead-page" for finding in findings)
        yield (
            page.id,
            PageCase(
                id=page.id,
                url=page.url,
                host=page.host,
                domain=domain,
                verdict=replace(verdict, learned=_chance(model, findings)),
                findings=findings,
                backlinks=tuple(backlink_cases(rows, page.id, newest_visits.get(page.id, 0))),
                visits=visit_cases(rows, page.id),
                act=act,
                advice=advice(verdict.final, flagged=verdict.waits, closed=closed, act=act),
            ),
        )


def _newest_visits(rows: PageRows) -> dict[int | None, int]:
    """Return the last visit of each page; the rows come with the last one first."""
    newest: dict[int | None, int] = {}
    for visit in rows.visits:
        if visit.purpose == "page":
            newest.setdefault(visit.page_id, visit.id)
    return newest


def _act(page: Page, verdict: VerdictCase, whole: Verdict | None) -> Act | None:
    """Return what to act on where a page is spam, given the verdict on its domain."""
    if verdict.final != "spam":
        return None
    of_domain = whole is not None and whole.state == "spam"
    return act_on(page.url, page.host, domain_is_spam=of_domain, level=verdict.review_level)


def _findings(rows: PageRows, page_id: int) -> tuple[FindingCase, ...]:
    return tuple(
        FindingCase(
            signal=row.signal,
            score=row.score,
            decisive=row.decisive,
            sentence=row.sentence,
            quote=row.quote,
        )
        for row in rows.findings
        if row.page_id == page_id
    )


def _newest(reviews: Sequence[Review]) -> dict[int, Review]:
    return {review.subject_id: review for review in reversed(reviews)}


def _verdict(row: Verdict | None, review: Review | None) -> VerdictCase:
    return VerdictCase(
        state=row.state if row else NOT_JUDGED,
        score=row.score if row else None,
        flagged=row.flagged if row else False,
        signals=row.signals if row else 0,
        pages=row.pages if row else 0,
        spam_pages=row.spam_pages if row else 0,
        reason=row.reason if row else "Not analysed yet: run `linkwitness analyse`.",
        decided_at=row.decided_at if row else None,
        review=review.decision if review else "",
        review_level=review.level if review else "",
        review_note=review.note if review else "",
        reviewed_at=review.decided_at if review else None,
    )


def _chance(model: Model | None, findings: tuple[FindingCase, ...]) -> float | None:
    return model.chance((finding.signal, finding.score) for finding in findings) if model else None


def _domain_advice(verdict: VerdictCase, pages: tuple[PageCase, ...]) -> str:
    acts = [page.act for page in pages if page.act is not None]
    return advice(verdict.final, flagged=verdict.waits, closed=False, act=acts[0] if acts else None)
