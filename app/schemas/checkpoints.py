"""What the journal had come to, signed."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from app.schemas import Shape


class Checkpoint(Shape):
    """The journal at an instant: a hash tree of all its entries."""

    size: int = Field(description="Leaves of the tree: entries, and blanks up to a whole block.", examples=[256])
    root: str = Field(description="The tree's hash, in hexadecimal.")
    at: dt.datetime
    key: str = Field(description="The installation's public key, Ed25519.")
    signature: str
    proof: list[str] = Field(
        description="That this tree begins with that of the checkpoint before; none for the first."
    )


class CheckpointList(Shape):
    checkpoints: list[Checkpoint]
    total: int
