"""Two plain pages, a crawl over some of them, and what the store says afterwards."""

from pathlib import Path

from sqlalchemy import select

from store.database import Store
from store.models import Backlink, Page, Visit
from tests.crawler.seeding import IMAGE, Ended, crawl, seed
from tests.crawler.server import WebServer

FOUND = (
    f'<html><title>Bottles</title><p>See the <a href="{IMAGE}"><img src="{IMAGE}" alt="a bottle"></a> here.'
)
"""A page that shows the image and links to it."""
NOTHING = (
    "<html><title>Chess club</title><h1>Chess club</h1><p>" + "Our next match is on Sunday at noon. " * 20
)
"""A page that has nothing to do with it."""


def visit_all(store: Store, web: WebServer, folder: Path, urls: list[str], **job: object) -> Ended:
    """Seed the pages and crawl them from the server."""
    seed(store, urls)
    return crawl(
        store.url.render_as_string(hide_password=False),
        folder,
        connect_to={"test": f"127.0.0.1:{web.port}"},
        **job,
    )


def visits(store: Store, purpose: str = "page") -> dict[str, Visit]:
    """Return the visits of one purpose by URL, the last one of each."""
    with store.read() as session:
        return {
            visit.url: visit
            for visit in session.scalars(select(Visit).where(Visit.purpose == purpose).order_by(Visit.id))
        }


def states(store: Store) -> dict[str, tuple[str, str]]:
    """Return state and reason of every backlink by the URL of its page."""
    with store.read() as session:
        rows = session.execute(select(Page.url, Backlink.state, Backlink.reason).join(Backlink))
        return {url: (state, reason) for url, state, reason in rows}
