"""The whole audit of what was read."""

from __future__ import annotations

from collections.abc import Sequence

from importers.audit.biased import biased_on_cover
from importers.audit.claims import Claims
from importers.audit.rows_of_votes import rows_of_votes
from importers.audit.signals import LinesByPlace, audit_signals
from importers.audit.values import audit_values
from importers.bundle import Document, Doubt


def audit(documents: Sequence[Document], lines: LinesByPlace, doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """What is doubted besides: words that signal a fact which is not there, then those whom a cover
    alone calls biased, rows of votes that no vote has, then values that look unlike their kind."""
    claims = Claims(documents, doubts)
    missed = audit_signals(documents, lines, doubts, claims)
    claims.add(missed)
    biased = [
        one for d, document in enumerate(documents) for one in biased_on_cover(document, lines, f"/documents/{d}")
    ]
    claims.add(biased)
    rows = [
        one for d, document in enumerate(documents) for one in rows_of_votes(document, lines, f"/documents/{d}", claims)
    ]
    return (*missed, *biased, *rows, *audit_values(documents, lines, claims))
