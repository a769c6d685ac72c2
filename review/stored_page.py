"""The page as it was: out of the archive, made harmless, shown in a frame that may do nothing."""

from pathlib import Path

import nh3
from starlette.responses import HTMLResponse, Response

from crawler.archive.records import WarcFile, WarcRecord
from crawler.fetching.decoding import decode
from evidence.text.encoding import declared_encoding
from evidence.text.encoding import decode as as_text
from review.guarding import STORED_PAGE_POLICY
from store.models import Visit

MOST_BYTES = 1_000_000
"""Bytes of a stored page that are shown."""
MOST_RECORD = 64_000_000
"""Bytes of a record of somebody else's archive that are handed out; our own pages end at 10 MiB."""
SHOWN_ATTRIBUTES = {"*": {"lang", "dir"}, "img": {"alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan"}}
"""No address survives: not even a click inside the frame leaves this machine."""


def record_of(visit: Visit, archive: Path) -> WarcRecord | None:
    """Return the archived response of a visit; None when it is not there any more."""
    file = archive / Path(visit.archive_file).name
    if not visit.archive_file or visit.archive_offset is None or not file.is_file():
        return None
    return WarcFile(file).at(visit.archive_offset)


def raw_record(visit: Visit, archive: Path) -> bytes | None:
    """Return the archived record, as one gzip member; None when it is not there any more."""
    file = archive / Path(visit.archive_file).name
    if not visit.archive_file or visit.archive_offset is None or not file.is_file():
        return None
    if visit.archive_length is None:  # of an archive that was replayed
        return WarcFile(file).member(visit.archive_offset, most=MOST_RECORD)
    with file.open("rb") as stream:
        stream.seek(visit.archive_offset)
        return stream.read(visit.archive_length)


def harmless(record: WarcRecord) -> str:
    """Return the page's text and structure without anything that acts or asks."""
    headers = {name.lower(): value for name, value in record.headers}
    body = decode(record.body, headers.get("content-encoding", "")).body[:MOST_BYTES]
    text = as_text(body, declared_encoding(body, headers.get("content-type", "")) or "utf-8")
    tags = nh3.ALLOWED_TAGS | {"main", "section", "nav", "title"}
    return nh3.clean(text, tags=tags, attributes=SHOWN_ATTRIBUTES, link_rel=None, url_schemes=set())


def framed(visit: Visit, archive: Path) -> Response:
    """Return a stored page for the frame."""
    record = record_of(visit, archive)
    body = harmless(record) if record else "<p>The archive does not hold this page any more."
    return HTMLResponse(
        f"<!doctype html><meta charset=utf-8><title>stored page</title><body>{body}",
        headers={"Content-Security-Policy": STORED_PAGE_POLICY, "X-Frame-Options": "SAMEORIGIN"},
    )
