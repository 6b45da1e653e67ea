"""Lists narrowed to what holds words, as the search understands them, or belongs to a number: `q` of every list."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.queries.belonging import pairs_of
from app.queries.listing import Filter, Kind, Where
from app.queries.meant import municipality_meant
from app.queries.number_meant import NumberMeant, number_meant
from app.search.entries import HitKind
from app.search.finding import found_ids, latest_ids
from app.search.question import Question, question_in

# Kinds → the ids of what was found of them.
Found = Callable[..., sa.Select[tuple[str]]]
_SAYS = 'words in any inflection, `"phrases in a row"`, `-what must not be there`'
_NUMBERS = "; and a case number or `ks § 12`, with words or without, for what belongs to it"


# The ids of matters or §§ → the rows that belong to them.
Belonging = Callable[[sa.Select[Any]], Where]


def _found(session: Session, question: Question, *kinds: HitKind, beside: str = "") -> sa.Select[tuple[str]]:
    """The ids of what was found of these kinds; where §§ are among them, of the §§ that hold what was found."""
    return found_ids(session, question, kinds, of_owners=HitKind.ITEM in kinds, beside=beside)


def in_matters(name: str, id: sa.ColumnElement[Any]) -> Belonging:
    """The rows of the list of this name that belong to matters."""

    def where(ids: sa.Select[Any]) -> Where:
        pairs = pairs_of(name)
        return id.in_(sa.select(pairs.c.id).where(pairs.c.matter_id.in_(ids)))

    return where


def by_words(
    holds: str,
    where: Callable[[Found], Where],
    of_matters: Belonging,
    of_items: Belonging | None = None,
    *,
    bounded: bool = False,
) -> Filter:
    """By words that stand in one entry; `where` says of which rows, given what tells the ids of what was found by its kinds. By
    a number too: the rows `of_matters` that bear it, or `of_items` with that of a §, else of the matters that hold these.
    Where it is `bounded`, a list that has its latest rows first has those of a very common word that hold the latest found."""

    def sought(session: Session, typed: str) -> Where:
        question = question_in(typed)
        if not question.terms:
            return sa.false()
        of_words, number = where(cache(partial(_found, session, question))), number_meant(session, typed)
        return of_words if number is None else sa.or_(of_words, numbered(session, number))

    def numbered(session: Session, number: NumberMeant) -> Where:
        belongs = of_matters(number.matters) if of_items is None or number.items is None else of_items(number.items)
        further = question_in(number.words)
        if not further.terms:
            return belongs
        return sa.and_(belongs, where(cache(partial(_found, session, further, beside="number"))))

    def latest(session: Session, typed: str, municipality: str | None) -> Where | None:
        question, is_cut = question_in(typed), False
        meant = session.execute(municipality_meant(municipality)).scalars().all() if municipality else ()
        if not question.terms or (municipality and not meant) or number_meant(session, typed):
            return None

        @cache
        def found(*kinds: HitKind) -> sa.Select[tuple[str]]:
            nonlocal is_cut
            narrowed = {"municipality": meant} if meant else {}
            ids = latest_ids(session, question, kinds, narrowed, of_owners=HitKind.ITEM in kinds)
            is_cut = is_cut or ids is not None
            return _found(session, question, *kinds) if ids is None else ids

        condition = where(found)
        return condition if is_cut else None

    said = f"{holds}: {_SAYS}{_NUMBERS}."
    return Filter(Kind.TEXT, said, "skolgård", sought=sought, latest=latest if bounded else None)


def by_name(holds: str, id: sa.ColumnElement[str], name: sa.ColumnElement[str]) -> Filter:
    """By words of the name of each row: of so few that each is looked at, and none is an entry of its own."""

    def sought(session: Session, typed: str) -> Where:
        question = question_in(typed)
        named = session.execute(sa.select(id, name)).all() if question.terms else ()
        return id.in_([row[0] for row in named if question.is_answered_by(row[1])])

    return Filter(Kind.TEXT, f"{holds}: {_SAYS}.", "alnsjö", sought=sought)
