"""The §§ that are meant by a number with a body, a municipality or a year, as people ask for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import fold
from app.models.register import bodies, items
from app.queries.bodies import bodies_meant
from app.queries.listing import Where
from app.queries.meant import municipality_meant
from app.register.item_numbers import ItemAmong, item_among
from app.register.short_forms import short_form

# Asked under a name of its own, since a list may ask of the same table.
NUMBERED = items.alias("numbered")
# `§ 1` alone is one of every meeting's.
_MOST = 50
# How many words a body's or municipality's name has at most, and how long its letters are.
_LONGEST_NAME, _LONGEST_SHORT = 6, 8


@dataclass(frozen=True, slots=True)
class ItemsMeant:
    """What the §§ that are meant meet, as `NUMBERED`; and the words that were typed besides, of which they say nothing."""

    where: Sequence[Where]
    words: str


def find_items(session: Session, typed: str, municipality: str | None = None) -> list[str]:
    """The ids of the §§ that were typed, of one municipality (its id) or of all, the latest first; none where nothing but a § was
    typed."""
    meant = items_meant(session, typed, municipality)
    if meant is None or meant.words:
        return []
    query = sa.select(NUMBERED.c.id).where(*meant.where).order_by(NUMBERED.c.date.desc(), NUMBERED.c.id).limit(_MOST)
    return list(session.execute(query).scalars())


def items_meant(session: Session, typed: str, municipality: str | None = None) -> ItemsMeant | None:
    """The §§ that were typed among words; None where no § was. `uppsala ks § 372 skola` has a municipality, a body and a word."""
    among = item_among(typed)
    if among is None:
        return None
    sides = _Sides(list(among.before), list(among.after))
    where = _of_number(among)
    if body := sides.take(session, _bodies):
        # not by its index: a body has many more §§ than a number has, and SQLite does not know that
        where.append(sa.func.coalesce(NUMBERED.c.body_id, "").in_(body))
    if municipality is not None:
        where.append(NUMBERED.c.municipality_id == municipality)
    elif place := sides.take(session, _municipalities):
        where.append(NUMBERED.c.municipality_id.in_(place))
    return ItemsMeant(where, " ".join([*sides.before, *sides.after]))


def _of_number(among: ItemAmong) -> list[Where]:
    spelt = among.number.lower()
    where: list[Where] = [NUMBERED.c.number.in_({spelt, spelt.upper()})]
    if among.year is not None:
        where.append(NUMBERED.c.year == among.year)
    if among.date is not None:
        where.append(NUMBERED.c.date == among.date)
    return where


@dataclass(slots=True)
class _Sides:
    """The words before and after a number that nothing has been made of yet."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)

    def take(self, session: Session, named: Callable[[Session, str], list[str]]) -> list[str]:
        """The ids of what the words nearest to the number name, as many of them as do; these are gone then."""
        for side, start, end in self._runs():
            typed = " ".join(side[start:end]).strip(" .:")
            if typed and (ids := named(session, typed)):
                del side[start:end]
                return ids
        return []

    def _runs(self) -> Iterator[tuple[list[str], int, int]]:
        """The words next to the number, the most first; and, as a municipality may be said first, those farthest from it."""
        longest = range(_LONGEST_NAME, 0, -1)
        yield from ((self.before, len(self.before) - n, len(self.before)) for n in longest if n <= len(self.before))
        yield from ((self.after, 0, n) for n in longest if n <= len(self.after))
        yield from ((self.before, 0, n) for n in longest if n < len(self.before))
        yield from ((self.after, len(self.after) - n, len(self.after)) for n in longest if n < len(self.after))


def _bodies(session: Session, typed: str) -> list[str]:
    """The bodies that go by this name or these letters."""
    named = list(session.execute(bodies_meant(typed)).scalars())
    letters = fold(typed)
    if named or len(typed) > _LONGEST_SHORT or not letters:
        return named
    return [row.id for row in session.execute(sa.select(bodies.c.id, bodies.c.name)) if short_form(row.name) == letters]


def _municipalities(session: Session, typed: str) -> list[str]:
    """The municipality of this name."""
    return list(session.execute(municipality_meant(typed)).scalars())
