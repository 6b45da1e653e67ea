"""What the public store keeps that is no part of the register, and outlives its versions: the journal's checkpoints, and
what was announced of each matter while a register is made anew."""

from sqlalchemy import BigInteger, Column, String, Table, Text

from app.models import named_metadata

published_log = named_metadata()

published_checkpoints = Table(
    "checkpoints",
    published_log,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("root", String, nullable=False),
    Column("at", String, nullable=False),
    Column("key", String, nullable=False),
    Column("signature", String, nullable=False),
    Column("proof", Text, nullable=False),
)

# Filled as an older register is dropped, emptied when the new one has been through the same days.
announced_before = Table(
    "announced_before",
    published_log,
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("matter_id", String, nullable=False, index=True),
    Column("version", String),
)
