"""A crawl over archives that have a list of a page's links: present or unknown, and never absent."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from crawler.archive.records import WarcFile
from crawler.archive.replay import ReplayIndex
from store.database import Store
from store.models import Backlink, Page, Reference, Visit
from tests.crawler.archive.link_lists import asked, link_list, wat
from tests.crawler.archive.test_discovery import archive
from tests.crawler.seeding import IMAGE, crawl, seed

SHOWN = {"path": "IMG@/src", "url": IMAGE, "alt": "blue bottle"}
OTHER = {"path": "A@/href", "url": "/other", "text": "other"}
URLS = {
    name: f"http://{name}.test/p"
    for name in ("shown", "lacks", "gone", "broken", "unlisted", "whole", "asked")
}


def visited(store: Store) -> dict[str, tuple[str, str]]:
    with store.read() as session:
        rows = session.execute(
            select(Page.host, Backlink.state, Backlink.reason).join(Page, Page.id == Backlink.page_id)
        )
        return {host.removesuffix(".test"): (state, reason) for host, state, reason in rows}


def test_what_a_list_has_is_present_and_what_it_lacks_is_unknown(store: Store, tmp_path: Path) -> None:
    seed(store, list(URLS.values()))
    lists = wat(
        tmp_path / "links.warc.wat",
        (URLS["shown"], asked()),
        (URLS["shown"], link_list(OTHER, SHOWN)),
        ("http://shown.test/robots.txt", link_list(SHOWN)),
        ("http://lacks.test/", link_list(SHOWN)),
        (URLS["lacks"], link_list(OTHER)),
        (URLS["gone"], link_list(SHOWN, status="404")),
        (URLS["broken"], link_list(SHOWN)[:-20]),
        (URLS["whole"], link_list(SHOWN)),
        (URLS["asked"], asked()),
    )
    pages = archive(
        tmp_path / "other", {URLS["whole"]: "<title>Bees</title>" + "<p>All about bees and honey." * 20}
    )
    ended = crawl(str(store.url), tmp_path, replay=[lists, pages])
    assert ended.summary["messages"] == []
    unknown = ("unknown", "not-archived")
    assert visited(store) == {
        "shown": ("present", "embed"),
        **dict.fromkeys(("lacks", "gone", "broken", "unlisted", "asked"), unknown),
        "whole": ("absent", "replaced"),
    }


def test_a_visit_to_a_list_says_what_it_was(store: Store, tmp_path: Path) -> None:
    seed(store, [URLS["shown"]])
    lists = wat(tmp_path / "links.warc.wat", (URLS["shown"], asked()), (URLS["shown"], link_list(SHOWN)))
    crawl(str(store.url), tmp_path, replay=[lists])
    with store.read() as session:
        (visit,) = session.scalars(select(Visit))
        (find,) = session.scalars(select(Reference))
    assert (visit.status, visit.error, visit.limits, visit.title) == (200, "", ["link-list"], "Bottles")
    assert (visit.received_bytes, visit.body_bytes, visit.body_sha256, visit.words) == (None, 0, "", 0)
    assert (find.visibility, find.place, find.anchor, find.left, find.right) == (
        "unobserved", "unobserved", "blue bottle", "", "",
    )  # fmt: skip
    record = WarcFile(tmp_path / "archive" / visit.archive_file).at(visit.archive_offset or 0)
    assert record is not None
    assert record.body == link_list(SHOWN), "the proof can be looked up"


def test_lists_are_given_only_to_those_who_ask_for_them(tmp_path: Path) -> None:
    index = ReplayIndex([wat(tmp_path / "links.wat", (URLS["shown"], link_list(SHOWN)))], archive=tmp_path)
    assert index.find(URLS["shown"]) is None
    found = index.find(URLS["shown"], may_be_listed=True)
    assert found is not None
    assert found.is_link_list
    assert found.exchange.at == datetime(2026, 11, 21, tzinfo=UTC)
