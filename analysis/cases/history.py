"""The visits of a page, and what changed between them: answer, link, words around it, title, language.

A visit is its page load with the further loads of the same hour (`again`, `image`, `frame`). What was not
read is not compared: a page behind a wall has not lost its title.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from analysis.cases.case import Change, VisitCase
from analysis.wording import error_words, language_words, presence_words
from evidence.visited import LINK_LIST
from store.looks.cases import PageRows
from store.models import Reference, Visit

NOTHING = "(nothing)"
Presences = Mapping[int, tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One visit, as far as visits are compared."""

    visit_id: int
    at: datetime
    answer: str
    was_read: bool
    title: str
    language: str
    presences: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Backlink to state and reason, over all loads: one that shows it is enough."""
    windows: dict[int, str] = field(default_factory=dict)
    """Backlink to the nearest reference with the words around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one visit changed."""

    since: datetime
    """The visit before."""
    changes: tuple[Change, ...]


def visit_cases(rows: PageRows, page_id: int) -> tuple[VisitCase, ...]:
    """Return the visits of a page, newest first, each with what it found otherwise."""
    changed = _steps(rows, page_id, _link_names(rows, page_id))
    return tuple(
        VisitCase(
            id=visit.id,
            at=visit.started_at,
            purpose=visit.purpose,
            profile=visit.profile,
            url=visit.url,
            final_url=visit.final_url,
            status=visit.status,
            error=visit.error,
            chain=tuple(f"{hop['status']} {hop['url']}" for hop in visit.hops),
            address=visit.address,
            title=visit.title,
            truncated=visit.truncated,
            received_bytes=visit.received_bytes,
            body_bytes=visit.body_bytes,
            links_alone=LINK_LIST in visit.limits,
            archive=_where_archived(visit),
            language=visit.language,
            since=changed[visit.id].since if visit.id in changed else None,
            changes=changed[visit.id].changes if visit.id in changed else (),
        )
        for visit in rows.visits
        if visit.page_id == page_id
    )


def _steps(rows: PageRows, page_id: int, links: Mapping[int, str]) -> dict[int, Step]:
    """Return, by visit, what it changed; the first visit has no step.

    `links`: what to call each backlink of the page.
    """
    found: dict[int, Step] = {}
    before: Seen | None = None
    last_read: Seen | None = None
    for now in _seen(rows, page_id):
        if before is not None:
            changes = (*_of_link(before, now, links), *_of_content(last_read, now, links))
            found[now.visit_id] = Step(since=before.at, changes=changes)
        before = now
        last_read = now if now.was_read else last_read
    return found


def _of_link(before: Seen, now: Seen, links: Mapping[int, str]) -> Iterator[Change]:
    if before.answer != now.answer:
        yield Change(what="answer", before=before.answer, after=now.answer)
    for id, name in links.items():
        old, new = before.presences.get(id), now.presences.get(id)
        if old and new and old != new:
            yield Change(what=name, before=presence_words(*old), after=presence_words(*new))


def _of_content(before: Seen | None, now: Seen, links: Mapping[int, str]) -> Iterator[Change]:
    if before is None or not now.was_read:
        return
    for id, name in links.items():
        old, new = _window(before, id), _window(now, id)
        if old != new:
            yield Change(what=f"words around {name}", before=old, after=new)
    if before.title != now.title:
        yield Change(what="title", before=before.title or NOTHING, after=now.title or NOTHING)
    if before.language != now.language:
        old, new = language_words(before.language), language_words(now.language)
        yield Change(what="language", before=old or NOTHING, after=new or NOTHING)


def _window(seen: Seen, backlink_id: int) -> str:
    """Return the words around a link; those of a find that no report names (key 0) stand for all."""
    return seen.windows.get(backlink_id) or seen.windows.get(0, NOTHING)


def _seen(rows: PageRows, page_id: int) -> Iterator[Seen]:
    """Give the visits of a page, oldest first."""
    presences: dict[int, dict[int, tuple[str, str]]] = {}
    for row in rows.presences:
        presences.setdefault(row.visit_id, {})[row.backlink_id] = (row.state, row.reason)
    references: dict[int, list[Reference]] = {}
    for reference in rows.references:
        references.setdefault(reference.visit_id, []).append(reference)
    seen: Seen | None = None
    for loads in _visits(visit for visit in reversed(rows.visits) if visit.page_id == page_id):
        first = loads[0]
        if first.purpose == "unchanged" and seen is not None:
            seen = replace(seen, visit_id=first.id, at=first.started_at)
        else:
            said = _over_all([presences.get(load.id, {}) for load in loads])
            seen = Seen(
                visit_id=first.id,
                at=first.started_at,
                answer=answer_words(first),
                was_read=not first.error
                and LINK_LIST not in first.limits
                and all(state != "unknown" for state, _ in said.values()),
                title=first.title,
                language=first.language,
                presences=said,
                windows=_windows(reference for load in loads for reference in references.get(load.id, ())),
            )
        yield seen


def _visits(loads: Iterable[Visit]) -> Iterator[list[Visit]]:
    """Gather each page load with the further loads after it."""
    gathered: list[Visit] = []
    for load in loads:
        if load.purpose in {"page", "unchanged"} and gathered:
            yield gathered
            gathered = []
        gathered.append(load)
    if gathered:
        yield gathered


def _over_all(loads: Sequence[Presences]) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    for presences in loads:
        for id, said in presences.items():
            if id not in found or (said[0] == "present" and found[id][0] != "present"):
                found[id] = said
    return found


def _windows(references: Iterable[Reference]) -> dict[int, str]:
    found: dict[int, str] = {}
    for row in sorted(references, key=lambda row: (row.level, row.id)):
        words = f"{row.left} [{row.anchor or row.url}] {row.right}".strip()
        found.setdefault(row.backlink_id or 0, words)
    return found


def answer_words(visit: Visit) -> str:
    """Return how the server answered, in words."""
    if visit.error:
        return error_words(visit.error)
    return f"status {visit.status}" if visit.status else "no answer"


def _link_names(rows: PageRows, page_id: int) -> dict[int, str]:
    """Return what to call each backlink of a page: the link, or by the end of its target's address."""
    targets = {link.id: target_url for link, target_url in rows.backlinks if link.page_id == page_id}
    if len(targets) == 1:
        return dict.fromkeys(targets, "the link")
    ends = {id: url.rstrip("/").rpartition("/")[2] for id, url in targets.items()}
    return {id: f"the link to {end or 'your site'}" for id, end in ends.items()}


def _where_archived(visit: Visit) -> str:
    """Return file, offset and length; an archive that was replayed tells no length."""
    if not visit.archive_file:
        return ""
    length = "" if visit.archive_length is None else f"{visit.archive_length} bytes "
    return f"{visit.archive_file}, {length}from {visit.archive_offset}"
