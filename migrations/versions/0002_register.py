"""The register: what follows"""

import sqlalchemy as sa
from alembic import op

revision = "0002_register"
down_revision = "0001_journal"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "appearances",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("last_page", sa.Integer(), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("reader_version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appearances")),
    )
    with op.batch_alter_table("appearances", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appearances_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appearances_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appearances_owner"), ["owner"], unique=False)

    op.create_table(
        "bodies",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parent_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bodies")),
    )
    with op.batch_alter_table("bodies", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bodies_municipality_id"), ["municipality_id"], unique=False)

    op.create_table(
        "case_mentions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.Column("stamp", sa.Boolean(), nullable=False),
        sa.Column("document_number", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_mentions")),
    )
    with op.batch_alter_table("case_mentions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_mentions_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_mentions_entity_id"), ["entity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_case_mentions_owner"), ["owner"], unique=False)

    op.create_table(
        "cases",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cases_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_owner"), ["owner"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_slug"), ["slug"], unique=False)

    op.create_table(
        "clauses",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("decision_id", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clauses")),
    )
    with op.batch_alter_table("clauses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_clauses_entity_id"), ["entity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_clauses_owner"), ["owner"], unique=False)

    op.create_table(
        "decisions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("to_body", sa.String(), nullable=True),
        sa.Column("via", sa.JSON(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decisions_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_decisions_owner"), ["owner"], unique=False)

    op.create_table(
        "document_references",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("item_number", sa.String(), nullable=True),
        sa.Column("attachment", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("within", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_references")),
    )
    with op.batch_alter_table("document_references", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_references_entity_id"), ["entity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_references_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_references_owner"), ["owner"], unique=False)

    op.create_table(
        "documents",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("document_number", sa.String(), nullable=True),
        sa.Column("received", sa.Date(), nullable=True),
        sa.Column("addressed_to", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documents_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_documents_owner"), ["owner"], unique=False)

    op.create_table(
        "files",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("producer", sa.String(), nullable=True),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    op.create_table(
        "item_documents",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item_documents")),
    )
    with op.batch_alter_table("item_documents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_item_documents_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_item_documents_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_item_documents_owner"), ["owner"], unique=False)

    op.create_table(
        "items",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_printed", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("contested", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
    )
    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_items_body_id"), ["body_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_items_meeting_id"), ["meeting_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_items_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_items_owner"), ["owner"], unique=False)

    op.create_table(
        "links",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(), nullable=False),
        sa.Column("other_case_id", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
    )
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_links_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_entity_id"), ["entity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_links_owner"), ["owner"], unique=False)

    op.create_table(
        "matter_entities",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("matter_id", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_entities")),
    )
    with op.batch_alter_table("matter_entities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_entities_entity_id"), ["entity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_matter_entities_matter_id"), ["matter_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_matter_entities_owner"), ["owner"], unique=False)

    op.create_table(
        "matters",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("municipality_id", sa.String(), nullable=False),
        sa.Column("lead_case_id", sa.String(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matters")),
    )
    with op.batch_alter_table("matters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matters_municipality_id"), ["municipality_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_matters_owner"), ["owner"], unique=False)
        batch_op.create_index(batch_op.f("ix_matters_slug"), ["slug"], unique=False)

    op.create_table(
        "meetings",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("body_id", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meetings_body_id"), ["body_id"], unique=False)

    op.create_table(
        "mentions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("fact_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name_id", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
    )
    with op.batch_alter_table("mentions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mentions_fact_id"), ["fact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mentions_name_id"), ["name_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mentions_owner"), ["owner"], unique=False)

    op.create_table(
        "municipalities",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipalities")),
    )
    with op.batch_alter_table("municipalities", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_municipalities_slug"), ["slug"], unique=False)

    op.create_table(
        "names",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("party", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_names")),
    )
    op.create_table(
        "propositions",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("alternatives", sa.JSON(), nullable=False),
        sa.Column("winner", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_propositions")),
    )
    with op.batch_alter_table("propositions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_propositions_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_propositions_owner"), ["owner"], unique=False)

    op.create_table(
        "register_meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_register_meta")),
    )
    op.create_table(
        "reservations",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=True),
        sa.Column("in_favour_of", sa.Text(), nullable=True),
        sa.Column("written", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reservations")),
    )
    with op.batch_alter_table("reservations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reservations_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reservations_owner"), ["owner"], unique=False)

    op.create_table(
        "sources",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("fact_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
    )
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sources_fact_id"), ["fact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sources_owner"), ["owner"], unique=False)

    op.create_table(
        "statements",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=True),
        sa.Column("attribution", sa.String(), nullable=False),
        sa.Column("inferred_from", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
    )
    with op.batch_alter_table("statements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_statements_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_statements_owner"), ["owner"], unique=False)

    op.create_table(
        "step_follows",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("step_id", sa.String(), nullable=False),
        sa.Column("follows_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", "owner", name=op.f("pk_step_follows")),
    )
    with op.batch_alter_table("step_follows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_step_follows_step_id"), ["step_id"], unique=False)

    op.create_table(
        "steps",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("body_id", sa.String(), nullable=True),
        sa.Column("body", sa.String(), nullable=True),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("item_id", sa.String(), nullable=True),
        sa.Column("document_id", sa.String(), nullable=True),
        sa.Column("document_kind", sa.String(), nullable=True),
        sa.Column("document_number", sa.String(), nullable=True),
        sa.Column("item_number", sa.String(), nullable=True),
        sa.Column("for_body", sa.Text(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", "owner", name=op.f("pk_steps")),
    )
    op.create_table(
        "supports",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("claim_hash", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "row_id", "claim_hash", "owner", name=op.f("pk_supports")),
    )
    with op.batch_alter_table("supports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_supports_owner"), ["owner"], unique=False)

    op.create_table(
        "targets",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_targets")),
    )
    with op.batch_alter_table("targets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_targets_entity_id"), ["entity_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_targets_key"), ["key"], unique=False)
        batch_op.create_index(batch_op.f("ix_targets_owner"), ["owner"], unique=False)

    op.create_table(
        "yrkanden",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("group_name", sa.Text(), nullable=True),
        sa.Column("m_fl", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_yrkanden")),
    )
    with op.batch_alter_table("yrkanden", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_yrkanden_item_id"), ["item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_yrkanden_owner"), ["owner"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("yrkanden", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_yrkanden_owner"))
        batch_op.drop_index(batch_op.f("ix_yrkanden_item_id"))

    op.drop_table("yrkanden")
    with op.batch_alter_table("targets", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_targets_owner"))
        batch_op.drop_index(batch_op.f("ix_targets_key"))
        batch_op.drop_index(batch_op.f("ix_targets_entity_id"))

    op.drop_table("targets")
    with op.batch_alter_table("supports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_supports_owner"))

    op.drop_table("supports")
    op.drop_table("steps")
    with op.batch_alter_table("step_follows", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_step_follows_step_id"))

    op.drop_table("step_follows")
    with op.batch_alter_table("statements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_statements_owner"))
        batch_op.drop_index(batch_op.f("ix_statements_item_id"))

    op.drop_table("statements")
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sources_owner"))
        batch_op.drop_index(batch_op.f("ix_sources_fact_id"))

    op.drop_table("sources")
    with op.batch_alter_table("reservations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reservations_owner"))
        batch_op.drop_index(batch_op.f("ix_reservations_item_id"))

    op.drop_table("reservations")
    op.drop_table("register_meta")
    with op.batch_alter_table("propositions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_propositions_owner"))
        batch_op.drop_index(batch_op.f("ix_propositions_item_id"))

    op.drop_table("propositions")
    op.drop_table("names")
    with op.batch_alter_table("municipalities", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_municipalities_slug"))

    op.drop_table("municipalities")
    with op.batch_alter_table("mentions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mentions_owner"))
        batch_op.drop_index(batch_op.f("ix_mentions_name_id"))
        batch_op.drop_index(batch_op.f("ix_mentions_fact_id"))

    op.drop_table("mentions")
    with op.batch_alter_table("meetings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meetings_body_id"))

    op.drop_table("meetings")
    with op.batch_alter_table("matters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_matters_slug"))
        batch_op.drop_index(batch_op.f("ix_matters_owner"))
        batch_op.drop_index(batch_op.f("ix_matters_municipality_id"))

    op.drop_table("matters")
    with op.batch_alter_table("matter_entities", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_matter_entities_owner"))
        batch_op.drop_index(batch_op.f("ix_matter_entities_matter_id"))
        batch_op.drop_index(batch_op.f("ix_matter_entities_entity_id"))

    op.drop_table("matter_entities")
    with op.batch_alter_table("links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_links_owner"))
        batch_op.drop_index(batch_op.f("ix_links_entity_id"))
        batch_op.drop_index(batch_op.f("ix_links_case_id"))

    op.drop_table("links")
    with op.batch_alter_table("items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_items_owner"))
        batch_op.drop_index(batch_op.f("ix_items_municipality_id"))
        batch_op.drop_index(batch_op.f("ix_items_meeting_id"))
        batch_op.drop_index(batch_op.f("ix_items_body_id"))

    op.drop_table("items")
    with op.batch_alter_table("item_documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_item_documents_owner"))
        batch_op.drop_index(batch_op.f("ix_item_documents_item_id"))
        batch_op.drop_index(batch_op.f("ix_item_documents_document_id"))

    op.drop_table("item_documents")
    op.drop_table("files")
    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documents_owner"))
        batch_op.drop_index(batch_op.f("ix_documents_municipality_id"))
        batch_op.drop_index(batch_op.f("ix_documents_body_id"))

    op.drop_table("documents")
    with op.batch_alter_table("document_references", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_document_references_owner"))
        batch_op.drop_index(batch_op.f("ix_document_references_key"))
        batch_op.drop_index(batch_op.f("ix_document_references_entity_id"))

    op.drop_table("document_references")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decisions_owner"))
        batch_op.drop_index(batch_op.f("ix_decisions_item_id"))

    op.drop_table("decisions")
    with op.batch_alter_table("clauses", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_clauses_owner"))
        batch_op.drop_index(batch_op.f("ix_clauses_entity_id"))

    op.drop_table("clauses")
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cases_slug"))
        batch_op.drop_index(batch_op.f("ix_cases_owner"))
        batch_op.drop_index(batch_op.f("ix_cases_municipality_id"))
        batch_op.drop_index(batch_op.f("ix_cases_key"))

    op.drop_table("cases")
    with op.batch_alter_table("case_mentions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_case_mentions_owner"))
        batch_op.drop_index(batch_op.f("ix_case_mentions_entity_id"))
        batch_op.drop_index(batch_op.f("ix_case_mentions_case_id"))

    op.drop_table("case_mentions")
    with op.batch_alter_table("bodies", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bodies_municipality_id"))

    op.drop_table("bodies")
    with op.batch_alter_table("appearances", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appearances_owner"))
        batch_op.drop_index(batch_op.f("ix_appearances_file_id"))
        batch_op.drop_index(batch_op.f("ix_appearances_document_id"))

    op.drop_table("appearances")
