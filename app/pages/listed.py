"""What pages with a list share: the part that is shown, and the filters of the API's list behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query
from sqlalchemy.orm import Session

from app.language.questions import unsought_sentence
from app.queries.listing import Asked, Kind, Listing, Page, Wanted, page_of
from app.queries.understood import UnknownName, understood
from app.search.question import question_in
from app.web.days import typed_day

MANY = 25
_MOST_PAGES = 10_000
LONGEST = 100
Typed = Annotated[str, Query(max_length=LONGEST)]
Part = Annotated[int, Query(ge=1, le=_MOST_PAGES)]


def part_of(
    session: Session,
    listing: Listing,
    filters: Mapping[str, str],
    part: int,
    *,
    many: int = MANY,
    wanted: Wanted | None = None,
) -> Page:
    """So many rows of the list, in its own order, that meet filters as the API's address has them; none where a filter
    names what is not here. Raises `BadParameter` for a day that is none."""
    typed = typed_filters(session, listing, filters)
    if typed is None:
        return Page([], 0, None)
    return page_of(session, listing, Asked(typed, listing.order, many, (part - 1) * many), wanted or Wanted())


def typed_filters(session: Session, listing: Listing, filters: Mapping[str, str]) -> dict[str, Any] | None:
    """Filters as the API's address has them as the list takes them; None where one names what is not here. Raises
    `BadParameter` for a day that is none."""
    try:
        meant = understood(session, listing, filters)
    except UnknownName:
        return None
    return {name: _value(listing, name, value) for name, value in meant.items()}


def words_sentence(typed: str) -> str:
    """What of the words that a list is narrowed to was not sought; empty where all of it was."""
    question = question_in(typed)
    return unsought_sentence(question.sought, question.left_out, question.unread)


def address(path: str, params: Mapping[str, Any]) -> str:
    """The path with those of the parameters that have a value."""
    given = {name: value for name, value in params.items() if value}
    return f"{path}?{urlencode(given, safe=',')}" if given else path


def _value(listing: Listing, name: str, value: str) -> Any:
    match listing.filters[name].kind:
        case Kind.DAY:
            return typed_day(name, value)
        case Kind.FLAG:
            return value == "true"
        case _:
            return value
