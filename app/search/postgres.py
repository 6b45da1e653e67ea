"""Entries found by PostgreSQL: the question as a `tsquery`, on the weights that a tier of hits stands under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from app.models.prepared import Prepared
from app.models.register import search_entries
from app.models.word_index import FTS
from app.search.normaliser import facet_key
from app.search.question import Question, Term
from app.search.tiers import Tier

# One plan for every word, as PostgreSQL makes of what is asked often, walks through all entries for a rare one; and so does one that
# takes a page that lies elsewhere for four times as dear, as of disks that turn, for a common word in one town of many.
PLANNING = (
    "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('random_page_cost', '1.1', true)"
)
_FOUND = (
    "(SELECT n, ctid AS at FROM search_entries WHERE search_fts_words @@ CAST(:question{tier:d} AS tsquery) "
    "ORDER BY n DESC LIMIT :most)"
)
# An index knows no weights: each row that holds the word is looked at for them, and once for both tiers, as what is found in
# titles is found in words too. Where it lies, as it was found there already: neither to ask the index of words anew nor to
# look for the row by its number costs as little.
_WEIGHED = (
    "weighed AS MATERIALIZED (SELECT n, CASE WHEN search_fts_words @@ CAST(:question2 AS tsquery) "
    "THEN search_fts_words @@ CAST(:question1 AS tsquery) END AS in_title FROM search_entries "
    "WHERE ctid = ANY(ARRAY(SELECT at FROM found)))"
)
_NUMBERS = "SELECT {tier:d}, '[' || coalesce(string_agg(CAST(n AS text), ','), '') || ']' FROM {rows}"
_ALL = " UNION ALL ".join(
    (
        _NUMBERS.format(tier=Tier.TITLE, rows="weighed WHERE in_title"),
        _NUMBERS.format(tier=Tier.WORDS, rows="weighed WHERE in_title IS NOT NULL"),
        _NUMBERS.format(tier=Tier.PARTS, rows="found"),
    )
)
_EXACT = _NUMBERS.format(tier=Tier.EXACT, rows=f"{_FOUND.format(tier=Tier.EXACT)} AS titled")
_FINDING = f"WITH found AS MATERIALIZED {_FOUND.format(tier=Tier.PARTS)}, {_WEIGHED} {_ALL}"
_ALONE = Prepared(sa.text(_FINDING))
_AND_TITLED = Prepared(sa.text(f"{_FINDING} UNION ALL {_EXACT}"))
COUNTING = Prepared(
    sa.text(
        "SELECT coalesce(municipality_id, '') || ',' || coalesce(body_id, '') || ',' || coalesce(outcome, '') || ',' || "
        "coalesce(status, '') || ',' || parties, count(*) FROM search_entries WHERE n = ANY(CAST(:numbers AS bigint[])) "
        "GROUP BY municipality_id, body_id, outcome, status, parties"
    )
)
SHOWN = Prepared(
    sa.text("SELECT n, id, owner, kind, outcome, parties FROM search_entries WHERE n = ANY(CAST(:numbers AS bigint[]))")
)
HELD = Prepared(
    sa.text(
        "SELECT key FROM unnest(CAST(:keys AS text[])) AS key WHERE EXISTS (SELECT 1 FROM search_entries "
        "WHERE search_fts_words @@ CAST(quote_literal(key) AS tsquery))"
    )
)
_WEIGHTS = {Tier.TITLE: ":A", Tier.WORDS: ":AB", Tier.PARTS: ""}
_words: sa.ColumnElement[Any] = sa.literal_column(f"{search_entries.name}.{FTS}")


def expression(question: Question, tier: Tier, narrowed: Sequence[Sequence[str]]) -> str:
    """`('skol':A) & ('f12':D | 'f34':D) & !('park')`: one key of each set that it is `narrowed` by."""
    wanted = [f"'{question.title}':D"] if tier is Tier.EXACT else [_term(term, tier) for term in question.terms]
    wanted += [f"({_any(keys, ':D')})" for keys in narrowed]
    return " & ".join([*wanted, *(f"!({_term(term, Tier.PARTS)})" for term in question.without)])


def ids(asked: str, kinds: Sequence[str], *, of_owners: bool, most: int | None = None, beside: str = "") -> sa.CTE:
    """The ids of the entries of these kinds that an `expression` finds, or those of their owners; of the latest `most`."""
    column = search_entries.c.owner if of_owners else search_entries.c.id
    found = sa.select(column.label("id")).where(_holds(asked, kinds))
    if most is not None:
        found = found.order_by(search_entries.c.n.desc()).limit(most)
    return found.cte("_".join(["found", *([beside] if beside else []), *kinds])).prefix_with("MATERIALIZED")


def holds(asked: str, *, of_many: bool) -> sa.ColumnElement[bool]:
    """Whether an `expression` finds an entry."""
    return _holds(asked)


def counted_to(session: Session, asked: str, kinds: Sequence[str], most: int) -> int:
    """How many entries of these kinds it finds, no further than `most`."""
    found = sa.select(sa.literal(1)).select_from(search_entries).where(_holds(asked, kinds)).limit(most)
    return session.execute(sa.select(sa.func.count()).select_from(found.subquery())).scalar_one()


def _holds(asked: str, kinds: Sequence[str] = ()) -> sa.ColumnElement[bool]:
    """Whether an entry is found; of these kinds, which the index knows too, so that rows of others are not read for theirs."""
    if kinds:
        asked = f"{asked} & ({_any([facet_key('kind', kind) for kind in kinds], ':D')})"
    return _words.op("@@")(sa.cast(asked, TSQUERY))


def weighed(session: Session, asked: Mapping[Tier, str], most: int) -> dict[Tier, list[int]]:
    """What each tier finds of the latest, the latest first."""
    params = {f"question{tier:d}": expressed for tier, expressed in asked.items()}
    rows = (_AND_TITLED if Tier.EXACT in asked else _ALONE).run(session, **params, most=most + 1)
    found = {Tier(tier): sorted(orjson.loads(numbers), reverse=True) for tier, numbers in rows}
    beyond = found[Tier.PARTS][most:]  # one more tells that there are more, and is weighed with the others
    return {
        tier: numbers if tier in {Tier.EXACT, Tier.PARTS} else [n for n in numbers if n not in beyond]
        for tier, numbers in found.items()
    }


def listed(values: Sequence[int] | Sequence[str]) -> list[Any]:
    """Values as one: an array."""
    return list(values)


def tallied(rows: Sequence[Any]) -> Mapping[str, int]:
    """How often each combination occurs, a row each."""
    return dict(map(tuple, rows))


def _term(term: Term, tier: Tier) -> str:
    """`('ung':AB | 'ungdom':AB)`; in a phrase each key follows the one before."""
    weights = _WEIGHTS[min(tier, Tier.WORDS) if term.phrase else tier]
    return f"({_any(term.keys, weights, ' <-> ' if term.phrase else ' | ')})"


def _any(keys: Sequence[str], weights: str, between: str = " | ") -> str:
    return between.join(f"'{key}'{weights}" for key in keys)
