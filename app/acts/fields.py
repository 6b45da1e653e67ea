"""What a person may correct of a §, a document or a fact, and what each field may hold.

A field that a reader gives as a code takes only its codes; one that may not be empty is never emptied; a list is typed
with a semicolon between its members (`parties=S; V`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

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
from app.register.corrections import DATES, IDENTIFYING
from importers.bundle import Attribution, BallotChoice, DocumentKind, Mode, Outcome, Stance, StatementKind

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
# What else identifies is laid over the reading itself, where a fact has no place of its own.
_IDENTIFYING = {items.name: {"number", "case_numbers"}, documents.name: {"body", "date", "case_numbers"}}
_DERIVED = {"id", "owner", "n", "year", "contested", "key", "within", "items", *DATES, *IDENTIFYING}
_CODES: dict[tuple[str, str], type[StrEnum]] = {
    (items.name, "outcome"): Outcome,
    (clauses.name, "outcome"): Outcome,
    (documents.name, "kind"): DocumentKind,
    (document_references.name, "kind"): DocumentKind,
    (decisions.name, "mode"): Mode,
    (yrkanden.name, "stance"): Stance,
    (ballots.name, "choice"): BallotChoice,
    (statements.name, "kind"): StatementKind,
    (statements.name, "attribution"): Attribution,
}
_OTHER_CODES = {
    (presence.name, "role"): ("chair", "member", "substitute", "other"),
    (document_references.name, "role"): ("basis", "earlier"),
}
_YES_OR_NO = {"ja": True, "true": True, "nej": False, "false": False}


def fields(table: sa.Table) -> list[str]:
    """What may be corrected of a row in this table, in its order."""
    own = [c.name for c in table.c if c.name not in _DERIVED and not c.name.endswith("_id")]
    return [*sorted(_IDENTIFYING.get(table.name, ())), *own]


def checked(table: sa.Table, field: str, value: Any) -> Any:
    """The new value in the shape that the field has, as the journal's JSON holds it; `value` is what was typed.

    Raises `BadParameter` where the field or its value is not one of those that are known, `WrongUse` where it is empty
    and may not be or is no day, number or case number.
    """
    _known(table, field)
    if field == "case_numbers":
        return _numbers(value)
    column = table.c.get(field)
    if value is None and (column is None or not column.nullable or field in IDENTIFYING):
        raise WrongUse(_("{field} får inte vara tomt.").format(field=field))
    if value is None or column is None:
        return value
    codes = _CODES.get((table.name, field)) or _OTHER_CODES.get((table.name, field))
    if codes is not None:
        return _one_of(field, str(value), [str(code) for code in codes])
    return _shaped(field, column, value)


def _known(table: sa.Table, field: str) -> None:
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


def day(said: str) -> dt.date:
    """`2025-06-17`. Raises `WrongUse`."""
    try:
        return dt.date.fromisoformat(said)
    except ValueError as error:
        raise WrongUse(_("{value} är inget datum. Skriv ÅÅÅÅ-MM-DD.").format(value=said)) from error


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
