"""What the public store keeps of the journal's checkpoints. It is no part of the register, and outlives its versions."""

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
