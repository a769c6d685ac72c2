"""A visit as rows of the tables it is stored in."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from evidence.model import Reference
from store.crawls.pages import DuePage
from store.crawls.sights import PageVisit, Sight


def frontier_row(visit: PageVisit) -> dict[str, Any]:
    """Return when the page is due next."""
    return {
        "key": visit.page.id,
        "due_at": visit.due_at,
        "attempts": visit.attempts,
        "interval": visit.interval,
        "missing_since": visit.missing_since,
    }


def presence_rows(sight: Sight, visit_id: int) -> list[dict[str, Any]]:
    """Return what one sight says about each backlink."""
    return [
        {
            "visit_id": visit_id,
            "backlink_id": backlink_id,
            "state": presence.state,
            "reason": presence.reason,
            "detail": presence.detail,
        }
        for backlink_id, presence in sight.presences.items()
    ]


def reference_rows(page: DuePage, sight: Sight, visit_id: int) -> list[dict[str, Any]]:
    """Return the finds of one sight."""
    if sight.reading is None or not _is_of_page(sight):
        return []
    keys = {link.target.url: link.id for link in page.backlinks if link.target is not None}
    return [_reference_row(reference, visit_id, page, keys) for reference in sight.reading.references]


def visit_row(page: DuePage, sight: Sight) -> dict[str, Any]:
    """Return one sight."""
    fetched = sight.fetched
    return {
        **_UNREAD,
        **({} if sight.reading is None else sight.reading.columns),
        "page_id": page.id if _is_of_page(sight) else None,
        "domain_id": page.domain_id,
        "purpose": sight.purpose,
        "profile": sight.profile,
        "started_at": sight.started_at,
        "elapsed_ms": sight.elapsed_ms,
        "url": fetched.url,
        "final_url": fetched.final_url,
        "status": fetched.status,
        "error": fetched.error,
        "error_detail": sight.error_detail,
        "tls_faults": list(sight.tls_faults),
        "etag": sight.etag,
        "last_modified": sight.last_modified,
        "as_before": sight.as_before,
        "hops": [asdict(hop) for hop in fetched.hops],
        "address": sight.address,
        "content_type": sight.content_type,
        "received_bytes": sight.received_bytes,
        "body_bytes": sight.body_bytes,
        "body_sha256": sight.body_sha256,
        "truncated": fetched.truncated,
        "archive_file": sight.archived.file,
        "archive_offset": sight.archived.offset,
        "archive_length": sight.archived.length,
    }


def _is_of_page(sight: Sight) -> bool:
    return sight.purpose in {"page", "unchanged", "again", "image", "frame"}


def _reference_row(
    reference: Reference, visit_id: int, page: DuePage, keys: Mapping[str, int]
) -> dict[str, Any]:
    carrier = reference.carrier
    return {
        "visit_id": visit_id,
        "page_id": page.id,
        "backlink_id": keys.get(reference.target),
        "kind": carrier.kind,
        "level": reference.level,
        "visibility": carrier.visibility,
        "hidden_by": carrier.hidden_by,
        "place": carrier.place,
        "element": carrier.element,
        "attribute": carrier.attribute,
        "url": carrier.url,
        "resolved": reference.resolved,
        "via": reference.via,
        "anchor": carrier.anchor,
        "left": " ".join(carrier.left.words),
        "right": " ".join(carrier.right.words),
        "rel": " ".join(carrier.rel),
        "readings": list(reference.readings),
    }


def backlink_rows(visit: PageVisit, visit_ids: Sequence[int]) -> list[dict[str, Any]]:
    """Return what the visit says of its backlinks; `visit_ids`: keys of its sights, in their order."""
    return [
        {
            "key": backlink_id,
            "state": judged.presence.state,
            "reason": judged.presence.reason,
            "detail": judged.presence.detail,
            "level": judged.presence.reference.level if judged.presence.reference else "",
            "visibility": judged.presence.reference.carrier.visibility if judged.presence.reference else "",
            "seen_loads": judged.seen_loads,
            "loads": judged.loads,
            "visit_id": visit_ids[judged.sight],
            "checked_at": visit.checked_at,
        }
        for backlink_id, judged in visit.judged.items()
        if judged.sight is not None
    ]


def confirmed_rows(visit: PageVisit) -> list[dict[str, Any]]:
    """Return the backlinks of which an earlier visit's word still stands."""
    return [
        {"key": backlink_id, "checked_at": visit.checked_at}
        for backlink_id, judged in visit.judged.items()
        if judged.sight is None
    ]


_UNREAD: dict[str, Any] = {
    "title": "",
    "h1": "",
    "language": "",
    "noindex": False,
    "words": 0,
    "prose_words": 0,
    "compression": 0.0,
    "link_density": 0.0,
    "title_words": 0,
    "mean_word_length": 0.0,
    "visible_share": 0.0,
    "common_word_share": 0.0,
    "links": 0,
    "embeds": 0,
    "foreign_links": 0,
    "foreign_embeds": 0,
    "foreign_link_hosts": 0,
    "foreign_embed_hosts": 0,
    "picture_hosts_named": 0,
    "picture_hosts_fitting": 0,
    "simhash": 0,
    "template_hash": "",
    "vocabulary": "",
    "frequent_words": "",
    "trackers": [],
    "traits": [],
    "limits": [],
    "evidence_version": None,
    "evidence": None,
}
