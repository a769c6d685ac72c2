"""What was claimed and seen, as frames for the analysis. Times are whole seconds since 1970."""

import polars as pl
from sqlalchemy import Text, and_, cast, func, or_, select

from store.bulk_frames import FrameReader, flag
from store.models import Backlink, Domain, Page, Reference, Report, Statement, Target, TargetProfile, Visit
from store.shards import Shard

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
    cast(Visit.traits, Text).label("traits"),
)


class EvidenceReader(FrameReader):
    """Reads of reports and visits; most methods take a shard."""

    def backlinks(self, shard: Shard) -> pl.DataFrame:
        """Return one row per backlink with its page, domain, target and what the last visit said."""
        query = (
            select(
                Backlink.id.label("backlink_id"),
                Backlink.page_id,
                Page.domain_id,
                Page.url.label("page_url"),
                Page.host,
                Domain.name.label("domain"),
                func.coalesce(Backlink.target_id, 0).label("target_id"),
                func.coalesce(Target.url, "").label("target_url"),
                flag(Target.is_image, "target_is_image"),
                func.coalesce(Target.page_url, "").label("target_page_url"),
                func.coalesce(
                    func.nullif(func.trim(TargetProfile.alt + " " + TargetProfile.caption), ""),
                    TargetProfile.title,
                    "",
                ).label("target_says"),
                Backlink.state,
                Backlink.reason,
                Backlink.detail,
                Backlink.level,
                Backlink.visibility,
                Backlink.seen_loads,
                Backlink.loads,
                Backlink.visit_id,
                Backlink.checked_at,
            )
            .join(Page, Page.id == Backlink.page_id)
            .join(Domain, Domain.id == Page.domain_id)
            .outerjoin(Target, Target.id == Backlink.target_id)
            .outerjoin(TargetProfile, TargetProfile.target_id == Backlink.target_id)
            .where(Backlink.property_id == self.property_id, shard.holds(Page.domain_id))
        )
        return self.frame(query)

    def fingerprints(self) -> pl.DataFrame:
        """Return `page_id`, `page_url`, `domain_id`, `template_hash` of all pages with a backlink."""
        ours = select(Backlink.page_id).where(Backlink.property_id == self.property_id)
        columns = (Page.id.label("page_id"), Page.url.label("page_url"), Page.domain_id)
        pages = self.frame(select(*columns).where(Page.id.in_(ours)))
        return pages.join(self.templates(), on="page_id", how="left").with_columns(
            pl.col("template_hash").fill_null("")
        )

    def claims(self) -> pl.DataFrame:
        """Return what `analysis.at_large` counts of every backlink: its newest statement, of all shards."""
        query = (
            select(
                Statement.backlink_id,
                Backlink.page_id,
                Page.domain_id,
                func.coalesce(Backlink.target_id, 0).label("target_id"),
                Statement.anchor,
                Statement.left,
                Statement.right,
                Statement.first_seen,
                Statement.last_seen,
                Statement.lost,
                Report.imported_at,
                Statement.line,
            )
            .join(Report, Report.id == Statement.report_id)
            .join(Backlink, Backlink.id == Statement.backlink_id)
            .join(Page, Page.id == Backlink.page_id)
            .where(Backlink.property_id == self.property_id)
        )
        rows = self.frame(query).sort("imported_at", "line")
        return rows.unique("backlink_id", keep="last", maintain_order=True).drop("imported_at", "line")

    def statements(self, shard: Shard) -> pl.DataFrame:
        """Return what the reports say, oldest report first."""
        query = (
            select(
                Statement.backlink_id,
                Report.tool,
                Report.imported_at,
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
            )
            .join(Report, Report.id == Statement.report_id)
            .join(Backlink, Backlink.id == Statement.backlink_id)
            .join(Page, Page.id == Backlink.page_id)
            .where(Backlink.property_id == self.property_id, shard.holds(Page.domain_id))
        )
        return self.frame(query).sort("imported_at", "line", maintain_order=True)

    def visits(self, shard: Shard) -> pl.DataFrame:
        """Return the latest visit of every page that has a backlink of this property."""
        latest = self.latest_visits()
        return self.frame(
            select(*FACTS, Visit.page_id)
            .join(latest, latest.c.id == Visit.id)
            .where(shard.holds(latest.c.domain_id))
        )

    def beside(self, shard: Shard) -> pl.DataFrame:
        """Return the visits to home pages and random siblings, oldest first."""
        return self.frame(
            select(*FACTS, Visit.purpose, Visit.domain_id)
            .where(Visit.purpose.in_(("home", "sibling")), shard.holds(Visit.domain_id))
            .order_by(Visit.id)
        )

    def references(self, shard: Shard) -> pl.DataFrame:
        """Return the finds of the latest visit of every page, its further loads among them."""
        latest = self.latest_visits()
        query = (
            select(
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
            )
            .join(
                latest,
                and_(latest.c.page_id == Reference.page_id, Reference.visit_id >= latest.c.id),
            )
            .where(shard.holds(latest.c.domain_id))
            .order_by(Reference.id)
        )
        return self.frame(query)

    def templates(self) -> pl.DataFrame:
        """Return `page_id` and `template_hash` of the latest visit of every page."""
        latest = self.latest_visits()
        return self.frame(select(Visit.page_id, Visit.template_hash).join(latest, latest.c.id == Visit.id))
