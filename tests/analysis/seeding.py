"""A store with a report imported and two pages visited: the founding story, and a page that shows its sponsor."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from crawler.imports.importing import import_report
from evidence.property import Property
from store.database import Store
from store.models import Backlink, Page, Reference, Visit
from store.properties import put_property

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NAME = "shop.test"
IMAGE = "https://www.shop.test/uploads/iris-violoncelle-flacon.jpg"
STORY = "https://basketball-club.test/iris-violoncelle-parfum.html"
SPONSORED = "https://other-club.test/sponsors"
UNVISITED = "https://organics.test/season-ski-pass-k.html"
BLOCKED = "https://walled.test/article"
COLUMNS = '"Referring page title","Referring page URL","Target URL","Left context","Anchor","Right context",Type,"First seen","Last seen"'
_ROWS = (
    ("Iris Violoncelle", STORY, "", "Iris Violoncelle", ""),
    ("Our sponsors", SPONSORED, "thanks to", "L'Orchestre Parfum", "of Grasse"),
    (
        "cut back damage despise season ski pass sensor society Handbook",
        UNVISITED,
        "",
        "A day on the snow",
        "",
    ),
    ("An article", BLOCKED, "", "", ""),
)
VISIT: dict[str, Any] = {
    "purpose": "page", "profile": "plain", "started_at": NOW, "elapsed_ms": 20, "status": 200, "error": "",
    "hops": [], "address": "192.0.2.7", "content_type": "text/html", "body_bytes": 900, "body_sha256": "ab",
    "truncated": False, "archive_file": "crawl-1.warc.gz", "archive_offset": 4096, "archive_length": 812,
    "title": "", "h1": "", "language": "de", "noindex": False, "words": 60, "prose_words": 50,
    "compression": 1.5, "link_density": 0.1, "links": 4, "embeds": 1, "foreign_links": 0, "foreign_embeds": 1,
    "foreign_link_hosts": 0, "foreign_embed_hosts": 1, "simhash": -5, "template_hash": "aa", "vocabulary": "",
    "traits": [], "limits": [], "evidence_version": 1,
}  # fmt: skip


def seed(store: Store, folder: Path, *, organics: int = 1) -> None:
    """Fill an empty store; `organics` hosts have the page that nobody visited, each under words of its own."""
    brand = Property(name=NAME, domains=(NAME,), brands=("L'Orchestre Parfum",))
    with store.write() as session:
        put_property(session, brand, now=NOW)
    report = folder / "shop.test-backlinks.csv"
    rows = [
        f'"{title}","{url}","{IMAGE}","{left}","{anchor}","{right}",image,2026-01-02 10:00:00,2026-10-02 10:00:00'
        for title, url, left, anchor, right in (*_ROWS, *_more(organics))
    ]
    report.write_text("\n".join([COLUMNS, *rows]) + "\n")
    import_report(store, NAME, report, now=NOW)
    home = "willkommen beim basketball spielplan training halle"
    visit(store, STORY, "absent", "same-as-home", title="Basketball Club", vocabulary=home)
    shown = "sponsors thanks to l'orchestre parfum of grasse"
    visit(store, SPONSORED, "present", "embed", title="Our sponsors", vocabulary=shown)
    visit(store, BLOCKED, "unknown", "bot-wall", status=403, words=0)


def _more(organics: int) -> list[tuple[str, str, str, str, str]]:
    return [("", f"https://organics{n}.test/word{n}-k.html", "", "", "") for n in range(1, organics)]


def visit(store: Store, url: str, state: str, reason: str, **facts: Any) -> None:
    with store.write() as session:
        page = session.scalars(select(Page).where(Page.url == url)).one()
        link = session.scalars(select(Backlink).where(Backlink.page_id == page.id)).one()
        visit = Visit(**{**VISIT, **facts}, page_id=page.id, domain_id=page.domain_id, url=url, final_url=url)
        session.add(visit)
        session.flush()
        seen = {"level": "L0", "visibility": "visible"} if state == "present" else {}
        session.execute(
            update(Backlink)
            .where(Backlink.id == link.id)
            .values(
                state=state,
                reason=reason,
                detail=f"{reason} it is",
                visit_id=visit.id,
                checked_at=NOW,
                **seen,
            )
        )
        if state == "present":
            session.add(
                Reference(
                    visit_id=visit.id, page_id=page.id, backlink_id=link.id, kind="embed", level="L0",
                    visibility="visible", hidden_by="", place="main", element="img", attribute="src", url=IMAGE,
                    resolved=IMAGE, via="", anchor="L'Orchestre Parfum", left="thanks to", right="of Grasse",
                    rel="", readings=["browser"],
                )
            )  # fmt: skip
