"""Entries found by FTS5: the question in its language, on the columns that a tier of hits stands in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from app.models.register import search_entries
from app.models.word_index import FTS
from app.search.question import Question, Term
from app.search.tiers import Tier

_COLUMNS = {Tier.TITLE: "{title} : ", Tier.WORDS: "{title body} : ", Tier.PARTS: ""}
_fts = sa.table(FTS, sa.column("rowid"))
_matches = sa.literal_column(FTS).op("MATCH")(sa.bindparam("question"))
# Made once: to build a statement anew costs more than to run it.
_MATCHING = sa.select(_fts.c.rowid).where(_matches).order_by(_fts.c.rowid.desc())
_SINCE = _MATCHING.where(_fts.c.rowid >= sa.bindparam("least"))


def matching(question: Question, tier: Tier, least: int | None = None) -> sa.Select[Any]:
    """The numbers of the entries that the question finds within the tier, the latest first; none before `least`."""
    asked = {"question": _expression(question, tier)}
    return _MATCHING.params(asked) if least is None else _SINCE.params({**asked, "least": least})


def narrowed(query: sa.Select[Any], where: Sequence[sa.ColumnElement[bool]]) -> sa.Select[Any]:
    """The same of entries that meet these conditions."""
    return query.join(search_entries, search_entries.c.n == _fts.c.rowid).where(*where)


def among(numbers: Sequence[int]) -> sa.ColumnElement[bool]:
    """Whether an entry is one of these."""
    listed = sa.func.json_each(json.dumps(numbers)).table_valued("value")
    return search_entries.c.n.in_(sa.select(listed.c.value))


def held(keys: Sequence[str]) -> sa.Select[Any]:
    """Those of these keys that any entry has."""
    listed = sa.func.json_each(json.dumps(keys)).table_valued("value")
    quoted = sa.literal('"') + listed.c.value + sa.literal('"')
    is_there = sa.exists(sa.select(_fts.c.rowid).where(sa.literal_column(FTS).op("MATCH")(quoted)))
    return sa.select(listed.c.value).where(is_there)


def _expression(question: Question, tier: Tier) -> str:
    if tier is Tier.EXACT:
        return f'{{parts}} : "{question.title}"'
    wanted = " AND ".join(_term(term, tier) for term in question.terms)
    return " NOT ".join([f"({wanted})", *(_term(term, Tier.PARTS) for term in question.without)])


def _term(term: Term, tier: Tier) -> str:
    """`{title body} : ("ung" OR "ungdom")`; a phrase stands where words follow one another."""
    if term.phrase:
        return f'{_COLUMNS[min(tier, Tier.WORDS)]}"{" ".join(term.keys)}"'
    keys = " OR ".join(f'"{key}"' for key in term.keys)
    return f"{_COLUMNS[tier]}({keys})"
