"""The whole audit of what was read."""

from __future__ import annotations

from collections.abc import Sequence

from importers.audit.claims import Claims
from importers.audit.signals import LinesByPlace, audit_signals
from importers.audit.values import audit_values
from importers.bundle import Document, Doubt


def audit(documents: Sequence[Document], lines: LinesByPlace, doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """What is doubted besides: words that signal a fact which is not there, then values that look unlike their kind."""
    claims = Claims(documents, doubts)
    missed = audit_signals(documents, lines, doubts, claims)
    claims.add(missed)
    return (*missed, *audit_values(documents, lines, claims))
