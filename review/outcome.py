"""What comes of the decisions: the disavow draft with its evidence, checked and compared; or nothing."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from crawler.disavow.difference import diff
from crawler.disavow.lint import lint
from review.site import Site

MOST_LINES = 2_000
"""Lines of the draft that the page shows; the file has all."""
DISAVOW_FILE = "disavow.txt"


async def show(request: Request, site: Site, form: FormData | None = None) -> Response:
    """Draw the draft, and the difference to the file in force when one was handed over."""
    text = await draft(site)
    difference = None
    in_force = form.get("in_force") if form is not None else None
    if isinstance(in_force, UploadFile):
        difference = diff(await in_force.read(), text.encode())
    lines = text.splitlines()
    return await asyncio.to_thread(
        site.page,
        request,
        "outcome.html",
        lines=lines[:MOST_LINES],
        left_out=max(0, len(lines) - MOST_LINES),
        entries=sum(bool(line) and not line.startswith("#") for line in lines),
        problems=lint(text.encode()).problems,
        difference=difference,
    )


async def download(_request: Request, site: Site) -> Response:
    """Hand out the draft."""
    headers = {"Content-Disposition": f'attachment; filename="{DISAVOW_FILE}"'}
    return Response((await draft(site)).encode(), media_type="text/plain; charset=utf-8", headers=headers)


async def draft(site: Site) -> str:
    """Write the draft in a process of its own.

    The bulk reads behind it bring a second SQLite library along, which would break the locks of this
    process's own connections (`docs/architecture.md`).
    """
    spawned = multiprocessing.get_context("spawn")
    store_url = site.store.url.render_as_string(hide_password=False)
    with ProcessPoolExecutor(1, mp_context=spawned) as process:
        return await asyncio.get_running_loop().run_in_executor(
            process, _written, store_url, site.property_name
        )


def _written(store_url: str, property_name: str) -> str:
    from analysis.exports.disavow import text
    from analysis.gathering import dossier
    from store.database import open_store

    store = open_store(store_url)
    try:
        return text(dossier(store, property_name, now=datetime.now(UTC)))
    finally:
        store.close()
