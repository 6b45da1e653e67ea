"""Entries found by PostgreSQL: the question as a `tsquery`, on the weights that a tier of hits stands under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY

from app.models.register import search_entries
from app.models.word_index import FTS
from app.search.question import Question, Term
from app.search.tiers import Tier

_WEIGHTS = {Tier.TITLE: "A", Tier.WORDS: "AB", Tier.PARTS: "ABD"}


def entries_matching(question: Question, tier: Tier, columns: Sequence[sa.ColumnElement[Any]]) -> sa.Select[Any]:
    """These columns of the entries that the question finds within the tier, the latest first."""
    asked = sa.cast(sa.literal(_expression(question, tier), sa.Text), TSQUERY)
    words: sa.ColumnElement[Any] = sa.literal_column(f"{search_entries.name}.{FTS}")
    return sa.select(*columns).where(words.op("@@")(asked)).order_by(search_entries.c.n.desc())


def _expression(question: Question, tier: Tier) -> str:
    wanted = [_term(term, tier) for term in question.terms]
    return " & ".join([*wanted, *(f"!({_term(term, Tier.PARTS)})" for term in question.without)])


def _term(term: Term, tier: Tier) -> str:
    """`('ung':AB | 'ungdom':AB)`; in a phrase each key follows the one before."""
    weights = _WEIGHTS[min(tier, Tier.WORDS) if term.phrase else tier]
    keys = (f"'{key}':{weights}" for key in term.keys)
    return f"({(' <-> ' if term.phrase else ' | ').join(keys)})"
