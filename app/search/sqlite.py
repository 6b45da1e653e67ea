"""Entries found by FTS5: the question in its language, on the columns that a tier of hits stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.models.register import search_entries
from app.models.word_index import FTS
from app.search.question import Question, Term
from app.search.tiers import Tier

_COLUMNS = {Tier.TITLE: "{title}", Tier.WORDS: "{title body}", Tier.PARTS: "{title body parts}"}
_fts = sa.table(FTS, sa.column("rowid"))


def entries_matching(question: Question, tier: Tier, columns: Sequence[sa.ColumnElement[Any]]) -> sa.Select[Any]:
    """These columns of the entries that the question finds within the tier, the latest first."""
    return (
        sa.select(*columns)
        .select_from(_fts)
        .join(search_entries, search_entries.c.n == _fts.c.rowid)
        .where(sa.literal_column(FTS).op("MATCH")(_expression(question, tier)))
        .order_by(_fts.c.rowid.desc())
    )


def _expression(question: Question, tier: Tier) -> str:
    wanted = " AND ".join(_term(term, tier) for term in question.terms)
    return " NOT ".join([f"({wanted})", *(_term(term, Tier.PARTS) for term in question.without)])


def _term(term: Term, tier: Tier) -> str:
    """`{title body} : ("ung" OR "ungdom")`; a phrase stands where words follow one another."""
    if term.phrase:
        return f'{_COLUMNS[min(tier, Tier.WORDS)]} : "{" ".join(term.keys)}"'
    keys = " OR ".join(f'"{key}"' for key in term.keys)
    return f"{_COLUMNS[tier]} : ({keys})"
