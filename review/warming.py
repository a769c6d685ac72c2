"""Answering once before anybody asks, so that the first answer takes no longer than the others.

What makes it slow is the same for every page: compiling templates and statements, reading the list of public
suffixes, opening the store.
"""

import gc

from starlette.requests import Request

from review import case, overview, queue
from review.site import ENVIRONMENT, Site
from store.looks.queued import Wanted
from store.looks.queued import queue as next_rows


def warm(site: Site) -> None:
    """Draw each view, and throw it away; twice, for SQLAlchemy keeps some statements only the second time."""
    for name in ENVIRONMENT.list_templates():
        ENVIRONMENT.get_template(name)
    for _ in range(2):
        _draw(site)
    gc.collect()
    gc.freeze()  # none of this goes away: looking through it again would hold up an answer now and then


def _draw(site: Site) -> None:
    overview.show(_asking("/"), site)
    queue.show(_asking("/queue"), site)
    queue.show(_asking("/queue", query=b"each=1"), site)
    with site.store.read() as session:
        first = next_rows(session, site.property_name, Wanted(decided="all"), after=None, limit=1)
    for row in first:
        case.show(_asking(f"/domain/{row.domain}", domain=row.domain), site)


def _asking(path: str, *, query: bytes = b"", **named: str) -> Request:
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "server": None,
            "path": path,
            "query_string": query,
            "headers": [],
            "path_params": named,
        }
    )
