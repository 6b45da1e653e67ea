"""What a person may correct of a §, a document or a fact, and what each field may hold.

A field that a reader gives as a code takes only its codes; one that may not be empty is never emptied; a list is typed
with a semicolon between its members (`parties=S; V`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from app.acts.days import day
from app.errors import BadParameter, WrongUse
from app.language.i18n import gettext as _
from app.models.register import (
    ballots,
    clauses,
    decisions,
    document_references,
    documents,
    items,
    presence,
    propositions,
    reservations,
    statements,
    votes,
    yrkanden,
)
from app.register.case_numbers import parse
from app.register.correctable import CODES, FIELDS
from app.register.corrections import DATES, IDENTIFYING

FACTS = (
    decisions,
    clauses,
    yrkanden,
    propositions,
    votes,
    ballots,
    presence,
    reservations,
    statements,
    document_references,
)
_YES_OR_NO = {"ja": True, "true": True, "nej": False, "false": False}


def fields(table: sa.Table) -> tuple[str, ...]:
    """What may be corrected of a row in this table, in its order."""
    return FIELDS[table.name]


def checked(table: sa.Table, field: str, value: Any) -> Any:
    """The new value in the shape that the field has, as the journal's JSON holds it; `value` is what was typed.

    Raises `BadParameter` where the field or its value is not one of those that there are, `WrongUse` where it is empty
    and may not be or is no day, number or case number.
    """
    _correctable(table, field)
    if field == "case_numbers":
        return _numbers(value)
    column = table.c.get(field)
    if value is None and (column is None or not column.nullable or field in IDENTIFYING):
        raise WrongUse(_("{field} får inte vara tomt.").format(field=field))
    if value is None or column is None:
        return value
    if codes := CODES.get((table.name, field)):
        return _one_of(field, str(value), codes)
    return _shaped(field, column, value)


def _correctable(table: sa.Table, field: str) -> None:
    if table is items and field in {"body", "date"}:
        raise WrongUse(_("Organ och dag rättas på handlingen som paragrafen står i."))
    if table is documents and field in DATES:
        raise WrongUse(_("{field} anges med: diarium act date").format(field=field))
    if field not in fields(table):
        raise WrongUse(
            _("{field} är ingen uppgift som går att rätta. Giltigt är: {fields}.").format(
                field=field, fields=", ".join(fields(table))
            )
        )


def _shaped(field: str, column: sa.Column[Any], value: Any) -> Any:
    match column.type:
        case sa.Date():
            return day(str(value)).isoformat()
        case sa.Boolean():
            return _YES_OR_NO[_one_of(field, str(value).casefold(), _YES_OR_NO)]
        case sa.Integer():
            if not str(value).isascii() or not str(value).isdigit() or len(str(value)) > 9:
                raise WrongUse(_("{field} ska vara ett tal.").format(field=field))
            return int(value)
        case sa.JSON():
            return _members(value)
        case _:
            return str(value)


def _numbers(value: Any) -> list[str]:
    numbers = _members(value)
    if wrong := next((number for number in numbers if parse(number) is None), None):
        raise WrongUse(_("{number} är inget ärendenummer.").format(number=wrong))
    return numbers


def _members(value: Any) -> list[str]:
    parts = value.split(";") if isinstance(value, str) else list(value or ())
    return [part.strip() for part in parts if part.strip()]


def _one_of(field: str, value: str, codes: Iterable[str]) -> str:
    if value not in codes:
        raise BadParameter(field, value, ", ".join(codes))
    return value
