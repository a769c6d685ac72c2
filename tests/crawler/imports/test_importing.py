"""Importing a file: the same whether this process reads it or another one."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from crawler.imports import importing
from crawler.imports.importing import import_report
from crawler.reports.errors import UnreadableReportError
from evidence.property import Property
from store.database import Store, open_store
from store.models import Backlink, Page, Report, Statement, Target
from store.properties import put_property
from tests.crawler.reports.saying import DATA, needs_data
from tests.crawler.reports.test_reading import EXPORTS

OTHERWISE = {
    "exports/plain/maesitos_new_links.csv": (319, 309, 1),
    "exports/plain/maesitos_whitelist_urls.csv": (169, 163, 0),
    "exports/plain/maesitos_whitelist_urls2.csv": (519, 419, 0),
    "logs/matomo_formats/amazon_cloudfront_rtmp.log": (
        0,
        0,
        1,
    ),  # asked for a stream, which is no web address
    "disavow/afishing_ahrefs_export.txt": (6, 4, 0),
    "disavow/coolrecep_turkish.txt": (11_369, 11_255, 0),
    "disavow/mitchellkrogza_google-disavow.txt": (7_113, 7_105, 2),
}
"""Rows, backlinks and bad rows of real files that name a page twice, also with and without `www.`."""
NOW = datetime(2026, 11, 21, tzinfo=UTC)
LINES = (
    "Linking page,Last crawled",
    "https://a.test/x,2026-01-02",
    "http://www.a.test/x,2026-01-03",
    "javascript:alert(1),2026-01-02",
    "https://www.shop.test/own,2026-01-02",
    *(f"https://host{number}.test/page,2026-01-04" for number in range(2_500)),
)


@pytest.fixture(params=["here", "beside"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file is read by this process, a large one by another."""
    if request.param == "beside":
        monkeypatch.setattr(importing, "LARGE_BYTES", 1)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.write() as session:
        put_property(session, Property(name="shop.test", domains=("shop.test",)), now=NOW)
    return store


@pytest.mark.usefixtures("reader")
def test_every_row_arrives_or_is_accounted_for(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text("\n".join(LINES))
    told = []
    (done,) = import_report(filled, "shop.test", path, now=NOW, on_rows=lambda rows, _: told.append(rows))
    assert (done.rows, done.new_backlinks, done.own) == (2_502, 2_501, 1)
    assert [bad.line for bad in done.bad] == [4]
    assert sum(told) == 2_503
    with filled.read() as session:
        lines = session.scalars(select(Statement.line).order_by(Statement.line)).all()
        assert lines == [2, 3, *range(6, 2_506)]
        assert session.scalars(select(Page.url).where(Page.host.like("%a.test"))).all() == [
            "https://a.test/x"
        ]
    (again,) = import_report(filled, "shop.test", path, now=NOW)
    assert (again.was_known, again.rows, again.new_backlinks) == (True, 2_502, 0)


def test_user_names_and_passwords_are_not_stored(filled: Store, tmp_path: Path) -> None:
    """Hostile case 15; an `@` in a path is none, and what is reported otherwise stays as it is."""
    path = tmp_path / "links.csv"
    path.write_text(
        '"Source Url","Anchor text","Target Url"\n'
        "HTTPS://one:hidden@a.test/@me/,x,https://two:hidden@shop.test/a.jpg\n"
        "HTTPS://b.test/@me,x,HTTPS://shop.test/@b.jpg\n"
        "mailto:one:hidden@c.test,x,https://shop.test/\n"
    )
    (done,) = import_report(filled, "shop.test", path, now=NOW)
    assert [bad.line for bad in done.bad] == [4]
    with filled.read() as session:
        said = session.execute(
            select(Statement.source_url, Statement.target_url).order_by(Statement.line)
        ).all()
        pages = session.scalars(select(Page.url)).all()
        targets = session.scalars(select(Target.url)).all()
    assert said == [
        ("https://a.test/@me/", "https://shop.test/a.jpg"),
        ("HTTPS://b.test/@me", "HTTPS://shop.test/@b.jpg"),
    ]
    assert not [url for url in (*pages, *targets) if "hidden" in url]


@pytest.mark.parametrize("line", ["https://www.shop.test/own,2026-01-02", "https://[bad,2026-01-02"])
def test_a_file_without_a_usable_row_is_no_error(line: str, filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text(f"Linking page,Last crawled\n{line}\n")
    (done,) = import_report(filled, "shop.test", path, now=NOW)
    assert (done.rows, done.new_backlinks, done.own + len(done.bad)) == (0, 0, 1)


@pytest.mark.usefixtures("reader")
def test_a_file_that_breaks_off_leaves_nothing(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "links.csv.gz"
    path.write_bytes(gzip.compress("\n".join(LINES).encode())[:-4_000])
    with pytest.raises(UnreadableReportError):
        import_report(filled, "shop.test", path, now=NOW)
    with filled.read() as session:
        assert [session.scalars(select(model)).all() for model in (Report, Page, Backlink)] == [[], [], []]


def test_an_interrupt_while_rows_come_in_leaves_nothing(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text("\n".join(LINES))

    def interrupted(rows: int, lines: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_report(filled, "shop.test", path, now=NOW, on_rows=interrupted)
    with filled.read() as session:
        assert session.scalar(text("SELECT count(*) FROM page")) == 0
        assert session.scalar(text("SELECT count(*) FROM statement")) == 0


@needs_data
@pytest.mark.parametrize(("name", "rows", "bad"), [(name, rows, bad) for name, _, rows, bad in EXPORTS])
def test_real_files_come_in_with_every_backlink(name: str, rows: int, bad: int, tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    with store.write() as session:
        put_property(session, Property(name="shop.test", domains=("shop.test",)), now=NOW)
    (done,) = import_report(store, "shop.test", DATA / name, now=NOW)
    (again,) = import_report(store, "shop.test", DATA / name, now=NOW)
    store.close()
    assert (done.rows, done.new_backlinks, len(done.bad)) == OTHERWISE.get(name, (rows, rows, bad))
    assert (again.was_known, again.new_backlinks) == (True, 0)
