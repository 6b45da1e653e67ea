"""The rows that a question asks for, as the API shows them: one way for its answers, for files and for the command line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from app.api.list_query import Question
from app.api.matters import SOURCES, unplaced
from app.api.parameters import cut
from app.api.resources import Resource
from app.exports.columns import Column, columns_of, under
from app.queries.listing import walk
from app.queries.understood import understood
from app.schemas.lists import LISTED


def shown(resource: Resource, row: Mapping[str, Any], fields: frozenset[str], *, placed: bool) -> Any:
    """The row as the API shows it: sources only where asked for, and only the keys that were."""
    chosen = cut(resource.shown(row), fields)
    has_sources = SOURCES in resource.listing.includes and not (resource.listing.bare and not placed)
    return unplaced(chosen) if has_sources and not placed else chosen


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


def with_names(session: Session, resource: Resource, question: Question) -> Question:
    """The question with each name as the register has it. Raises `UnknownName` for one that names nothing here."""
    filters = understood(session, resource.listing, question.asked.filters)
    return replace(question, asked=replace(question.asked, filters=filters))
