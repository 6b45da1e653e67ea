"""Entries found by PostgreSQL: the question as a `tsquery`, on the weights that a tier of hits stands under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from app.models.register import search_entries
from app.models.word_index import FTS
from app.search.question import Question, Term
from app.search.tiers import Tier

# One plan for every word, as PostgreSQL makes of what is asked often, walks through all entries for a rare one.
PLANNING = "SET LOCAL plan_cache_mode = force_custom_plan"
MATCHING = (
    "(SELECT {tier}, '[' || coalesce(string_agg(CAST(n AS text), ','), '') || ']' FROM (SELECT n FROM search_entries "
    "WHERE search_fts_words @@ CAST(:question{tier} AS tsquery) AND n >= :least{tier} ORDER BY n DESC LIMIT :most) AS found)"
)
COUNTING = (
    "SELECT coalesce(municipality_id, '') || ',' || coalesce(body_id, '') || ',' || coalesce(outcome, '') || ',' || coalesce(status, '') "
    "|| ',' || parties, count(*) FROM search_entries WHERE n = ANY(CAST(:numbers AS bigint[])) "
    "GROUP BY municipality_id, body_id, outcome, status, parties"
)
AMONG = search_entries.c.n == sa.any_(sa.bindparam("numbers", type_=ARRAY(sa.BigInteger)))
_WEIGHTS = {Tier.TITLE: ":A", Tier.WORDS: ":AB", Tier.PARTS: ""}
_words: sa.ColumnElement[Any] = sa.literal_column(f"{search_entries.name}.{FTS}")


def expression(question: Question, tier: Tier, narrowed: Sequence[Sequence[str]]) -> str:
    """`('skol':A) & ('f12':D | 'f34':D) & !('park')`: one key of each set that it is `narrowed` by."""
    wanted = [f"'{question.title}':D"] if tier is Tier.EXACT else [_term(term, tier) for term in question.terms]
    wanted += [f"({_any(keys, ':D')})" for keys in narrowed]
    return " & ".join([*wanted, *(f"!({_term(term, Tier.PARTS)})" for term in question.without)])


def matching(asked: str) -> sa.ColumnElement[bool]:
    """Whether an entry is one of those that an `expression` finds."""
    return _words.op("@@")(sa.cast(asked, TSQUERY))


def listed(numbers: Sequence[int]) -> list[int]:
    """Numbers as one value: an array."""
    return list(numbers)


def tallied(rows: Sequence[Any]) -> Mapping[str, int]:
    """How often each combination occurs, a row each."""
    return dict(map(tuple, rows))


def held(keys: Sequence[str]) -> sa.Select[Any]:
    """Those of these keys that any entry has."""
    listed = sa.func.unnest(sa.literal(list(keys), ARRAY(sa.Text))).column_valued("key")
    quoted = sa.cast(sa.literal("'") + listed + sa.literal("'"), TSQUERY)
    is_there = sa.exists(sa.select(search_entries.c.n).where(_words.op("@@")(quoted)))
    return sa.select(listed).where(is_there)


def _term(term: Term, tier: Tier) -> str:
    """`('ung':AB | 'ungdom':AB)`; in a phrase each key follows the one before."""
    weights = _WEIGHTS[min(tier, Tier.WORDS) if term.phrase else tier]
    return f"({_any(term.keys, weights, ' <-> ' if term.phrase else ' | ')})"


def _any(keys: Sequence[str], weights: str, between: str = " | ") -> str:
    return between.join(f"'{key}'{weights}" for key in keys)
