"""A motion or a decision that a person enters by hand: the same values that a reader gives, with a person for a reader.

What is entered has no file and no page. Its sources hold the words that were typed, and no place.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from app.acts.acting import Actor, acting
from app.acts.days import day
from app.db import Stores
from app.errors import BadParameter, WrongUse
from app.journal import append
from app.journal.append import entered_before
from app.journal.derived import canonical
from app.journal.files import sha256
from app.journal.releasing import release_by_default
from app.language.i18n import gettext as _
from app.projection.desk import project_desk
from app.queries.towns import require_open
from app.register.case_numbers import parse
from app.register.municipalities import Municipality
from app.register.named import name_and_party
from app.register.parts import PERSON
from importers.bundle import (
    Bundle,
    Clause,
    Decision,
    Document,
    DocumentKind,
    Earlier,
    EarlierKind,
    FileInfo,
    Item,
    Mode,
    Outcome,
    Person,
    Reader,
    Source,
    WordCount,
    bundle_to_json,
)

Value = TypeVar("Value")
Typed = Mapping[str, Sequence[str]]
COUNCIL = "Kommunfullmäktige"
MOTION_FIELDS = {"title", "date", "mover", "raised", "number", "clause"}
DECISION_FIELDS = {"title", "date", "item", "number", "outcome", "clause", "to"}
_LONGEST_PARTY = 6


def motion(typed: Typed) -> Document:
    """A motion from `title`, `date`, `mover` (each `Anna Ek (C)`) and, where given, `raised`, `number` and `clause`.

    Raises `WrongUse` where something is missing or has not its shape.
    """
    _only(typed, MOTION_FIELDS)
    _all_of(typed, ("title", "date", "mover"))
    title, raised = _one(typed, "title"), _day(typed, "raised")
    earlier = () if raised is None else (Earlier(EarlierKind.RAISED, _typed(str(raised)), None, COUNCIL, raised),)
    return Document(
        kind=DocumentKind.MOTION,
        pages=(1, 1),
        source=_typed(title),
        body=COUNCIL,
        date=_needed(_day(typed, "date"), "date"),
        title=title,
        case_numbers=_numbers(typed),
        signed_by=_people(typed),
        proposals=_clauses(typed),
        earlier=earlier,
    )


def decision(body: str, typed: Typed) -> Document:
    """A § of a body, as an extract would hold it, from `date`, `item`, `title`, `number` and, where given, `outcome`,
    `clause` and `to` (the body that it proposes to, where it decides nothing itself).

    Raises `WrongUse` where something is missing or has not its shape.
    """
    _only(typed, DECISION_FIELDS)
    _all_of(typed, ("date", "item", "title", "number"))
    number, title = _one(typed, "item"), _one(typed, "title")
    to = _one(typed, "to") if typed.get("to") else None
    clauses, outcome = _clauses(typed), _outcome(typed)
    words = " ".join(clause.text for clause in clauses) or title
    mode = Mode.PROPOSES if to else Mode.DECIDES
    cases = _needed(_numbers(typed) or None, "number")
    item = Item(
        number=number,
        title=title,
        source=_typed(f"§ {number} {title}"),
        case_numbers=cases,
        decisions=(Decision(mode, _typed(words), None, body, to, (), clauses),),
        outcome=outcome,
    )
    return Document(
        kind=DocumentKind.PROTOKOLLSUTDRAG,
        pages=(1, 1),
        source=_typed(f"{body} § {number}"),
        body=body,
        date=_needed(_day(typed, "date"), "date"),
        items=(item,),
    )


def bundle_by_hand(document: Document) -> Bundle:
    """What was entered as a reading. Its file has no bytes and no pages: the digest is of what was typed."""
    unsigned = Bundle(Reader(PERSON, "1"), FileInfo("", "", 0, ()), (document,), WordCount(0, 0, 0, 0))
    plain = bundle_to_json(unsigned)
    del plain["words"]["in_sections"]  # what was typed before there was such a count keeps its digest
    digest = sha256(canonical(plain))
    return replace(unsigned, file=FileInfo("", digest, 0, ()))


def _typed(words: str) -> Source:
    return Source(words, ())


def _only(typed: Typed, fields: set[str]) -> None:
    for name in typed:
        if name not in fields:
            raise WrongUse(
                _("{field} går inte att ange. Giltigt är: {fields}.").format(field=name, fields=_listed(fields))
            )


def _all_of(typed: Typed, needed: Sequence[str]) -> None:
    missing = [name for name in needed if not any(typed.get(name, ()))]
    if missing:
        raise WrongUse(_("Ange {field}.").format(field=", ".join(missing)))


def _listed(fields: set[str]) -> str:
    return ", ".join(sorted(fields))


def _needed(value: Value | None, name: str) -> Value:
    if value is None:
        raise WrongUse(_("Ange {field}.").format(field=name))
    return value


def _one(typed: Typed, name: str) -> str:
    given = [value for value in typed.get(name, ()) if value]
    if len(given) != 1:
        raise WrongUse(_("Ange {field}.").format(field=name))
    return given[0]


def _day(typed: Typed, name: str) -> dt.date | None:
    if not typed.get(name):
        return None
    return day(_one(typed, name))


def _numbers(typed: Typed) -> tuple[str, ...]:
    for number in typed.get("number", ()):
        if parse(number) is None:
            raise WrongUse(_("{number} är inget ärendenummer.").format(number=number))
    return tuple(typed.get("number", ()))


def _people(typed: Typed) -> tuple[Person, ...]:
    movers = [name_and_party(mover) for mover in typed.get("mover", ())]
    people = tuple(Person(*mover) for mover in movers if mover and _is_party(mover[1]))
    if not people or len(people) < len(movers):
        raise WrongUse(_("Ange {field}.").format(field="mover=Namn (Parti)"))
    return people


def _is_party(letters: str | None) -> bool:
    """Whether a bracket holds a party and no office: `C`, or `-` for whoever has none."""
    return letters is None or (len(letters) <= _LONGEST_PARTY and " " not in letters)


def _clauses(typed: Typed) -> tuple[Clause, ...]:
    return tuple(Clause(text, _typed(text), str(n)) for n, text in enumerate(typed.get("clause", ()), start=1))


def _outcome(typed: Typed) -> Outcome | None:
    if not typed.get("outcome"):
        return None
    code = _one(typed, "outcome")
    if code not in list(Outcome):
        raise BadParameter("outcome", code, ", ".join(Outcome))
    return Outcome(code)


def enter(stores: Stores, place: Municipality, document: Document, by: Actor) -> int:
    """Enter a motion or a decision by hand: a reading whose reader is a person. It is public as its body's are.

    Raises `WrongUse` where the same is entered already, `MunicipalityClosed`.
    """
    bundle = bundle_by_hand(document)
    with acting(stores, by) as session:
        require_open(session, place)
        undone = entered_before(session, bundle.file.sha256, place.id)
        bundle = replace(bundle, reader=replace(bundle.reader, version=str(undone + 1)))
        filed = append.file_bundle(session, bundle, place, by.name, reason=by.reason)
        if filed.reading is None:
            raise WrongUse(_("Det är redan inlagt."))
        if filed.first:
            release_by_default(session, bundle, filed, place, by.name)
        project_desk(session, filed.keys)
    return filed.reading
