"""The reports the victim would download: an Ahrefs export of 2026 and Search Console's latest links."""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tests.web.model import Case

AHREFS_COLUMNS = (
    "Referring page title", "Referring page URL", "Language", "Platform", "Referring page HTTP code",
    "Domain rating", "UR", "Domain traffic", "Referring domains", "Linked domains", "External links",
    "Page traffic", "Keywords", "Target URL", "Left context", "Anchor", "Right context",
    "Redirect Chain URLs", "Redirect Chain status codes", "Type", "Is spam", "Content", "Nofollow", "UGC",
    "Sponsored", "Rendered", "Raw", "Lost status", "Drop reason", "Discovered status", "First seen",
    "Last seen", "Lost", "Author", "Page type", "Page category", "Links in group",
)  # fmt: skip
"""As of February 2026, grouped view."""
AHREFS_NAME = "parfumerie-lorchestre.test-backlinks-subdomains_2026-11-18_09-41-07.csv"
LATEST_LINKS_NAME = "parfumerie-lorchestre.test-Latest links-2026-11-18.csv"
FAMILIES_IN_SEARCH_CONSOLE = ("A01", "B02", "C01", "D14", "E01", "E19", "E36")


def write_ahrefs(cases: tuple[Case, ...], folder: Path) -> Path:
    """Write the export as the vendor does: UTF-16 LE with BOM, tabs, every field quoted, LF."""
    path = folder / AHREFS_NAME
    with path.open("w", encoding="utf-16-le", newline="") as file:
        file.write("\ufeff")
        rows = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_ALL, lineterminator="\n")
        rows.writerow(AHREFS_COLUMNS)
        rows.writerows(_ahrefs_row(case) for case in cases)
    return path


def in_search_console(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Return those that Search Console lists as well."""
    return tuple(case for case in cases if case.id in FAMILIES_IN_SEARCH_CONSOLE)


def write_latest_links(cases: Iterable[Case], folder: Path) -> Path:
    """Write Search Console's list of linking pages: no target, and no newline at the end."""
    path = folder / LATEST_LINKS_NAME
    lines = ["Linking page,Last crawled"]
    lines += [f"{case.source_url},{case.reported.last_seen}" for case in cases]
    path.write_text("\n".join(lines), encoding="utf-8", newline="")
    return path


def _ahrefs_row(case: Case) -> list[str]:
    seen = case.reported
    known = {
        "Referring page title": seen.title,
        "Referring page URL": case.source_url,
        "Language": seen.language,
        "Platform": seen.platform,
        "Referring page HTTP code": str(seen.status),
        "Domain rating": str(seen.rating),
        "UR": str(seen.rating // 3),
        "Domain traffic": str(seen.rating * 11),
        "Referring domains": str(seen.rating // 4),
        "Linked domains": str(max(1, seen.external_links - 3)),
        "External links": str(seen.external_links),
        "Page traffic": "0",
        "Keywords": "0",
        "Target URL": case.target_url,
        "Left context": seen.left,
        "Anchor": seen.anchor,
        "Right context": seen.right,
        "Type": seen.type,
        "Is spam": _flag(seen.vendor_spam),
        "Content": "true",
        "Nofollow": _flag(seen.nofollow),
        "UGC": _flag(seen.ugc),
        "Sponsored": "false",
        "Rendered": "false",
        "Raw": "true",
        "Lost status": seen.lost_status,
        "Drop reason": seen.drop_reason,
        "Discovered status": "pagefound",
        "First seen": _moment(seen.first_seen),
        "Last seen": _moment(seen.last_seen),
        "Lost": _moment(seen.lost),
        "Page type": seen.page_type,
        "Links in group": "1",
    }
    return [known.get(column, "") for column in AHREFS_COLUMNS]


def _flag(value: bool) -> str:
    return str(value).lower()


def _moment(day: date | None) -> str:
    """A day with a time of day that differs from row to row, as exports have it."""
    return f"{day} {day.toordinal() % 24:02}:{day.toordinal() % 60:02}:07" if day else ""
