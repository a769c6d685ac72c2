"""What was concluded, as frames for exports, the queue and lessons."""

import polars as pl
from sqlalchemy import func, select

from store.frames.queries import FrameReader, flag
from store.models import Campaign, Finding, QueueRow, Review, Verdict


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

    def campaigns(self) -> pl.DataFrame:
        """Return `id`, `fingerprint`, `value`, `pages`, `domains`, `judged` and `spam` of the campaigns."""
        columns = (Campaign.id, Campaign.fingerprint, Campaign.value)
        counts = (Campaign.pages, Campaign.domains, Campaign.judged, Campaign.spam)
        return self.frame(select(*columns, *counts).where(Campaign.property_id == self.property_id))

    def queue(self) -> pl.DataFrame:
        """Return the queue, with the columns that `store.conclusions.queueing` writes."""
        return self.frame(
            select(
                QueueRow.domain_id,
                QueueRow.name,
                QueueRow.priority,
                QueueRow.fold,
                QueueRow.fold_priority,
                QueueRow.state,
                QueueRow.first_signal,
                QueueRow.second_signal,
            ).where(QueueRow.property_id == self.property_id)
        )
