"""What was concluded, as frames for exports, the queue and lessons."""

import polars as pl
from sqlalchemy import func, select

from store.bulk_frames import FrameReader, flag
from store.models import (
    Backlink,
    Campaign,
    CampaignPage,
    Domain,
    Finding,
    Page,
    Review,
    Statement,
    Verdict,
    Visit,
)


class ConclusionReader(FrameReader):
    """Reads of findings, verdicts, campaigns and reviews."""

    def findings(self) -> pl.DataFrame:
        """Return `page_id`, `signal` and `score` of the findings of the last analysis."""
        ours = Finding.property_id == self.property_id
        return self.frame(
            select(Finding.page_id, Finding.signal, Finding.score).where(ours).order_by(Finding.id)
        )

    def verdicts(self, subject: str) -> pl.DataFrame:
        """Return the machine's verdicts about every `page` or `domain`."""
        query = select(
            Verdict.subject_id,
            Verdict.state,
            func.coalesce(Verdict.score, -1.0).label("score"),
            flag(Verdict.flagged, "flagged"),
            Verdict.signals,
            Verdict.pages,
            Verdict.spam_pages,
            Verdict.reason,
            Verdict.decided_at,
        ).where(Verdict.property_id == self.property_id, Verdict.subject == subject)
        return self.frame(query).with_columns(pl.when(pl.col("score") >= 0).then("score").alias("score"))

    def flagged_domains(self) -> pl.DataFrame:
        """Return the domains that a person should look at, with what was concluded."""
        query = (
            select(
                Verdict.subject_id.label("domain_id"),
                Domain.name,
                Verdict.state,
                func.coalesce(Verdict.score, 0.0).label("score"),
                Verdict.pages,
            )
            .join(Domain, Domain.id == Verdict.subject_id)
            .where(Verdict.property_id == self.property_id, Verdict.subject == "domain", Verdict.flagged)
        )
        return self.frame(query)

    def mentions(self) -> pl.DataFrame:
        """Return every statement's domain, report and `first_seen`, and the state of its backlink."""
        query = (
            select(
                Page.domain_id,
                Backlink.state,
                Statement.report_id,
                Statement.first_seen,
            )
            .join(Backlink, Backlink.id == Statement.backlink_id)
            .join(Page, Page.id == Backlink.page_id)
            .where(Backlink.property_id == self.property_id)
        )
        return self.frame(query)

    def languages(self) -> pl.DataFrame:
        """Return `domain_id` and `language` of the pages that were read: in one walk over all visits."""
        ours = select(Backlink.page_id).where(Backlink.property_id == self.property_id)
        return self.frame(
            select(Visit.domain_id, Visit.language)
            .where(Visit.purpose == "page", Visit.language != "", Visit.page_id.in_(ours))
            .distinct()
        )

    def campaign_domains(self) -> pl.DataFrame:
        """Return `domain_id` and `campaign_id` of every page that belongs to a campaign."""
        return self.frame(
            select(Page.domain_id, CampaignPage.campaign_id)
            .join(CampaignPage, CampaignPage.page_id == Page.id)
            .join(Campaign, Campaign.id == CampaignPage.campaign_id)
            .where(Campaign.property_id == self.property_id)
        )

    def strongest_findings(self) -> pl.DataFrame:
        """Return `domain_id`, `signal` and the highest `score` that the signal has there."""
        return self.frame(
            select(Finding.domain_id, Finding.signal, func.max(Finding.score).label("score"))
            .where(Finding.property_id == self.property_id)
            .group_by(Finding.domain_id, Finding.signal)
        )

    def reviews(self) -> pl.DataFrame:
        """Return what people decided, oldest first."""
        return self.frame(
            select(
                Review.subject,
                Review.subject_id,
                Review.decision,
                Review.level,
                Review.note,
                Review.decided_at,
            )
            .where(Review.property_id == self.property_id)
            .order_by(Review.id)
        )
