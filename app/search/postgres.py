"""Entries found by PostgreSQL: the question as a `tsquery`, on the weights that a tier of hits stands under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from app.models.register import search_entries
from app.models.word_index import FTS
from app.search.question import Question, Term
from app.search.tiers import Tier

_WEIGHTS = {Tier.TITLE: ":A", Tier.WORDS: ":AB", Tier.PARTS: ""}
_words: sa.ColumnElement[Any] = sa.literal_column(f"{search_entries.name}.{FTS}")
_matches = _words.op("@@")(sa.cast(sa.bindparam("question", type_=sa.Text), TSQUERY))
_MATCHING = sa.select(search_entries.c.n).where(_matches).order_by(search_entries.c.n.desc())
_SINCE = _MATCHING.where(search_entries.c.n >= sa.bindparam("least"))


def matching(question: Question, tier: Tier, least: int | None = None) -> sa.Select[Any]:
    """The numbers of the entries that the question finds within the tier, the latest first; none before `least`."""
    asked = {"question": _expression(question, tier)}
    return _MATCHING.params(asked) if least is None else _SINCE.params({**asked, "least": least})


def narrowed(query: sa.Select[Any], where: Sequence[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    """The same of entries that meet these conditions."""
    return query.where(*where)


def among(numbers: Sequence[int]) -> sa.ColumnElement[bool]:
    """Whether an entry is one of these."""
    return search_entries.c.n == sa.any_(sa.literal(list(numbers), ARRAY(sa.BigInteger)))


def held(keys: Sequence[str]) -> sa.Select[Any]:
    """Those of these keys that any entry has."""
    listed = sa.func.unnest(sa.literal(list(keys), ARRAY(sa.Text))).column_valued("key")
    quoted = sa.cast(sa.literal("'") + listed + sa.literal("'"), TSQUERY)
    is_there = sa.exists(sa.select(search_entries.c.n).where(_words.op("@@")(quoted)))
    return sa.select(listed).where(is_there)


def _expression(question: Question, tier: Tier) -> str:
    if tier is Tier.EXACT:
        return f"'{question.title}':D"
    wanted = [_term(term, tier) for term in question.terms]
    return " & ".join([*wanted, *(f"!({_term(term, Tier.PARTS)})" for term in question.without)])


def _term(term: Term, tier: Tier) -> str:
    """`('ung':AB | 'ungdom':AB)`; in a phrase each key follows the one before."""
    weights = _WEIGHTS[min(tier, Tier.WORDS) if term.phrase else tier]
    keys = (f"'{key}'{weights}" for key in term.keys)
    return f"({(' <-> ' if term.phrase else ' | ').join(keys)})"
