"""Entries found by FTS5: the question in its language, on the columns that a tier of hits stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.prepared import Prepared
from app.search.entries import ID_BITS, KIND_MASK, codes_of
from app.search.question import Question, Term
from app.search.tiers import Tier

PLANNING = None
_FOUND = (
    "SELECT {tier:d}, json_group_array(rowid) FROM (SELECT rowid FROM search_fts_words "
    "WHERE search_fts_words MATCH :question{tier:d} ORDER BY rowid{order} LIMIT :most)"
)
# backwards FTS5 takes twice as long
_EARLIEST = Prepared(sa.text(_FOUND.format(tier=Tier.PARTS, order="")))
_LATEST = Prepared(sa.text(_FOUND.format(tier=Tier.PARTS, order=" DESC")))
# What is found from the first to the last of what was found already is among it.
_WITHIN = (
    "SELECT {tier:d}, json_group_array(rowid) FROM search_fts_words "
    "WHERE search_fts_words MATCH :question{tier:d} AND rowid BETWEEN :first AND :last"
)
_BETTER = " UNION ALL ".join(_WITHIN.format(tier=tier) for tier in (Tier.TITLE, Tier.WORDS))
_BETTER_ALONE = Prepared(sa.text(_BETTER))
_BETTER_AND_TITLED = Prepared(sa.text(f"{_BETTER} UNION ALL {_FOUND.format(tier=Tier.EXACT, order=' DESC')}"))
# By an index that holds no words: it would be asked for the rows themselves, twice as long.
COUNTING = Prepared(
    sa.text(
        "SELECT json_group_array(coalesce(municipality_id, '') || ',' || coalesce(body_id, '') || ',' || coalesce(outcome, '') || ',' || "
        "coalesce(status, '') || ',' || parties) FROM json_each(:numbers) AS listed "
        "CROSS JOIN search_entries INDEXED BY ix_search_entries_facets ON search_entries.n = listed.value"
    )
)
_HOLDS = "EXISTS (SELECT 1 FROM search_fts_words WHERE search_fts_words MATCH :held AND rowid = search_entries.n)"
_IS_FOUND = "+search_entries.n IN (SELECT rowid FROM search_fts_words WHERE search_fts_words MATCH :held)"
# By the same index, for the rows themselves lie ten times as far apart.
_OF_KINDS = "SELECT rowid FROM search_fts_words WHERE search_fts_words MATCH :asked{beside} AND ((rowid >> {bits}) & {mask}) IN ({kinds})"
_IDS = (
    "SELECT search_entries.{column} AS id FROM ({found}) AS found CROSS JOIN search_entries "
    "INDEXED BY ix_search_entries_facets ON search_entries.n = found.rowid"
)
SHOWN = Prepared(
    sa.text(
        "SELECT n, id, owner, kind, outcome, parties FROM search_entries WHERE n IN (SELECT value FROM json_each(:numbers))"
    )
)
HELD = Prepared(
    sa.text(
        "SELECT value FROM json_each(:keys) AS listed WHERE EXISTS "
        "(SELECT 1 FROM search_fts_words WHERE search_fts_words MATCH '\"' || listed.value || '\"')"
    )
)
_COLUMNS = {Tier.TITLE: "{title} : ", Tier.WORDS: "{title body} : ", Tier.PARTS: ""}


def expression(question: Question, tier: Tier, narrowed: Sequence[Sequence[str]]) -> str:
    """`(({title} : ("skol")) AND {parts} : ("f12" OR "f34")) NOT ("park")`: one key of each set that it is `narrowed` by."""
    wanted = [f'{{parts}} : "{question.title}"'] if tier is Tier.EXACT else [_term(t, tier) for t in question.terms]
    wanted += [f"{{parts}} : ({_any(keys)})" for keys in narrowed]
    return " NOT ".join([f"({' AND '.join(wanted)})", *(_term(term, Tier.PARTS) for term in question.without)])


def ids(asked: str, kinds: Sequence[str], *, of_owners: bool, most: int | None = None, beside: str = "") -> sa.CTE:
    """The ids of the entries of these kinds that an `expression` finds, or those of their owners; of the latest `most`."""
    found = _of_kinds(kinds, beside) + ("" if most is None else f" ORDER BY rowid DESC LIMIT {most}")
    query = sa.text(_IDS.format(column="owner" if of_owners else "id", found=found)).bindparams(
        **{f"asked{beside}": asked}
    )
    name = "_".join(["found", *([beside] if beside else []), *kinds])
    return query.columns(sa.column("id", sa.String)).cte(name).prefix_with("MATERIALIZED")


def holds(asked: str, *, of_many: bool) -> sa.TextClause:
    """Whether an `expression` finds an entry, asked of each of a few by its number; of many, among all that it finds: each by
    itself would take thousands of times as long as one."""
    return sa.text(_IS_FOUND if of_many else _HOLDS).bindparams(held=asked)


def counted_to(session: Session, asked: str, kinds: Sequence[str], most: int) -> int:
    """How many entries of these kinds it finds, no further than `most`."""
    query = sa.text(f"SELECT count(*) FROM ({_of_kinds(kinds)} LIMIT {most})")  # noqa: S608 - of our own words
    return int(session.execute(query, {"asked": asked}).scalar_one())


def _of_kinds(kinds: Sequence[str], beside: str = "") -> str:
    return _OF_KINDS.format(beside=beside, bits=ID_BITS, mask=KIND_MASK, kinds=", ".join(map(str, codes_of(kinds))))


def weighed(session: Session, asked: Mapping[Tier, str], most: int) -> dict[Tier, list[int]]:
    """What each tier finds of the latest, the latest first."""
    params = {f"question{tier:d}": expressed for tier, expressed in asked.items()}
    whole = _numbers(_EARLIEST.run(session, question3=asked[Tier.PARTS], most=most + 1))[Tier.PARTS]
    if len(whole) > most:
        whole = _numbers(_LATEST.run(session, question3=asked[Tier.PARTS], most=most + 1))[Tier.PARTS]
    if not whole:
        return {Tier.PARTS: []}
    better = _BETTER_AND_TITLED if Tier.EXACT in asked else _BETTER_ALONE
    rows = better.run(session, **params, first=whole[:most][-1], last=whole[0], most=most + 1)
    return {**_numbers(rows), Tier.PARTS: whole}


def _numbers(rows: Iterable[Any]) -> dict[Tier, list[int]]:
    """By tier the numbers of its row, the greatest first: as one value, as many rows take longer to be read than found."""
    return {Tier(tier): sorted(orjson.loads(numbers), reverse=True) for tier, numbers in rows}


def listed(values: Sequence[int] | Sequence[str]) -> str:
    """Values as one: a JSON list."""
    return orjson.dumps(values).decode()


def tallied(rows: Sequence[Any]) -> Mapping[str, int]:
    """How often each combination occurs, of one row with all of them."""
    return Counter(orjson.loads(rows[0][0]))


def _term(term: Term, tier: Tier) -> str:
    """`{title body} : ("ung" OR "ungdom")`; a phrase stands where words follow one another."""
    if term.phrase:
        return f'{_COLUMNS[min(tier, Tier.WORDS)]}"{" ".join(term.keys)}"'
    return f"{_COLUMNS[tier]}({_any(term.keys)})"


def _any(keys: Sequence[str]) -> str:
    return " OR ".join(f'"{key}"' for key in keys)
