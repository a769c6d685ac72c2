"""A backlink for the case file: what the reports claim, where the page showed it, what it should lead to."""

from dataclasses import fields

from analysis.cases.case import BacklinkCase, Claim, Sighting, TargetCase
from store.looks.cases import PageRows
from store.models import TargetProfile


def backlink_cases(rows: PageRows, page_id: int, newest_visit: int) -> list[BacklinkCase]:
    """Return the backlinks of a page, and where its visits from `newest_visit` on saw each."""
    return [
        BacklinkCase(
            target_url=target_url,
            state=backlink.state,
            reason=backlink.reason,
            detail=backlink.detail,
            level=backlink.level,
            visibility=backlink.visibility,
            seen_loads=backlink.seen_loads,
            loads=backlink.loads,
            claims=tuple(_claims(rows, backlink.id)),
            sightings=tuple(_sightings(rows, page_id, backlink.id, newest_visit)),
            target=_target(rows.targets.get(backlink.target_id or 0)),
        )
        for backlink, target_url in rows.backlinks
        if backlink.page_id == page_id
    ]


def _target(row: TargetProfile | None) -> TargetCase | None:
    if row is None:
        return None
    return TargetCase(**{field.name: getattr(row, field.name) for field in fields(TargetCase)})


def _claims(rows: PageRows, backlink_id: int) -> list[Claim]:
    return [
        Claim(
            tool=tool,
            file_name=file_name,
            line=said.line,
            title=said.title,
            left=said.left,
            anchor=said.anchor,
            right=said.right,
            type=said.type,
            first_seen=said.first_seen,
            last_seen=said.last_seen,
            lost=said.lost,
            lost_reason=said.lost_reason,
            hits=said.hits,
            visitors_load_assets=said.visitors_load_assets,
        )
        for said, tool, file_name in rows.statements
        if said.backlink_id == backlink_id
    ]


def _sightings(rows: PageRows, page_id: int, backlink_id: int, newest_visit: int) -> list[Sighting]:
    return [
        Sighting(
            visit_id=row.visit_id,
            kind=row.kind,
            level=row.level,
            visibility=row.visibility,
            hidden_by=row.hidden_by,
            place=row.place,
            element=row.element,
            attribute=row.attribute,
            url=row.url,
            via=row.via,
            anchor=row.anchor,
            left=row.left,
            right=row.right,
            rel=row.rel,
        )
        for row in rows.references
        if row.page_id == page_id and row.backlink_id in {backlink_id, None} and row.visit_id >= newest_visit
    ]
