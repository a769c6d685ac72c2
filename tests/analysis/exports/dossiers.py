"""A small dossier for export tests: one spam domain, one suspicious page, one benign, hostile text in it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import polars as pl

from analysis.cases.case import (
    BacklinkCase,
    Claim,
    DomainCase,
    FindingCase,
    PageCase,
    Sighting,
    VerdictCase,
    VisitCase,
)
from analysis.cases.dossier import BACKLINK_COLUMNS, Dossier
from analysis.cases.standing import Overview
from analysis.verdicts.acting import Act, ActLevel

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script>\"'=cmd|x\n# domain:victim.test"

_ROW: dict[str, Any] = {
    "host": "spam.test",
    "domain": "spam.test",
    "target_url": "https://shop.test/iris.jpg",
    "presence": "absent",
    "presence_reason": "same-as-home",
    "presence_detail": "the same text as the home page",
    "match_level": "",
    "visibility": "",
    "page_verdict": "spam",
    "page_score": 0.8,
    "flagged": True,
    "signals": 3,
    "verdict_reason": "Decided by one finding.",
    "domain_verdict": "spam",
    "domain_pages": 1,
    "domain_spam_pages": 1,
    "review": "",
    "review_level": "",
    "reported_title": "Iris",
    "reported_left": "",
    "reported_anchor": HOSTILE,
    "reported_right": "",
    "reported_type": "image",
    "first_seen": "2026-01-02",
    "last_seen": "",
    "tools": 1,
}


VERDICT = VerdictCase(
    state="spam",
    score=0.8,
    flagged=True,
    signals=3,
    pages=1,
    spam_pages=1,
    reason="Decided by one finding.",
    decided_at=NOW,
)
CLAIM = Claim(
    tool="ahrefs",
    file_name="export.csv",
    line=2,
    title="Iris",
    left="",
    anchor=HOSTILE,
    right="",
    type="image",
    first_seen=NOW,
    last_seen=None,
    lost=None,
    lost_reason="",
    hits=None,
    visitors_load_assets=None,
)
SIGHTING = Sighting(
    visit_id=1,
    kind="embed",
    level="L0",
    visibility="hidden",
    hidden_by="left: -9999px",
    place="main",
    element="img",
    attribute="src",
    url="https://shop.test/iris.jpg",
    via="",
    anchor=HOSTILE,
    left="five words to the left",
    right="five words to the right",
    rel="",
)
LINK = BacklinkCase(
    target_url="https://shop.test/iris.jpg",
    state="absent",
    reason="same-as-home",
    detail="the same text as the home page",
    level="",
    visibility="",
    seen_loads=0,
    loads=1,
    claims=(CLAIM,),
    sightings=(SIGHTING,),
)
FINDING = FindingCase(
    signal="vanished-image",
    score=1.0,
    decisive=True,
    sentence="The address names your image.",
    quote=HOSTILE,
)
VISIT = VisitCase(
    id=1,
    at=NOW,
    purpose="page",
    profile="plain",
    url="https://spam.test/iris-k.html",
    final_url="https://spam.test/",
    status=200,
    error="",
    chain=("302 https://spam.test/iris-k.html",),
    address="192.0.2.7",
    title="Home",
    truncated=False,
    received_bytes=1_234,
    body_bytes=5_678,
    links_alone=False,
    archive="crawl-1.warc.gz, 812 bytes from 4096",
)
PAGE = PageCase(
    id=1,
    url="https://spam.test/iris-k.html",
    host="spam.test",
    domain="spam.test",
    verdict=VERDICT,
    findings=(FINDING,),
    backlinks=(LINK,),
    visits=(VISIT,),
    act=Act(level=ActLevel.DOMAIN, subject="spam.test"),
    advice="No action.",
)
CASE = DomainCase(domain="spam.test", verdict=VERDICT, pages=(PAGE,), advice="No action.")


def dossier(
    rows: Sequence[dict[str, Any]] = ({"page_url": "https://spam.test/iris-k.html"},),
    *,
    protected: frozenset[str] = frozenset({"shop.test"}),
) -> Dossier:
    """Rows say what differs from one ordinary spam page."""
    frame = pl.DataFrame([{name: {**_ROW, **row}[name] for name in BACKLINK_COLUMNS} for row in rows])
    return Dossier(
        property_name="shop.test",
        written_at=NOW,
        protected=protected,
        overview=_overview(),
        flagged=(CASE,),
        backlinks=frame,
    )


def _overview() -> Overview:
    counts = {"spam": 1, "suspicious": 0, "benign": 2, "undecided": 4}
    return Overview(
        property_name="shop.test",
        backlinks=8,
        unvisited=1,
        present={"link": 2, "embed": 1},
        absent={"same-as-home": 1},
        unknown={"bot-wall": 3},
        pages=counts,
        domains=counts,
        flagged_count=1,
        flagged=(),
        decided_at=NOW,
    )
