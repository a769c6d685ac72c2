"""A store that grows: reports and visits made by chance, in as many steps as a test wants."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from sqlalchemy import select, update

from crawler.imports.importing import import_report
from evidence.property import Property
from store.database import Store
from store.models import Backlink, Page, Reference, Visit
from store.properties import put_property
from tests.analysis.seeding import COLUMNS, IMAGE, NAME, NOW, VISIT

TARGETS = (
    *(
        f"https://www.shop.test/uploads/{words}.jpg"
        for words in ("red-glass-vase", "iris-perfume", "oak-chair")
    ),
    *(f"https://www.shop.test/{path}" for path in ("", "offers", "iris-perfume", "about-us")),
)
SLUGS = (
    "red-glass-vase-in-the-sun",
    "our-sponsors-of-the-year",
    "season-pass-k",
    "iris-perfume",
    "news",
    "a-day-out",
)
WORDS = (
    "thanks",
    "to",
    "red",
    "glass",
    "vase",
    "iris",
    "perfume",
    "cheap",
    "casino",
    "our",
    "sponsors",
    "club",
)
ANSWERS = (
    ("present", "embed"),
    ("present", "link"),
    ("absent", "gone"),
    ("absent", "same-as-home"),
    ("unknown", "timeout"),
)


def property_added(store: Store) -> None:
    """Add the property that everything refers to."""
    with store.write() as session:
        put_property(session, Property(name=NAME, domains=(NAME,), brands=("L'Orchestre Parfum",)), now=NOW)


def rows_by_chance(chance: Random, number: int, *, hosts: int) -> list[tuple[str, ...]]:
    """Return rows of a report: few hosts, few slugs and few anchors, so that much is shared."""
    return [
        (
            _words(chance),
            f"https://host{chance.randrange(hosts)}.test/{chance.choice(SLUGS)}.html",
            chance.choice(TARGETS),
            _words(chance),
            _words(chance),
            _words(chance),
            chance.choice(("text", "image")),
            f"{chance.choice((2024, 2025))}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02} 10:00:00",
            "2026-10-02 10:00:00",
        )
        for _ in range(number)
    ]


def reported(store: Store, folder: Path, rows: Iterable[Sequence[str]], name: str = "report") -> None:
    """Import a report with these rows."""
    file = folder / f"{name}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        stream.write(COLUMNS + "\n")
        csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    import_report(store, NAME, file, now=NOW)


def visited(store: Store, chance: Random, *, hosts: set[str] | None = None, share: float = 1.0) -> None:
    """Visit a share of the pages, of these hosts if not of all; what is seen is up to chance."""
    with store.write() as session:
        pages = session.scalars(select(Page).order_by(Page.url)).all()
        for page in pages:
            if (hosts is None or page.host in hosts) and chance.random() < share:
                state, reason = chance.choice(ANSWERS)
                pictures = chance.choice((1, 8))
                visit = Visit(
                    **{
                        **VISIT, "title": _words(chance), "h1": _words(chance), "vocabulary": _words(chance, 40),
                        "template_hash": f"t{chance.randrange(12)}", "language": chance.choice(("de", "en", "")),
                        "foreign_embeds": pictures, "foreign_embed_hosts": pictures,
                        "status": None if state == "unknown" else 200, "error": "timeout" if state == "unknown" else "",
                    },
                    page_id=page.id, domain_id=page.domain_id, url=page.url, final_url=page.url,
                )  # fmt: skip
                session.add(visit)
                session.flush()
                links = select(Backlink.id).where(Backlink.page_id == page.id).order_by(Backlink.id)
                for link in session.scalars(links).all():
                    seen = {
                        "state": state,
                        "reason": reason,
                        "detail": reason,
                        "visit_id": visit.id,
                        "checked_at": NOW,
                    }
                    session.execute(update(Backlink).where(Backlink.id == link).values(seen))
                    if state == "present":
                        session.add(_reference(visit, page, link, reason, _words(chance)))


def _reference(visit: Visit, page: Page, link: int, kind: str, anchor: str) -> Reference:
    return Reference(
        visit_id=visit.id, page_id=page.id, backlink_id=link, kind=kind, level="L0", visibility="visible",
        hidden_by="", place="main", element="a", attribute="href", url=TARGETS[0], resolved=TARGETS[0], via="",
        anchor=anchor, left="thanks to", right="of Grasse", rel="", readings=["browser"],
    )  # fmt: skip


def _words(chance: Random, most: int = 4) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randrange(most + 1)))


def marked(*hosts: int) -> list[tuple[str, ...]]:
    """Return rows of a report whose addresses bear one odd mark, a page a host."""
    return [
        ("", f"https://host{host}.test/word{host}-k.html", IMAGE, "", "", "", "image", "2026-01-02", "2026-10-02")
        for host in hosts
    ]  # fmt: skip
