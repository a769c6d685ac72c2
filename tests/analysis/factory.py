"""Small frames for signals: one referring page at a time, with defaults for everything a case does not say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from analysis.at_large.crowd import Hearsay, crowd_of, fingerprints
from analysis.at_large.facts import RARE, SCHEMA
from analysis.at_large.groups import lifespans
from analysis.divergences.disagreement import Cuts
from analysis.policy import policy
from analysis.seen.frames import Frames
from analysis.seen.framing import Tables, frames_of
from analysis.seen.topics import owner_of
from analysis.signal import FINDING, Signal
from evidence.addresses.hosts import host_of, registrable_domain
from evidence.property import Property
from store.identity import key

SHOP = Property(name="shop.test", domains=("shop.test",), brands=("L'Orchestre Parfum",))
IMAGE = "https://www.shop.test/uploads/iris-violoncelle-flacon.jpg"
PRODUCT = "https://www.shop.test/parfums/iris-violoncelle/"

Row = Mapping[str, Any]

_BACKLINK: dict[str, Any] = {
    "target_is_image": True,
    "target_page_url": "",
    "target_says": "",
    "state": "present",
    "reason": "embed",
    "detail": "",
    "level": "L0",
    "visibility": "visible",
    "seen_loads": 1,
    "loads": 1,
    "visit_id": 1,
    "checked_at": 0,
}
_STATEMENT: dict[str, Any] = {
    "tool": "ahrefs",
    "imported_at": 0,
    "line": 2,
    "title": "",
    "left": "",
    "anchor": "",
    "right": "",
    "type": "image",
    "language": "",
    "first_seen": 0,
    "last_seen": 0,
    "lost": None,
    "lost_reason": "",
}
_VISIT: dict[str, Any] = {
    "visit_id": 1,
    "status": 200,
    "error": "",
    "cut_short": False,
    "title": "A page",
    "h1": "",
    "noindex": False,
    "words": 120,
    "prose_words": 100,
    "foreign_embeds": 1,
    "foreign_link_hosts": 1,
    "foreign_embed_hosts": 1,
    "picture_hosts_named": 0,
    "picture_hosts_fitting": 0,
    "links": 10,
    "foreign_links": 1,
    "compression": 1.8,
    "link_density": 0.1,
    "title_words": 6,
    "mean_word_length": 4.8,
    "visible_share": 0.3,
    "common_word_share": 0.4,
    "language": "en",
    "template_hash": "",
    "simhash": 12345,
    "vocabulary": "a page about nothing much",
    "frequent_words": "",
    "trackers": "[]",
    "traits": "[]",
}
_REFERENCE: dict[str, Any] = {
    "visit_id": 1,
    "kind": "embed",
    "level": "L0",
    "visibility": "visible",
    "hidden_by": "",
    "place": "main",
    "url": IMAGE,
    "anchor": "",
    "left": "",
    "right": "",
    "readings": '["browser"]',
}


CLAIMED = ("backlink_id", "anchor", "left", "right", "first_seen", "last_seen", "lost", "language")


class Web:
    """Collects pages and turns them into frames."""

    def __init__(self) -> None:
        self._backlinks: list[Row] = []
        self._statements: list[Row] = []
        self._visits: list[Row] = []
        self._beside: list[Row] = []
        self._references: list[Row] = []
        self._facts: list[Row] = []
        self._own: list[Row] = []

    def own(self, text: str, *, language: str = "en") -> "Web":
        """Say what the property's own page of the target says."""
        self._own.append({"target_id": 1, "own_language": language, "own_text": text})
        return self

    def page(
        self,
        url: str = "https://blog.test/a-post.html",
        *,
        target: str = IMAGE,
        backlink: Row | None = None,
        reported: Row | None = None,
        visit: Row | None = None,
        home: Row | None = None,
        facts: Row | None = None,
        references: Sequence[Row] = (),
    ) -> "Web":
        """Add a page with one backlink; `visit` None: nobody went there; `facts`: what the whole shows."""
        id = len(self._backlinks) + 1
        keys = {"backlink_id": id, "page_id": id}
        host = host_of(url)
        domain = registrable_domain(host)
        domain_id = key("domain", domain)
        self._backlinks.append({
            **keys,
            "domain_id": domain_id,
            "page_url": url,
            "host": host,
            "domain": domain,
            "target_id": 1,
            "target_url": target,
            **_BACKLINK,
            **({} if visit is not None else {"state": "", "reason": "", "level": "", "visit_id": None}),
            **(backlink or {}),
        })  # fmt: skip
        self._statements.append({"backlink_id": id, **_STATEMENT, **(reported or {})})
        if visit is not None:
            self._visits.append({**_VISIT, "url": url, "page_id": id, **visit})
        if home is not None:
            where = {"url": f"https://{host}/", "domain_id": domain_id}
            self._beside.append({**_VISIT, "purpose": "home", **where, **home})
        self._facts.append({"backlink_id": id, **dict.fromkeys({**SCHEMA, **RARE}), **(facts or {})})
        self._references += [{**keys, **_REFERENCE, **reference} for reference in references]
        return self

    def frames(self, cuts: Cuts | None = None) -> Frames:
        backlinks = _frame(self._backlinks, {**_BACKLINK, **_KEYS})
        tables = Tables(
            backlinks=backlinks,
            statements=_frame(self._statements, {"backlink_id": 0, **_STATEMENT}),
            visits=_frame(self._visits, {**_VISIT, "url": "", "page_id": 0}),
            beside=_frame(self._beside, {**_VISIT, "url": "", "domain_id": 0, "purpose": ""}),
            own_texts=_frame(self._own, {"target_id": 0, "own_language": "", "own_text": ""}),
            references=_frame(self._references, {"backlink_id": 0, "page_id": 0, **_REFERENCE}),
        )
        owner = owner_of(SHOP)
        claims = tables.statements.select(*CLAIMED, suffix=pl.lit(""), network=pl.lit("")).join(
            backlinks.select("backlink_id", "page_id", "domain_id", "target_id"), on="backlink_id"
        )
        told = fingerprints(
            backlinks.join(tables.visits, on="page_id", how="left")
            .join(lifespans(claims), on="page_id", how="left")
            .with_columns(network=pl.lit(""), title=pl.lit("")),
            backlinks,
            policy()["campaign"],
        )
        crowd = crowd_of([Hearsay(pages=told, claims=claims)], brands=owner.brands, rules=policy())
        crowd = replace(
            crowd, facts=self._with_facts(crowd.facts, SCHEMA), rare=self._with_facts(crowd.rare, RARE)
        )
        return frames_of(tables, owner=owner, crowd=crowd, rules=policy(), cuts=cuts)

    def _with_facts(self, counted: pl.DataFrame, schema: Mapping[str, Any]) -> pl.DataFrame:
        """Return what was counted, with what the case says in its place."""
        said = pl.DataFrame(
            [{name: row[name] for name in ("backlink_id", *schema)} for row in self._facts],
            schema={"backlink_id": pl.Int64, **schema},
        )
        return said.update(counted, on="backlink_id").update(said, on="backlink_id")

    def findings(self, signal: Signal) -> list[dict[str, Any]]:
        found = signal.find(self.frames(), policy()[signal.id]).select(*FINDING).to_native().collect()
        return found.sort("page_id").to_dicts()

    def score(self, signal: Signal) -> float | None:
        """Return the one finding's score; None for silence."""
        found = self.findings(signal)
        assert len(found) <= 1, found
        return round(found[0]["score"], 2) if found else None


_KEYS: dict[str, Any] = {
    "backlink_id": 0,
    "page_id": 0,
    "domain_id": 0,
    "page_url": "",
    "host": "",
    "domain": "",
    "target_id": 0,
    "target_url": "",
}
_TYPES = {bool: pl.Boolean, int: pl.Int64, float: pl.Float64, str: pl.String, type(None): pl.Int64}


def _frame(rows: Sequence[Row], example: Row) -> pl.DataFrame:
    schema = {name: _TYPES[type(value)] for name, value in example.items()}
    return pl.DataFrame([{name: row[name] for name in schema} for row in rows], schema=schema)
