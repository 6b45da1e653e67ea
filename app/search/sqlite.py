"""Entries found by FTS5: the question in its language, on the columns that a tier of hits stands in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import sqlalchemy as sa

from app.models.register import search_entries
from app.models.word_index import FTS
from app.search.question import Question, Term
from app.search.tiers import Tier

PLANNING = None
MATCHING = (
    "SELECT {tier}, json_group_array(rowid) FROM (SELECT rowid FROM search_fts_words "
    "WHERE search_fts_words MATCH :question{tier} AND rowid >= :least{tier} ORDER BY rowid DESC LIMIT :most)"
)
# By an index that holds no words: it would be asked for the rows themselves, twice as long.
COUNTING = (
    "SELECT json_group_array(coalesce(municipality_id, '') || ',' || coalesce(body_id, '') || ',' || coalesce(outcome, '') || ',' || "
    "coalesce(status, '') || ',' || parties) FROM json_each(:numbers) AS listed "
    "CROSS JOIN search_entries INDEXED BY ix_search_entries_facets ON search_entries.n = listed.value"
)
_COLUMNS = {Tier.TITLE: "{title} : ", Tier.WORDS: "{title body} : ", Tier.PARTS: ""}
AMONG = search_entries.c.n.in_(sa.select(sa.func.json_each(sa.bindparam("numbers")).table_valued("value").c.value))
_fts = sa.table(FTS, sa.column("rowid"))


def expression(question: Question, tier: Tier, narrowed: Sequence[Sequence[str]]) -> str:
    """`(({title} : ("skol")) AND {parts} : ("f12" OR "f34")) NOT ("park")`: one key of each set that it is `narrowed` by."""
    wanted = [f'{{parts}} : "{question.title}"'] if tier is Tier.EXACT else [_term(t, tier) for t in question.terms]
    wanted += [f"{{parts}} : ({_any(keys)})" for keys in narrowed]
    return " NOT ".join([f"({' AND '.join(wanted)})", *(_term(term, Tier.PARTS) for term in question.without)])


def matching(asked: str) -> sa.ColumnElement[bool]:
    """Whether an entry is one of those that an `expression` finds."""
    return search_entries.c.n.in_(sa.select(_fts.c.rowid).where(sa.literal_column(FTS).op("MATCH")(asked)))


def listed(numbers: Sequence[int]) -> str:
    """Numbers as one value: a JSON list."""
    return json.dumps(numbers)


def tallied(rows: Sequence[Any]) -> Mapping[str, int]:
    """How often each combination occurs, of one row with all of them."""
    return Counter(orjson.loads(rows[0][0]))


def held(keys: Sequence[str]) -> sa.Select[Any]:
    """Those of these keys that any entry has."""
    listed = sa.func.json_each(json.dumps(keys)).table_valued("value")
    quoted = sa.literal('"') + listed.c.value + sa.literal('"')
    is_there = sa.exists(sa.select(_fts.c.rowid).where(sa.literal_column(FTS).op("MATCH")(quoted)))
    return sa.select(listed.c.value).where(is_there)


def _term(term: Term, tier: Tier) -> str:
    """`{title body} : ("ung" OR "ungdom")`; a phrase stands where words follow one another."""
    if term.phrase:
        return f'{_COLUMNS[min(tier, Tier.WORDS)]}"{" ".join(term.keys)}"'
    return f"{_COLUMNS[tier]}({_any(term.keys)})"


def _any(keys: Sequence[str]) -> str:
    return " OR ".join(f'"{key}"' for key in keys)
