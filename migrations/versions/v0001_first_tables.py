"""The tables of version 0.1."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.BigInteger()


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "domain",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="A-label form"),
        sa.Column("leased_by", sa.Text(), nullable=False, comment="crawl worker that visits its pages now"),
        sa.Column("leased_until", MOMENT, nullable=True, comment="end of that lease"),
        sa.Column("not_before", MOMENT, nullable=True, comment="Retry-After, back-off or crawl delay"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_domain")),
        sa.UniqueConstraint("name", name=op.f("uq_domain_name")),
    )
    op.create_table(
        "property",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="main registrable domain"),
        sa.Column(
            "domains", sa.JSON(), nullable=False, comment="registrable domains that are ours, name among them"
        ),
        sa.Column(
            "asset_prefixes", sa.JSON(), nullable=False, comment="shared hosts with our path, without scheme"
        ),
        sa.Column("brands", sa.JSON(), nullable=False, comment="names that count as a mention"),
        sa.Column("trusted", sa.JSON(), nullable=False, comment="registrable domains that are never flagged"),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_property")),
        sa.UniqueConstraint("name", name=op.f("uq_property_name")),
    )
    op.create_table(
        "campaign",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("property_id", KEY, nullable=False),
        sa.Column(
            "fingerprint", sa.Text(), nullable=False, comment="kind of fingerprint, such as template or slug"
        ),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("pages", KEY, nullable=False),
        sa.Column("domains", KEY, nullable=False),
        sa.ForeignKeyConstraint(
            ["property_id"], ["property.id"], name=op.f("fk_campaign_property_id_property")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
    )
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_campaign_property_id"), ["property_id"], unique=False)

    op.create_table(
        "page",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("domain_id", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False, comment="absolute, to be fetched"),
        sa.Column("host", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["domain_id"], ["domain.id"], name=op.f("fk_page_domain_id_domain")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
    )
    with op.batch_alter_table("page", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_page_domain_id"), ["domain_id"], unique=False)

    op.create_table(
        "report",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("property_id", KEY, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False, comment="id of the reader"),
        sa.Column("tool", sa.Text(), nullable=False, comment="ahrefs, search-console, ..."),
        sa.Column("imported_at", MOMENT, nullable=False),
        sa.Column("rows", KEY, nullable=False, comment="statements stored"),
        sa.Column("skipped", KEY, nullable=False, comment="rows that could not be read"),
        sa.ForeignKeyConstraint(
            ["property_id"], ["property.id"], name=op.f("fk_report_property_id_property")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_property_id"), ["property_id"], unique=False)

    op.create_table(
        "review",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("property_id", KEY, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False, comment="page or domain"),
        sa.Column("subject_id", KEY, nullable=False),
        sa.Column("decision", sa.Text(), nullable=False, comment="spam, benign or unsure"),
        sa.Column(
            "level", sa.Text(), nullable=False, comment="url, host or domain to act on; empty: leave alone"
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["property_id"], ["property.id"], name=op.f("fk_review_property_id_property")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index(
            "ix_review_property_id_subject_subject_id", ["property_id", "subject", "subject_id"], unique=False
        )

    op.create_table(
        "target",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("property_id", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False, comment="absolute, as first reported"),
        sa.Column("is_image", sa.Boolean(), nullable=False, comment="by its file name"),
        sa.Column(
            "page_url",
            sa.Text(),
            nullable=False,
            comment="for an image: our page that shows it; empty when unknown",
        ),
        sa.ForeignKeyConstraint(
            ["property_id"], ["property.id"], name=op.f("fk_target_property_id_property")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
    )
    with op.batch_alter_table("target", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_target_property_id"), ["property_id"], unique=False)

    op.create_table(
        "verdict",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("property_id", KEY, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False, comment="page or domain"),
        sa.Column("subject_id", KEY, nullable=False, comment="page.id or domain.id"),
        sa.Column("state", sa.Text(), nullable=False, comment="spam, suspicious, benign or undecided"),
        sa.Column("score", sa.Double(), nullable=True, comment="null: no evidence"),
        sa.Column("flagged", sa.Boolean(), nullable=False, comment="a person should look"),
        sa.Column("signals", KEY, nullable=False, comment="signals that had evidence"),
        sa.Column("pages", KEY, nullable=False, comment="pages behind it"),
        sa.Column("spam_pages", KEY, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False, comment="one sentence: why this state"),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["property_id"], ["property.id"], name=op.f("fk_verdict_property_id_property")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
        sa.UniqueConstraint(
            "property_id", "subject", "subject_id", name=op.f("uq_verdict_property_id_subject_subject_id")
        ),
    )
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.create_index(
            "ix_verdict_property_id_subject_state", ["property_id", "subject", "state", "score"], unique=False
        )

    op.create_table(
        "backlink",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("property_id", KEY, nullable=False),
        sa.Column("page_id", KEY, nullable=False),
        sa.Column("target_id", KEY, nullable=True),
        sa.Column(
            "state", sa.Text(), nullable=False, comment="presence at the last visit; empty: not visited"
        ),
        sa.Column("reason", sa.Text(), nullable=False, comment="why, from evidence.presence"),
        sa.Column("detail", sa.Text(), nullable=False, comment="one sentence with what was seen"),
        sa.Column("level", sa.Text(), nullable=False, comment="match ladder L0..L9 of the nearest find"),
        sa.Column("visibility", sa.Text(), nullable=False, comment="of the nearest find"),
        sa.Column("seen_loads", KEY, nullable=False, comment="loads of the last visit that had it (k of n)"),
        sa.Column("loads", KEY, nullable=False, comment="loads of the last visit (n)"),
        sa.Column("visit_id", KEY, nullable=True, comment="visit that said so"),
        sa.Column("checked_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_backlink_page_id_page")),
        sa.ForeignKeyConstraint(
            ["property_id"], ["property.id"], name=op.f("fk_backlink_property_id_property")
        ),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name=op.f("fk_backlink_target_id_target")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backlink")),
    )
    with op.batch_alter_table("backlink", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_backlink_page_id"), ["page_id"], unique=False)
        batch_op.create_index("ix_backlink_property_id_state", ["property_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_backlink_target_id"), ["target_id"], unique=False)

    op.create_table(
        "frontier",
        sa.Column("page_id", KEY, autoincrement=False, nullable=False),
        sa.Column("domain_id", KEY, nullable=False),
        sa.Column("due_at", MOMENT, nullable=True, comment="null: visited, nothing planned"),
        sa.Column("attempts", KEY, nullable=False, comment="failed visits in a row"),
        sa.Column("interval", KEY, nullable=False, comment="seconds to the next visit, adapted to change"),
        sa.Column("missing_since", MOMENT, nullable=True, comment="first visit that found no such name"),
        sa.ForeignKeyConstraint(["domain_id"], ["domain.id"], name=op.f("fk_frontier_domain_id_domain")),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_frontier_page_id_page")),
        sa.PrimaryKeyConstraint("page_id", name=op.f("pk_frontier")),
    )
    with op.batch_alter_table("frontier", schema=None) as batch_op:
        batch_op.create_index("ix_frontier_domain_id_due_at", ["domain_id", "due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_frontier_due_at"), ["due_at"], unique=False)

    op.create_table(
        "visit",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("page_id", KEY, nullable=True, comment="null for a home page or a sibling"),
        sa.Column("domain_id", KEY, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False, comment="page, again, home or sibling"),
        sa.Column("profile", sa.Text(), nullable=False, comment="visitor profile, such as plain"),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("elapsed_ms", KEY, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("final_url", sa.Text(), nullable=False),
        sa.Column("status", KEY, nullable=True),
        sa.Column(
            "error",
            sa.Text(),
            nullable=False,
            comment="from evidence.presence.FAILURES; empty when there is a response",
        ),
        sa.Column("hops", sa.JSON(), nullable=False, comment="redirect chain: url, status, how"),
        sa.Column("address", sa.Text(), nullable=False, comment="IP address that answered"),
        sa.Column("content_type", sa.Text(), nullable=False),
        sa.Column("body_bytes", KEY, nullable=False),
        sa.Column("body_sha256", sa.Text(), nullable=False),
        sa.Column("truncated", sa.Boolean(), nullable=False),
        sa.Column(
            "archive_file",
            sa.Text(),
            nullable=False,
            comment="WARC file name; empty when nothing was archived",
        ),
        sa.Column("archive_offset", KEY, nullable=True),
        sa.Column("archive_length", KEY, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("h1", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False, comment="detected, else declared"),
        sa.Column("noindex", sa.Boolean(), nullable=False),
        sa.Column("words", KEY, nullable=False),
        sa.Column("prose_words", KEY, nullable=False),
        sa.Column("compression", sa.Double(), nullable=False),
        sa.Column("link_density", sa.Double(), nullable=False),
        sa.Column("links", KEY, nullable=False),
        sa.Column("embeds", KEY, nullable=False),
        sa.Column("foreign_links", KEY, nullable=False),
        sa.Column("foreign_embeds", KEY, nullable=False),
        sa.Column("foreign_link_hosts", KEY, nullable=False),
        sa.Column("foreign_embed_hosts", KEY, nullable=False),
        sa.Column("simhash", KEY, nullable=False, comment="two's complement"),
        sa.Column("template_hash", sa.Text(), nullable=False),
        sa.Column(
            "vocabulary",
            sa.Text(),
            nullable=False,
            comment="distinct words of the visible text, casefolded, in order",
        ),
        sa.Column("traits", sa.JSON(), nullable=False),
        sa.Column("limits", sa.JSON(), nullable=False),
        sa.Column("evidence_version", KEY, nullable=True),
        sa.Column("evidence", sa.LargeBinary(), nullable=True, comment="evidence.codec, compressed"),
        sa.ForeignKeyConstraint(["domain_id"], ["domain.id"], name=op.f("fk_visit_domain_id_domain")),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_visit_page_id_page")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_domain_id"), ["domain_id"], unique=False)
        batch_op.create_index("ix_visit_page_id_started_at", ["page_id", "started_at"], unique=False)

    op.create_table(
        "finding",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("property_id", KEY, nullable=False),
        sa.Column("page_id", KEY, nullable=False),
        sa.Column("domain_id", KEY, nullable=False),
        sa.Column("backlink_id", KEY, nullable=True),
        sa.Column("visit_id", KEY, nullable=True, comment="visit it was seen at; null: in the report alone"),
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False, comment="0 benign .. 1 spam"),
        sa.Column("decisive", sa.Boolean(), nullable=False, comment="lifts the page over the line by itself"),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False, comment="what was seen, word for word"),
        sa.ForeignKeyConstraint(
            ["backlink_id"], ["backlink.id"], name=op.f("fk_finding_backlink_id_backlink")
        ),
        sa.ForeignKeyConstraint(["domain_id"], ["domain.id"], name=op.f("fk_finding_domain_id_domain")),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_finding_page_id_page")),
        sa.ForeignKeyConstraint(
            ["property_id"], ["property.id"], name=op.f("fk_finding_property_id_property")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_finding_domain_id"), ["domain_id"], unique=False)
        batch_op.create_index("ix_finding_property_id_page_id", ["property_id", "page_id"], unique=False)

    op.create_table(
        "presence",
        sa.Column("visit_id", KEY, autoincrement=False, nullable=False),
        sa.Column("backlink_id", KEY, autoincrement=False, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["backlink_id"], ["backlink.id"], name=op.f("fk_presence_backlink_id_backlink")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_presence_visit_id_visit")),
        sa.PrimaryKeyConstraint("visit_id", "backlink_id", name=op.f("pk_presence")),
    )
    with op.batch_alter_table("presence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_presence_backlink_id"), ["backlink_id"], unique=False)

    op.create_table(
        "reference",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("visit_id", KEY, nullable=False),
        sa.Column("page_id", KEY, nullable=False),
        sa.Column("backlink_id", KEY, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("visibility", sa.Text(), nullable=False),
        sa.Column("hidden_by", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("attribute", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("resolved", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("left", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column("rel", sa.Text(), nullable=False),
        sa.Column("readings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["backlink_id"], ["backlink.id"], name=op.f("fk_reference_backlink_id_backlink")
        ),
        sa.ForeignKeyConstraint(["page_id"], ["page.id"], name=op.f("fk_reference_page_id_page")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_reference_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference")),
    )
    with op.batch_alter_table("reference", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reference_backlink_id"), ["backlink_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reference_page_id"), ["page_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reference_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "statement",
        sa.Column("report_id", KEY, autoincrement=False, nullable=False),
        sa.Column("line", KEY, autoincrement=False, nullable=False, comment="line in the file"),
        sa.Column("backlink_id", KEY, nullable=False),
        sa.Column("source_url", sa.Text(), nullable=False, comment="exactly as reported"),
        sa.Column("target_url", sa.Text(), nullable=False, comment="exactly as reported"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("left", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=False),
        sa.Column("right", sa.Text(), nullable=False),
        sa.Column(
            "type",
            sa.Text(),
            nullable=False,
            comment="text, image, redirect, ...; empty when the tool does not say",
        ),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("http_status", KEY, nullable=True),
        sa.Column("first_seen", MOMENT, nullable=True),
        sa.Column("last_seen", MOMENT, nullable=True),
        sa.Column("lost", MOMENT, nullable=True),
        sa.Column("lost_reason", sa.Text(), nullable=False),
        sa.Column("nofollow", sa.Boolean(), nullable=True),
        sa.Column("ugc", sa.Boolean(), nullable=True),
        sa.Column("sponsored", sa.Boolean(), nullable=True),
        sa.Column("external_links", KEY, nullable=True),
        sa.Column("links_in_group", KEY, nullable=True),
        sa.Column("vendor_spam", sa.Boolean(), nullable=True),
        sa.Column("domain_rating", sa.Double(), nullable=True),
        sa.Column("hits", KEY, nullable=True),
        sa.ForeignKeyConstraint(
            ["backlink_id"], ["backlink.id"], name=op.f("fk_statement_backlink_id_backlink")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_statement_report_id_report")),
        sa.PrimaryKeyConstraint("report_id", "line", name=op.f("pk_statement")),
    )
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statement_backlink_id"), ["backlink_id"], unique=False)


def downgrade() -> None:
    """Drop every table."""
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_statement_backlink_id"))

    op.drop_table("statement")
    with op.batch_alter_table("reference", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reference_visit_id"))
        batch_op.drop_index(batch_op.f("ix_reference_page_id"))
        batch_op.drop_index(batch_op.f("ix_reference_backlink_id"))

    op.drop_table("reference")
    with op.batch_alter_table("presence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_presence_backlink_id"))

    op.drop_table("presence")
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_index("ix_finding_property_id_page_id")
        batch_op.drop_index(batch_op.f("ix_finding_domain_id"))

    op.drop_table("finding")
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index("ix_visit_page_id_started_at")
        batch_op.drop_index(batch_op.f("ix_visit_domain_id"))

    op.drop_table("visit")
    with op.batch_alter_table("frontier", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_frontier_due_at"))
        batch_op.drop_index("ix_frontier_domain_id_due_at")

    op.drop_table("frontier")
    with op.batch_alter_table("backlink", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_backlink_target_id"))
        batch_op.drop_index("ix_backlink_property_id_state")
        batch_op.drop_index(batch_op.f("ix_backlink_page_id"))

    op.drop_table("backlink")
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.drop_index("ix_verdict_property_id_subject_state")

    op.drop_table("verdict")
    with op.batch_alter_table("target", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_target_property_id"))

    op.drop_table("target")
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_index("ix_review_property_id_subject_subject_id")

    op.drop_table("review")
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_property_id"))

    op.drop_table("report")
    with op.batch_alter_table("page", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_page_domain_id"))

    op.drop_table("page")
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_campaign_property_id"))

    op.drop_table("campaign")
    op.drop_table("property")
    op.drop_table("domain")
