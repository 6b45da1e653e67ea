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
from app.language.codes import field_word
from app.language.i18n import N_, gettext
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
from app.register.correctable import CODES, FIELDS, MENTIONED, NAMED
from app.register.corrections import DATES, ENTITIES, IDENTIFYING
from app.register.named import name_and_party, with_party

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


class WrongField(WrongUse):
    """What a field cannot hold: `sentence` has a place for its name, which a command types and a form calls otherwise."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(gettext(sentence).format(field=field))
        self._sentence, self._field = sentence, field

    def in_a_form(self) -> str:
        """The sentence with the field called as forms call it: `Ange lydelse.`"""
        return gettext(self._sentence).format(field=field_word(self._field))


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
    if field in MENTIONED.get(table.name, {}) or field in NAMED.get(table.name, {}):
        return _named(table, field, value)
    column = table.c.get(field)
    if column is None or not column.nullable or (table.name in ENTITIES and field in IDENTIFYING):
        value = _needed(field, value)
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
                raise WrongField(N_("{field} ska vara ett tal."), field)
            return int(value)
        case sa.JSON():
            return _ranges(value) if (column.table.name, field) == ("presence", "items") else _members(value)
        case _:
            return str(value)


def _needed(field: str, value: Any) -> Any:
    if value is None:
        raise WrongField(N_("{field} får inte vara tomt."), field)
    return value


def _named(table: sa.Table, field: str, value: Any) -> Any:
    """The people that a field holds, or the one person."""
    if field in MENTIONED.get(table.name, {}):
        return [_person(name) for name in _members(value)]
    return None if value is None and field == "for" else _person(_needed(field, value))


def _person(printed: str) -> str:
    """`Anna Ek (C)`, with one blank between its words. Raises `WrongUse`."""
    person = name_and_party(" ".join(printed.split()))
    if person is None:
        raise WrongUse(_("{name} är inget namn. Skriv Namn (Parti).").format(name=printed))
    return with_party(*person)


def _ranges(value: Any) -> list[str]:
    """`1–5; 7` as the §§ that a presence is of, each as it is printed. Raises `WrongUse`."""
    typed = [part.replace("-", "–").replace(" ", "") for part in _members(value)]
    if any(not all(number.strip() for number in part.split("–")) or part.count("–") > 1 for part in typed):
        raise WrongUse(_("Skriv paragraferna så: 1–5; 7"))
    return typed


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
