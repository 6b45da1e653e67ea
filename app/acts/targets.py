"""What a person acts on, from what was typed: a case's number, an id, a person's name."""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.acts.fields import FACTS
from app.errors import AmbiguousPerson, EntityNotFound, WrongUse
from app.journal.keys import keyring
from app.language.i18n import gettext as _
from app.models.register import documents, items, people, targets
from app.queries.aliases import moved
from app.queries.cases import find_case
from app.queries.people import NamedPerson, names_near, people_called

_AN_ID = re.compile("[a-z2-7]{16}")


def case_key_of(session: Session, typed: str) -> str:
    """The key of the one case that a person means by a number or an id. Raises `CaseNotFound`, `AmbiguousCase`."""
    case = find_case(session, typed)
    return f"{case.municipality_id}|case|{case.key}"


def entity_key(session: Session, entity_id: str) -> str:
    """What an entity is, from its id or one that it had before. Raises `EntityNotFound`."""
    keys = keyring(session)
    for held in ids_of(session, entity_id):
        for key in session.execute(sa.select(targets.c.key).where(targets.c.entity_id == held)).scalars():
            if held in {keys.at(key).of("item", key), keys.at(key).of("document", key)}:
                return str(key)
    raise EntityNotFound(entity_id)


def ids_of(session: Session, old_id: str) -> list[str]:
    """The id that a person gives, and the one that it goes under since a correction."""
    now = moved(session, old_id)
    return [old_id] if now is None else [old_id, now]


def person_of(session: Session, typed: str, municipality: str | None = None) -> sa.Row[Any]:
    """The row of the one person that is meant by an id, or by a name that nobody else bears: `Anna Ek`, `Anna Ek (C)`.
    With `municipality` (its id) names are those of people there; an id may lead anywhere.

    Raises `AmbiguousPerson` where several bear the name, `EntityNotFound` for an id that leads nowhere, and `WrongUse`
    for a name that nobody bears, with those that are spelt nearly so.
    """
    row = session.execute(sa.select(people).where(people.c.id == typed)).first()
    if row is not None:
        return row
    called = people_called(session, typed, municipality)
    if len(called) > 1:
        raise AmbiguousPerson(typed, [_choice(one) for one in called])
    if called:
        row = session.execute(sa.select(people).where(people.c.id == called[0].id)).first()
    if row is not None:
        return row
    if called or _AN_ID.fullmatch(typed):
        raise EntityNotFound(called[0].id if called else typed)
    if near := names_near(session, typed, municipality):
        sentence = _("Registret har ingen person som heter {name}. Menade du {near}?")
        raise WrongUse(sentence.format(name=typed, near=", ".join(near)))
    raise WrongUse(_("Registret har ingen person som heter {name}.").format(name=typed))


def _choice(one: NamedPerson) -> str:
    """`lomvskq7w5drhcxe  Anna Ek (C, L), Alnsjö`."""
    parties = f" ({', '.join(one.parties)})" if one.parties else ""
    return f"{one.id}  {one.name}{parties}, {one.municipality}"


def row_of(session: Session, target: str) -> tuple[sa.Table, dict[str, Any]]:
    """The row with this id, of an entity or of a fact that an entity owns."""
    for table in (documents, items, *FACTS):
        query = sa.select(table).where(table.c.id.in_(ids_of(session, target))).order_by(table.c.id != target)
        found = session.execute(query).mappings().first()
        if found is not None:
            return table, dict(found)
    raise EntityNotFound(target)
