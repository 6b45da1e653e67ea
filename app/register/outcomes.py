"""What kinds of outcome there are."""

from __future__ import annotations

from importers.bundle import Outcome

# What ends nothing: after it the same body is awaited again.
PROCEDURAL = {
    Outcome.ATERREMISS.value,
    Outcome.MINORITETSATERREMISS.value,
    Outcome.BORDLAGGNING.value,
    Outcome.REMISS.value,
}
