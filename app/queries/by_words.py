"""Lists narrowed to what holds words, as the search understands them: `q` of every list."""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import search_entries
from app.queries.listing import Filter, Kind, Where
from app.search.entries import HitKind
from app.search.finding import is_found
from app.search.question import question_in

Ids = sa.Select[tuple[str]]
_SAYS = 'words in any inflection, `"phrases in a row"`, `-what must not be there`.'


def by_words(holds: str, where: Callable[[Ids], Where], *kinds: HitKind) -> Filter:
    """By words that stand in one entry of these kinds, `where` says of which rows: it is given the ids of what was found,
    or, where no kinds are said, those of the matters, §§ and documents that hold it."""

    def sought(session: Session, typed: str) -> Where:
        question = question_in(typed)
        if not question.terms:
            return sa.false()
        found = is_found(session, question)
        if not kinds:
            return where(sa.select(search_entries.c.owner).where(found))
        return where(sa.select(search_entries.c.id).where(found, search_entries.c.kind.in_([str(k) for k in kinds])))

    return Filter(Kind.TEXT, f"{holds}: {_SAYS}", "skolgård", sought=sought)


def by_name(holds: str, id: sa.ColumnElement[str], name: sa.ColumnElement[str]) -> Filter:
    """By words of the name of each row: of so few that each is looked at, and none is an entry of its own."""

    def sought(session: Session, typed: str) -> Where:
        question = question_in(typed)
        named = session.execute(sa.select(id, name)).all() if question.terms else ()
        return id.in_([row[0] for row in named if question.is_answered_by(row[1])])

    return Filter(Kind.TEXT, f"{holds}: {_SAYS}", "alnsjö", sought=sought)
