"""The journal: entries in one chained sequence, and what is looked up in them. Rows are added and never changed.

Beside it lie the imports (every upload's fate, also the refused ones), the queue of jobs, the API keys, the desk's accounts,
what readers report as wrong, and how far each scope's register has followed. Instants are UTC in RFC 3339 with microseconds: `2026-11-23T08:15:00.000000Z`.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from app.models import named_metadata

journal = named_metadata()

entries = Table(
    "entries",
    journal,
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text),
    Column("salt", String, nullable=False),
    Column("content", Text),
    Column("content_hash", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
)

filings = Table(
    "filings",
    journal,
    Column("seq", BigInteger, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("sha256", String, nullable=False),
    Column("municipality", String, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("body", String),
    Index("uq_filings_sha256_municipality", "sha256", "municipality", unique=True),
)

readings = Table(
    "readings",
    journal,
    Column("seq", BigInteger, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("filing_seq", BigInteger, ForeignKey("filings.seq"), nullable=False, index=True),
    Column("reader", String, nullable=False),
    Column("version", String, nullable=False),
    Column("counts", Boolean, nullable=False),
    Column("file", Text, nullable=False),
    Column("undone_by", BigInteger, index=True),
    # {"unread": […], "doubts": […]}: the pages of each unread line, and of each doubt that tells of a place
    Column("unsure", Text),
    Index("uq_readings_filing_seq_reader_version", "filing_seq", "reader", "version", unique=True),
)

arrivals = Table(
    "arrivals",
    journal,
    # of the entry that put the municipality in: those after it, up to the last, came from elsewhere
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("municipality", String, nullable=False),
    Column("last", BigInteger, nullable=False),
)

municipality_keys = Table(
    "municipality_keys",
    journal,
    Column("municipality", String, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("key", String, nullable=False),
)

parts = Table(
    "parts",
    journal,
    Column("reading_seq", BigInteger, ForeignKey("readings.seq"), primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("of_n", Integer),
    Column("content", Text, nullable=False),
)

part_keys = Table(
    "part_keys",
    journal,
    Column("key", String, primary_key=True),
    Column("reading_seq", BigInteger, primary_key=True, autoincrement=False),
    Column("n", Integer, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(["reading_seq", "n"], ["parts.reading_seq", "parts.n"]),
    Index("ix_part_keys_reading_seq_n", "reading_seq", "n"),
)

releases = Table(
    "releases",
    journal,
    Column("seq", BigInteger, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("filing_seq", BigInteger, ForeignKey("filings.seq"), nullable=False, index=True),
    Column("first_page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("public", Boolean, nullable=False),
)

acts = Table(
    "acts",
    journal,
    Column("seq", BigInteger, ForeignKey("entries.seq"), primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False, index=True),
    Column("said", Text, nullable=False),
    Column("undone_by", BigInteger, index=True),
)

act_keys = Table(
    "act_keys",
    journal,
    Column("key", String, primary_key=True),
    Column("seq", BigInteger, ForeignKey("acts.seq"), primary_key=True, autoincrement=False),
    Index("ix_act_keys_seq", "seq"),
)

imports = Table(
    "imports",
    journal,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("actor", String, nullable=False),
    Column("at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("filing_seq", BigInteger, ForeignKey("filings.seq")),
    Column("receipt", Text),
    Column("problem", Text),
)

api_keys = Table(
    "api_keys",
    journal,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("hash", String, nullable=False, unique=True),
    Column("municipality", String, nullable=False),
    Column("body", String),
    Column("at", String, nullable=False),
    Column("scopes", String, nullable=False, server_default="imports"),
    Column("expires", Date),
    Column("revoked", String),
)

users = Table(
    "users",
    journal,
    Column("id", String, primary_key=True),
    Column("login", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("language", String, nullable=False),
    Column("password", String),
    Column("at", String, nullable=False),
    Column("ended", String),
)

grants = Table(
    "grants",
    journal,
    Column("user_id", String, ForeignKey("users.id"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("municipality", String, primary_key=True),
    Column("body", String, primary_key=True),
)

sessions = Table(
    "sessions",
    journal,
    Column("id", String, primary_key=True),
    Column("hash", String, nullable=False, unique=True),
    Column("user_id", String, ForeignKey("users.id"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("agent", String, nullable=False),
    Column("at", String, nullable=False),
    Column("seen", String, nullable=False),
    Column("until", String, nullable=False),
)

identities = Table(
    "identities",
    journal,
    Column("issuer", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("user_id", String, ForeignKey("users.id"), nullable=False, index=True),
    Column("at", String, nullable=False),
)

attempts = Table(
    "attempts",
    journal,
    Column("id", String, primary_key=True),
    Column("who", String, nullable=False, index=True),
    Column("at", String, nullable=False, index=True),
)

reports = Table(
    "reports",
    journal,
    Column("number", String, primary_key=True),
    Column("at", String, nullable=False, index=True),
    Column("address", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("answer", Text),
    Column("answered_by", String),
    Column("answered_at", String),
)

checkpoints = Table(
    "checkpoints",
    journal,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("entries", BigInteger, nullable=False),
    Column("root", String, nullable=False),
    Column("at", String, nullable=False),
    Column("key", String, nullable=False),
    Column("signature", String, nullable=False),
    Column("proof", Text, nullable=False),
)

followers = Table(
    "followers",
    journal,
    Column("scope", String, primary_key=True),
    Column("generation", String, nullable=False),
    Column("reached", BigInteger, nullable=False),
)

jobs = Table(
    "jobs",
    journal,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False),
    Column("said", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("at", String, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("worker", String),
    Column("leased_until", String),
    Column("pages_read", Integer),
    Column("pages", Integer),
    Column("rank", Integer, nullable=False, server_default="1"),
    Column("problem", String),
    Index("ix_jobs_state_rank_at", "state", "rank", "at"),
    Index("ix_jobs_key", "key"),
)
