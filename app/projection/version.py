"""Which register this programme builds."""

from __future__ import annotations

from app.search.normaliser import normaliser_version

# The version of the tables and of the rules that fill them: a register that bears another is built anew.
REGISTER_VERSION = "44"


def versions() -> dict[str, str]:
    """What a register of this programme bears: its version, and under which rules its words are found."""
    return {"version": REGISTER_VERSION, "normaliser": normaliser_version()}
