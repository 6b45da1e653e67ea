"""The rows that a question asks for, as the API shows them: one way for its answers, for files and for the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy.orm import Session

from app.api.list_query import Question
from app.api.matters import SOURCES, unplaced
from app.api.parameters import cut
from app.api.resources import Resource
from app.errors import BadParameter
from app.exports.columns import Column, columns_of, under
from app.queries.listing import unmatched, walk
from app.schemas.lists import LISTED


def shown(resource: Resource, row: Mapping[str, Any], fields: frozenset[str], *, placed: bool) -> Any:
    """The row as the API shows it: sources only where asked for, and only the keys that were."""
    chosen = cut(resource.shown(row), fields)
    return chosen if placed or SOURCES not in resource.listing.includes else unplaced(chosen)


def shown_rows(
    within: AbstractContextManager[Session], resource: Resource, asked: Question
) -> Iterator[Mapping[str, Any]]:
    """Every row that is asked for, read as it is taken on, of the register `within`."""
    with within as session:
        for row in walk(session, resource.listing, asked.asked, asked.wanted):
            yield shown(resource, row, asked.fields, placed=asked.wanted.placed)


def columns(resource: Resource, asked: Question, base_path: str) -> list[Column]:
    """The columns of those rows as a table, for an installation that lies under a path."""
    leaving_out: Collection[str] = () if asked.wanted.placed else (SOURCES,)
    return [under(base_path, one) for one in columns_of(LISTED[resource.name], asked.fields, leaving_out)]


def refuse_unknown(session: Session, resource: Resource, filters: Mapping[str, Any]) -> None:
    """Raises `BadParameter` where a filter names something that is not here: an empty list would say that there is none."""
    unknown = unmatched(session, resource.listing, filters)
    if unknown is not None:
        name, here = unknown
        raise BadParameter(name, str(filters[name]), ", ".join(here))
