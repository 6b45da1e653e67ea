"""The register's tables: `app/register/values.py` says what each row is. The same tables hold the desk and the public scope.

What nobody asks for by its id is keyed by owner and id, so that what follows from one § lies together. They are derived,
so they bear no foreign keys: `app/projection/` is their only writer, and `diarium rebuild` their proof.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Index,
    Integer,
    String,
    Table,
    Text,
    and_,
    cast,
    literal_column,
    or_,
    true,
)

from app.models import named_metadata

register = named_metadata()

municipalities = Table(
    "municipalities",
    register,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("slug", String, nullable=False, index=True),
    Column("code", String),
)

bodies = Table(
    "bodies",
    register,
    Column("id", String, primary_key=True),
    Column("municipality_id", String, nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("slug", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("parent_id", String),
    Column("name_from", Date),
)

meetings = Table(
    "meetings",
    register,
    Column("id", String, primary_key=True),
    Column("body_id", String, nullable=False),
    Column("date", Date, nullable=False, index=True),
    Column("nth", Integer, nullable=False),
)
Index(None, meetings.c.body_id, meetings.c.date)

people = Table(
    "people",
    register,
    Column("id", String, primary_key=True),
    Column("municipality_id", String, nullable=False, index=True),
    Column("name", String, nullable=False),
)

redirects = Table(
    "redirects",
    register,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("into", String, primary_key=True, index=True),
    Column("day", Date),
)

names = Table(
    "names",
    register,
    Column("id", String, primary_key=True),
    Column("person_id", String, index=True),
    Column("name", String, nullable=False),
    Column("party", String),
)

files = Table(
    "files",
    register,
    Column("id", String, primary_key=True),
    Column("bytes", Integer, nullable=False),
    Column("producer", String),
    Column("pages", JSON, nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("unseen", JSON, nullable=False),
)

documents = Table(
    "documents",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("municipality_id", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("body_id", String),
    Column("date", Date, index=True),
    Column("title", Text),
    Column("document_number", String),
    Column("received", Date),
    Column("addressed_to", String),
    Column("verified", Date),
    Column("notice_posted", Date),
    Column("notice_until", Date),
    Column("contested", Boolean, nullable=False),
)
Index(None, documents.c.body_id, documents.c.kind, documents.c.date)

appearances = Table(
    "appearances",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("document_id", String, nullable=False, index=True),
    Column("file_id", String, nullable=False, index=True),
    Column("first_page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("lead", Boolean, nullable=False),
    Column("reader", String, nullable=False),
    Column("reader_version", String, nullable=False),
    # of lead ones: a paper that lies in several files is counted once; null too where the file is masked
    Column("unread_lines", Integer),
    Column("doubts", Integer),
)

items = Table(
    "items",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("municipality_id", String, nullable=False),
    Column("body_id", String, nullable=False, index=True),
    Column("meeting_id", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", String, nullable=False, index=True),
    Column("date", Date, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("title_printed", Text),
    Column("outcome", String),
    Column("summary", Text),
    Column("contested", Boolean, nullable=False),
)
Index(None, items.c.municipality_id, items.c.date)
# The §§ of a meeting are told from the index alone.
Index("ix_items_meeting_id", items.c.meeting_id, items.c.id)

item_documents = Table(
    "item_documents",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("item_id", String, nullable=False, index=True),
    Column("document_id", String, nullable=False, index=True),
)

case_mentions = Table(
    "case_mentions",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("entity_id", String, nullable=False, index=True),
    Column("case_id", String, nullable=False, index=True),
    Column("printed", String, nullable=False),
    Column("stamp", Boolean, nullable=False),
    Column("document_number", String),
)

decisions = Table(
    "decisions",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("item_id", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("mode", String, nullable=False),
    Column("body", String),
    Column("to_body", String),
    Column("via", JSON, nullable=False),
    Column("lead", Text),
)

clauses = Table(
    "clauses",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("entity_id", String, nullable=False, index=True),
    Column("decision_id", String),
    Column("n", Integer, nullable=False),
    Column("number", String),
    Column("text", Text, nullable=False),
    Column("outcome", String),
    Column("about", JSON, nullable=False),
)
# Those that name other §§: few of all.
NAMES_ITEMS: ColumnElement[bool] = cast(clauses.c.about, Text) != literal_column("'[]'")
Index("ix_clauses_about", clauses.c.entity_id, sqlite_where=NAMES_ITEMS, postgresql_where=NAMES_ITEMS)

yrkanden = Table(
    "yrkanden",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("item_id", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("stance", String, nullable=False),
    Column("target", Text),
    Column("rank", Integer),
    Column("parties", JSON, nullable=False),
    Column("group_name", Text),
    Column("m_fl", Boolean, nullable=False),
    Column("text", Text, nullable=False),
)

propositions = Table(
    "propositions",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("item_id", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("alternatives", JSON, nullable=False),
    Column("winner", Text),
    Column("text", Text, nullable=False),
)

votes = Table(
    "votes",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("item_id", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("question", Text),
    Column("yes_means", Text),
    Column("no_means", Text),
    Column("yes", Integer),
    Column("no", Integer),
    Column("abstain", Integer),
    Column("absent", Integer),
    Column("paired", Integer),
    Column("casting_vote", Boolean, nullable=False),
    Column("result", Text),
)

ballots = Table(
    "ballots",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("vote_id", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("name_id", String, nullable=False),
    Column("choice", String, nullable=False),
    Column("date", Date),
)
# As for mentions: the first and the last of somebody are found from the ends.
Index(None, ballots.c.name_id, ballots.c.date)

presence = Table(
    "presence",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("document_id", String, nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("n", Integer, nullable=False),
    Column("name_id", String, nullable=False),
    Column("serving", Boolean, nullable=False),
    Column("for_name_id", String),
    Column("items", JSON),
    Column("note", Text),
    Column("date", Date),
)
Index(None, presence.c.name_id, presence.c.date)

reservations = Table(
    "reservations",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("item_id", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("group_name", Text),
    Column("in_favour_of", Text),
    Column("written", Boolean, nullable=False),
    Column("text", Text, nullable=False),
)

statements = Table(
    "statements",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("item_id", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("group_name", Text),
    Column("attribution", String, nullable=False),
    Column("inferred_from", Text),
    Column("text", Text, nullable=False),
)

document_references = Table(
    "document_references",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("entity_id", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("role", String, nullable=False),
    Column("kind", String),
    Column("text", Text, nullable=False),
    Column("body", String),
    Column("date", Date),
    Column("item_number", String),
    Column("attachment", Integer),
    Column("key", String, index=True),
    Column("within", Boolean, nullable=False),
)

targets = Table(
    "targets",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("key", String, nullable=False, index=True),
    Column("entity_id", String, nullable=False, index=True),
)

mentions = Table(
    "mentions",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("fact_id", String, nullable=False),
    Column("role", String, nullable=False),
    Column("n", Integer, nullable=False),
    Column("name_id", String, nullable=False),
    Column("title", Text),
    Column("date", Date),
)
# What somebody did last is found from the end of it, and when a name first stands, from its beginning.
Index(None, mentions.c.name_id, mentions.c.role, mentions.c.date, mentions.c.fact_id)

sources = Table(
    "sources",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("fact_id", String, nullable=False),
    Column("field", String),
    Column("n", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("document_id", String, nullable=False),
    Column("file_id", String, nullable=False),
    Column("quote", Text, nullable=False),
    Column("places", JSON, nullable=False),
    Column("correction", JSON(none_as_null=True)),
)
_CORRECTED = sources.c.correction.is_not(None)  # few of all: the log of corrections asks for these alone
Index("ix_sources_corrected", sources.c.owner, sqlite_where=_CORRECTED, postgresql_where=_CORRECTED)

cases = Table(
    "cases",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("municipality_id", String, nullable=False, index=True),
    Column("key", String, nullable=False, index=True),
    Column("number", String, nullable=False),
    Column("slug", String, nullable=False, index=True),
)

matters = Table(
    "matters",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("municipality_id", String, nullable=False, index=True),
    Column("lead_case_id", String),
    Column("title", Text),
    Column("slug", String, nullable=False, index=True),
    Column("version", String, nullable=False),
    Column("kind", String),
    Column("kind_evidence", String),
    Column("kind_at", JSON),
    Column("last_date", Date, index=True),
    Column("status", String),
    Column("outcome", String),
)

matter_entities = Table(
    "matter_entities",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("matter_id", String, nullable=False, index=True),
    Column("entity_id", String, nullable=False, index=True),
    Column("entity", String, nullable=False),
)

links = Table(
    "links",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("case_id", String, nullable=False, index=True),
    Column("other_case_id", String, nullable=False),
    Column("evidence", String, nullable=False),
    Column("state", String, nullable=False),
    Column("entity_id", String, index=True),
)

hints = Table(
    "hints",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("entity_id", String, nullable=False, index=True),
    Column("key", String, nullable=False, index=True),
    Column("evidence", String, nullable=False),
)

motions = Table(
    "motions",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("municipality_id", String, nullable=False, index=True),
    Column("matter_id", String, index=True),
    Column("entity_id", String, nullable=False, index=True),
    Column("document_id", String),
    Column("n", Integer, nullable=False),
    Column("origin", String, nullable=False),
    Column("title", Text),
    Column("subject", Text),
    Column("key", String, index=True),
    Column("mover", String, nullable=False),
    Column("date", Date, index=True),
    Column("raised", Date),
    Column("basis", String),
    Column("ended", Date),
    Column("twice", Boolean),
)
Index(None, motions.c.id)
# Those that wait are counted by day from the index alone.
Index(
    "ix_motions_raised",
    *(motions.c[name] for name in ("raised", "ended", "matter_id", "basis", "twice", "municipality_id")),
)
# Those that lie in two matters: few of all.
LIES_TWICE: ColumnElement[bool] = motions.c.twice.is_(true())
Index("ix_motions_twice", motions.c.id, sqlite_where=LIES_TWICE, postgresql_where=LIES_TWICE)
# The lists of a council that announce a motion, by its title: hundreds of matters may share that, and no list announce it.
ANNOUNCED_ORIGIN: ColumnElement[str] = literal_column("'announced'")
_ANNOUNCES = motions.c.origin == ANNOUNCED_ORIGIN
Index("ix_motions_announced", motions.c.key, sqlite_where=_ANNOUNCES, postgresql_where=_ANNOUNCES)

steps = Table(
    "steps",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("n", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("date", Date, index=True),
    Column("body_id", String),
    Column("body", String),
    Column("mode", String),
    Column("outcome", String),
    Column("item_id", String),
    Column("document_id", String),
    Column("document_kind", String),
    Column("document_number", String),
    Column("item_number", String),
    Column("for_body", Text),
    Column("key", String),
    Column("ends", Boolean, nullable=False),
)
# The steps that are awaited, by body: of each matter one or none, of all that it went through.
AWAITED_STATE: ColumnElement[str] = literal_column("'awaited'")
_AWAITED = steps.c.state == AWAITED_STATE
Index("ix_steps_awaited", steps.c.body_id, steps.c.owner, sqlite_where=_AWAITED, postgresql_where=_AWAITED)
# The steps that may have ended a motion's year, or told the council of it: of few matters that wait there are any.
MAY_END_A_YEAR: ColumnElement[bool] = and_(
    steps.c.kind == literal_column("'item'"),
    steps.c.state == literal_column("'past'"),
    or_(steps.c.mode == literal_column("'decides'"), steps.c.outcome == literal_column("'anteckning'")),
)
Index("ix_steps_ending", steps.c.owner, sqlite_where=MAY_END_A_YEAR, postgresql_where=MAY_END_A_YEAR)

step_follows = Table(
    "step_follows",
    register,
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("step_id", String, nullable=False, index=True),
    Column("follows_id", String, nullable=False),
)

findings = Table(
    "findings",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("code", String, nullable=False, index=True),
    Column("severity", String, nullable=False),
    Column("law", String),
    Column("params", JSON, nullable=False),
    Column("entity_id", String, index=True),
    Column("key", String),
)

aliases = Table(
    "aliases",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("old_id", String, nullable=False, index=True),
    Column("slug", String, index=True),
    Column("key", String, index=True),
    Column("into", String, nullable=False),
)

passages = Table(
    "passages",
    register,
    Column("id", String, primary_key=True),
    Column("owner", String, nullable=False, index=True),
    Column("n", Integer, nullable=False),
    Column("document_id", String, nullable=False, index=True),
    Column("file_id", String, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("places", JSON, nullable=False),
)

# What can be found by words (`app/search/`): the keys of its words, and what a search is narrowed by. `n` is made of the
# day and the id, so the latest come last; the databases' own indexes lie beside it (`app/models/word_index.py`).
search_entries = Table(
    "search_entries",
    register,
    Column("n", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("owner", String, nullable=False, index=True),
    Column("id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("municipality_id", String),
    Column("body_id", String),
    Column("year", Integer),
    Column("outcome", String),
    Column("status", String),
    Column("parties", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("parts", Text, nullable=False),
)
# What hits are counted and told by, without their words.
Index(
    "ix_search_entries_facets",
    search_entries.c.n,
    *(search_entries.c[name] for name in ("municipality_id", "body_id", "outcome", "status", "parties", "owner", "id")),
)

supports = Table(
    "supports",
    register,
    Column("kind", String, primary_key=True),
    Column("row_id", String, primary_key=True),
    Column("claim_hash", String, primary_key=True),
    Column("owner", String, primary_key=True, index=True),
    Column("claim", Text, nullable=False),
)

# What is counted of all that, kept as it changes (`app/register/sums.py` says what each is a sum of).
sums = Table(
    "sums",
    register,
    *(Column(name, String, primary_key=True) for name in ("kind", "of", "fact", "key", "other")),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# What changed, numbered densely within the scope and its generation: who follows it misses nothing.
changes = Table(
    "changes",
    register,
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("matter_id", String, nullable=False, index=True),
    Column("municipality_id", String, nullable=False),
    Column("slug", String, nullable=False),
    Column("version", String),
)
# A municipality's, in their order: whoever follows one reads none of another's.
Index(None, changes.c.municipality_id, changes.c.n)

register_meta = Table(
    "register_meta",
    register,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)
