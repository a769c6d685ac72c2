"""What was claimed and seen, as frames for the analysis. Times are whole seconds since 1970.

Keys are hashes: whoever follows them from table to table reads a page of the database for each row. So tables
are walked over one by one, each in its own order, and joined as frames; only what one visit saw, most of the
data, is looked up for the visits that count.
"""

from collections.abc import Iterator
from typing import Any

import polars as pl
from sqlalchemy import Column, ColumnElement, MetaData, Table, Text, cast, func, or_, select

from store.frames.queries import FrameReader, flag
from store.frames.shards import Shard
from store.models import Backlink, Domain, Page, Reference, Report, Statement, Target, TargetProfile, Visit
from store.models.base import BigKey

FACTS = (
    Visit.id.label("visit_id"),
    Visit.url,
    func.coalesce(Visit.status, 0).label("status"),
    Visit.error,
    flag(or_(Visit.truncated, cast(Visit.limits, Text) != "[]"), "cut_short"),
    Visit.title,
    Visit.h1,
    flag(Visit.noindex, "noindex"),
    Visit.words,
    Visit.prose_words,
    Visit.foreign_embeds,
    Visit.foreign_link_hosts,
    Visit.foreign_embed_hosts,
    Visit.picture_hosts_named,
    Visit.picture_hosts_fitting,
    Visit.links,
    Visit.foreign_links,
    Visit.compression,
    Visit.link_density,
    Visit.title_words,
    Visit.mean_word_length,
    Visit.visible_share,
    Visit.common_word_share,
    Visit.language,
    Visit.template_hash,
    Visit.simhash,
    Visit.vocabulary,
    Visit.frequent_words,
    cast(Visit.traits, Text).label("traits"),
)
OWN_TEXT = 5_000
"""Characters of a page of the property that make its language model."""
LATEST = Table("latest_visit", MetaData(), Column("visit_id", BigKey), Column("page_id", BigKey))
"""A temporary table: the visits that count."""
CHOSEN = Table("chosen_domain", MetaData(), Column("domain_id", BigKey))
"""A temporary table: the domains whose rows are read, if not all are."""


class EvidenceReader(FrameReader):
    """Reads of reports and visits."""

    _chosen = False

    def choose(self, domains: pl.DataFrame) -> None:
        """Read only the rows of these domains from now on, along indexes; `domains` has `domain_id`."""
        self.put_aside(CHOSEN.name, domains.select("domain_id"))
        self._chosen = True

    def pages(self) -> Iterator[pl.DataFrame]:
        """Walk over the pages of all properties: `page_id`, `domain_id`, `page_url`, `host`."""
        return self.frames(
            select(Page.id.label("page_id"), Page.domain_id, Page.url.label("page_url"), Page.host).where(
                *self._of_chosen(Page.domain_id)
            )
        )

    def domains(self) -> pl.DataFrame:
        """Return `domain_id` and `domain` of all registrable domains."""
        return self.frame(
            select(Domain.id.label("domain_id"), Domain.name.label("domain")).where(
                *self._of_chosen(Domain.id)
            )
        )

    def targets(self) -> pl.DataFrame:
        """Return the targets with what the property itself says of them."""
        query = (
            select(
                Target.id.label("target_id"),
                Target.url.label("target_url"),
                flag(Target.is_image, "target_is_image"),
                Target.page_url.label("target_page_url"),
                func.coalesce(
                    func.nullif(func.trim(TargetProfile.alt + " " + TargetProfile.caption), ""),
                    TargetProfile.title,
                    "",
                ).label("target_says"),
            )
            .outerjoin(TargetProfile, TargetProfile.target_id == Target.id)
            .where(Target.property_id == self.property_id)
        )
        return self.frame(query)

    def own_texts(self) -> pl.DataFrame:
        """Return `target_id`, `own_language`, `own_text`: the beginning of what the property's pages say."""
        query = select(
            TargetProfile.target_id,
            TargetProfile.language.label("own_language"),
            func.substr(TargetProfile.text, 1, OWN_TEXT, type_=Text()).label("own_text"),
        ).where(
            TargetProfile.text != "",
            TargetProfile.target_id.in_(select(Target.id).where(Target.property_id == self.property_id)),
        )
        return self.frame(query)

    def backlinks(self) -> Iterator[pl.DataFrame]:
        """Walk over the backlinks, with what the last visit said; `target_id` is 0 for none."""
        query = select(
            Backlink.id.label("backlink_id"),
            Backlink.page_id,
            func.coalesce(Backlink.target_id, 0).label("target_id"),
            Backlink.state,
            Backlink.reason,
            Backlink.detail,
            Backlink.level,
            Backlink.visibility,
            Backlink.seen_loads,
            Backlink.loads,
            Backlink.visit_id,
            Backlink.checked_at,
        ).where(
            Backlink.property_id + 0 == self.property_id,  # + 0: not in the order of the index
            *self._of_chosen(Backlink.page_id, Page.id, Page.domain_id),
        )
        return self.frames(query)

    def reports(self) -> pl.DataFrame:
        """Return `report_id`, `tool` and `imported_at`."""
        return self.frame(
            select(Report.id.label("report_id"), Report.tool, Report.imported_at).where(
                Report.property_id == self.property_id
            )
        )

    def statements(self) -> Iterator[pl.DataFrame]:
        """Walk over what the reports say."""
        ours = select(Report.id).where(Report.property_id == self.property_id)
        query = select(
            Statement.backlink_id,
            Statement.report_id,
            Statement.line,
            Statement.title,
            Statement.left,
            Statement.anchor,
            Statement.right,
            Statement.type,
            Statement.language,
            Statement.first_seen,
            Statement.last_seen,
            Statement.lost,
            Statement.lost_reason,
        ).where(
            (Statement.report_id + 0 if self._chosen else Statement.report_id).in_(ours),
            *self._of_chosen(Statement.backlink_id, Backlink.id, Backlink.page_id, Page.id, Page.domain_id),
        )
        return self.frames(query)

    def looks(self) -> Iterator[pl.DataFrame]:
        """Walk over the visits to pages: `visit_id`, `page_id` and what `Spool.looks` says, oldest first."""
        query = (
            select(
                Visit.id.label("visit_id"),
                Visit.page_id,
                Visit.template_hash,
                Visit.simhash,
                Visit.address,
                cast(Visit.trackers, Text).label("trackers"),
            )
            .where(
                Visit.purpose == "page",
                Visit.page_id.is_not(None),
                *self._of_chosen(Visit.page_id, Page.id, Page.domain_id),
            )
            .order_by(Visit.id)
        )
        return self.frames(query)

    def visits(self, latest: pl.DataFrame) -> pl.DataFrame:
        """Return what visits saw: those in `latest`, which has `visit_id` and `page_id`."""
        self.put_aside(LATEST.name, latest.select("visit_id", "page_id").sort("visit_id"))
        return self.frame(select(*FACTS, Visit.page_id).join(LATEST, LATEST.c.visit_id == Visit.id))

    def beside(self, shard: Shard) -> pl.DataFrame:
        """Return the visits to home pages and random siblings, oldest first."""
        return self.frame(
            select(*FACTS, Visit.purpose, Visit.domain_id)
            .where(
                Visit.purpose.in_(("home", "sibling")),
                shard.holds(Visit.domain_id),
                *self._of_chosen(Visit.domain_id),
            )
            .order_by(Visit.id)
        )

    def references(self) -> Iterator[pl.DataFrame]:
        """Walk over the finds of visits: see `Spool.references`."""
        query = select(
            Reference.id.label("reference_id"),
            Reference.page_id,
            func.coalesce(Reference.backlink_id, 0).label("backlink_id"),
            Reference.visit_id,
            Reference.kind,
            Reference.level,
            Reference.visibility,
            Reference.hidden_by,
            Reference.place,
            Reference.url,
            Reference.anchor,
            Reference.left,
            Reference.right,
            cast(Reference.readings, Text).label("readings"),
        ).where(*self._of_chosen(Reference.page_id, Page.id, Page.domain_id))
        return self.frames(query)

    def _of_chosen(self, *columns: Any) -> tuple[ColumnElement[bool], ...]:
        """Return the condition that a row belongs to a chosen domain; none when all are read.

        `columns`: of this row and, by turns, key and reference of the tables between it and its domain.
        """
        if not self._chosen:
            return ()
        *steps, last = columns
        wanted: Any = select(CHOSEN.c.domain_id)
        while True:
            condition: ColumnElement[bool] = last.in_(wanted)
            if not steps:
                return (condition,)
            *steps, last, key = steps
            wanted = select(key).where(condition)
