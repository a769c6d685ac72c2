"""What comes of the decisions: the disavow draft with its evidence, checked and compared; or nothing."""

import asyncio

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from crawler.disavow.difference import diff
from review.drafting import Draft, Drafts
from review.site import Site

MOST_LINES = 2_000
"""Lines of the draft that the page shows; the file has all."""
DISAVOW_FILE = "disavow.txt"


async def show(request: Request, site: Site, drafts: Drafts, form: FormData | None = None) -> Response:
    """Draw the newest draft at once, and the difference to the file in force when one was handed over."""
    in_force = form.get("in_force") if form is not None else None
    difference = None
    draft: Draft | None
    if isinstance(in_force, UploadFile):
        draft, is_old = await drafts.current(), False
        difference = diff(await in_force.read(), draft.text.encode())
    else:
        draft, is_old = await drafts.newest()
    lines = draft.text.splitlines() if draft else []
    return await asyncio.to_thread(
        site.page,
        request,
        "outcome.html",
        draft=draft,
        is_old=is_old,
        lines=lines[:MOST_LINES],
        left_out=max(0, len(lines) - MOST_LINES),
        entries=sum(bool(line) and not line.startswith("#") for line in lines),
        difference=difference,
    )


async def download(_request: Request, _site: Site, drafts: Drafts) -> Response:
    """Hand out the draft that knows every decision."""
    draft = await drafts.current()
    if draft.refusal:
        raise HTTPException(409, draft.refusal)
    headers = {"Content-Disposition": f'attachment; filename="{DISAVOW_FILE}"'}
    return Response(draft.text.encode(), media_type="text/plain; charset=utf-8", headers=headers)
