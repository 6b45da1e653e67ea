"""Names in a question as the register has them: short forms of bodies, parties' whole names; what is not here is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.errors import BadParameter
from app.language.i18n import N_
from app.language.nearest import nearest_first
from app.queries.listing import SEPARATOR, Listing, Names

# How many of what could be named are told to whoever named something else.
_MOST = 40


class UnknownName(BadParameter):
    """Whoever a question names that the register does not; `allowed` are those that it does, what fits best first."""

    detail = N_("{name} {value} förekommer inte i registret. Giltigt är: {allowed}.")


class UnknownNumber(UnknownName):
    """The same of a number or an id that nothing here comes near."""

    detail = N_("{name} {value} förekommer inte i registret.")


def understood(session: Session, listing: Listing, filters: Mapping[str, Any]) -> dict[str, Any]:
    """The filters, each name as the register has it.

    Raises `UnknownName` for one that names nothing here: an empty list would say that there is none. Where nothing is here
    at all, no name is unknown.
    """
    return {name: _name(session, listing, filters, name) for name in filters}


def _name(session: Session, listing: Listing, filters: Mapping[str, Any], name: str) -> Any:
    names, typed = listing.filters[name].names, filters[name]
    if names is None:
        return typed
    place = filters.get("municipality") if name != "municipality" else None
    each = list(filter(None, map(str.strip, typed.split(SEPARATOR)))) if names.several else []
    return SEPARATOR.join(_one(session, names, one, name, place) for one in each or [typed])


def _one(session: Session, names: Names, typed: str, name: str, place: str | None) -> str:
    if session.execute(names.meant(typed).limit(1)).first() is not None:
        return typed
    whole = names.whole(session, typed, place)
    if len(whole) == 1:
        return whole[0]
    options = names.options(session, typed, place)
    if not options and not whole:
        if names.numbered:
            raise UnknownNumber(name, typed, "")
        return typed
    others = nearest_first(typed, [option for option in options if option not in whole])
    raise UnknownName(name, typed, ", ".join([*whole, *others][:_MOST]))
