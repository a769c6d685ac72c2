"""The target's picture beside those of the page: out of the archive, drawn anew, from our own origin.

No picture is ever asked for from another host. What the archive holds is decoded in a confined process, and
only a small copy leaves it; what it does not hold is told in words.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from analysis.cases.case import PageCase, TargetCase
from crawler.archive.records import WarcFile
from crawler.children.child import Child, ChildLostError
from crawler.fetching.decoding import decode
from evidence.addresses.urls import is_image_url
from evidence.codec import CodecError, unpack
from evidence.model import Kind, PageEvidence
from evidence.pictures.picture_copy import MOST_PIXELS, small_copy
from review.site import Site
from store.looks.kept import target_profile

DRAWN = frozenset({"jpeg", "png", "gif", "webp", "avif", "bmp", "ico"})
"""Formats of which a copy can be drawn; a drawing in SVG is a program."""
MOST_KEY = 2**63 - 1
PICTURES = 24
"""Pictures of a page that its case lists."""
PAGES = 5
"""Pages of a case whose pictures are listed."""
MOST_PACKED = 2_000_000
"""Bytes of packed evidence that are opened to list the pictures of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One picture of the referring page."""

    url: str
    alt: str
    target_id: int
    """The target that it is, when that has a copy to show; else 0."""
    is_ours: bool
    """Whether the property is its owner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The reported pictures of the property, and those of the page."""

    targets: tuple[tuple[str, TargetCase | None], ...]
    """Address and what is known of it."""
    shown: tuple[Shown, ...]
    left_out: int
    was_read: bool
    """Whether a page was read at all."""


class Copies:
    """Draws small copies, one after the other, in a process that hostile pictures may ruin."""

    def __init__(self) -> None:
        """Begin without a process: most reviews look at few pictures."""
        self._child: Child | None = None
        self._turn = asyncio.Lock()

    async def draw(self, body: bytes) -> bytes:
        """Return the copy; empty when the bytes cannot be drawn or ask for too much."""
        async with self._turn:
            try:
                self._child = self._child or await Child.start()
                return await self._child.run(small_copy, body)
            except (ChildLostError, MemoryError, RecursionError):
                await self._end()
                return b""

    async def close(self) -> None:
        """End the process."""
        async with self._turn:
            await self._end()

    async def _end(self) -> None:
        if self._child is not None:
            with suppress(ConnectionError):
                await self._child.end()
            self._child = None


def has_copy(target: TargetCase | None, archive: Path) -> bool:
    """Say whether the archive holds a picture of this target that can be shown."""
    return (
        target is not None
        and target.format in DRAWN
        and target.width * target.height <= MOST_PIXELS
        and bool(target.archive_file)
        and (archive / Path(target.archive_file).name).is_file()
    )


async def show(request: Request, site: Site, copies: Copies) -> Response:
    """Answer with the copy of a target's picture."""
    body = await run_in_threadpool(_archived, site, min(request.path_params["target_id"], MOST_KEY))
    copy = await copies.draw(body) if body else b""
    if not copy:
        return PlainTextResponse("The archive holds no picture that can be shown.", status_code=404)
    return Response(copy, media_type="image/png")


def beside(page: PageCase, packed: bytes | None, archive: Path) -> Beside | None:
    """Return the pictures by the packed evidence of a page reported for one; None for any other page."""
    links = [
        (link.target_url, link.target)
        for link in page.backlinks
        if (link.target is not None and link.target.kind == "image") or is_image_url(link.target_url)
    ]
    if not links:
        return None
    was_seen = any(link.state != "unknown" for link in page.backlinks)
    try:
        evidence = unpack(packed) if packed and was_seen else None
    except CodecError:  # written by another version
        evidence = None
    copied = {url: target.target_id for url, target in links if target and has_copy(target, archive)}
    pictures = _pictures(evidence, copied) if evidence else []
    return Beside(
        targets=tuple(links),
        shown=tuple(pictures[:PICTURES]),
        left_out=max(0, len(pictures) - PICTURES),
        was_read=evidence is not None,
    )


def _pictures(evidence: PageEvidence, copied: dict[str, int]) -> list[Shown]:
    """Return the pictures of a page, ours first, then in the order of the page."""
    ours: dict[str, int] = {}
    for find in evidence.references:
        ours[find.carrier.url] = ours.get(find.carrier.url) or copied.get(find.target, 0)
    pictures = {
        one.url: Shown(url=one.url, alt=one.anchor, target_id=ours.get(one.url, 0), is_ours=one.url in ours)
        for one in evidence.carriers
        if one.kind is Kind.EMBED and one.element in {"img", "source", "image"} and one.url
    }
    return sorted(pictures.values(), key=lambda one: not one.is_ours)


def _archived(site: Site, target_id: int) -> bytes:
    with site.store.read() as session:
        row = target_profile(session, site.property_name, target_id)
    if row is None or row.archive_offset is None or row.format not in DRAWN:
        return b""
    file = site.archive / Path(row.archive_file).name
    record = WarcFile(file).at(row.archive_offset) if file.is_file() else None
    if record is None:
        return b""
    headers = {name.lower(): value for name, value in record.headers}
    return decode(record.body, headers.get("content-encoding", "")).body
