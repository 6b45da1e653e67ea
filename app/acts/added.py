"""What the reader missed, added; and what is no fact, removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from app.acts.acting import Actor, acting, record
from app.acts.fields import FACTS, WrongField, checked
from app.acts.targets import entity_key, row_of
from app.db import Stores
from app.errors import BadParameter, NothingNew, WrongUse
from app.ids import slugify
from app.journal.keys import keyring
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.fact_values import value_of
from app.register.amending import added_id
from app.register.correctable import ADDED, FIELDS, PARENTS
from app.register.parts import ActKind

_TABLES = {table.name: table for table in FACTS}


def add(
    stores: Stores,
    target: str,
    kind: str,
    typed: Mapping[str, Sequence[str]],
    by: Actor,
    at: dict[str, Any] | None = None,
) -> int:
    """Add a fact of a kind (`yrkande`, `rost` …) to a §, a document, a decision or a vote, addressed by its id; `at` is where it
    stands, `{"file": sha256, "quote": words, "places": [{"page", "line", "bbox"}]}`.

    It gives way where a later reading has it too. Raises `WrongUse` where a field is missing or has not its shape.
    """
    if slugify(kind) not in ADDED:
        raise BadParameter(_("slag"), kind, ", ".join(ADDED))
    table, needed = ADDED[slugify(kind)]
    given = _given(table, typed, needed)
    with acting(stores, by) as session:
        of, row = row_of(session, target)
        if of.name not in PARENTS[table]:
            raise WrongUse(
                _("{kind} kan inte läggas till där. Id ska vara av: {owners}.").format(
                    kind=kind, owners=", ".join(PARENTS[table])
                )
            )
        parent = row["id"] if PARENTS[table][of.name] else None
        key = entity_key(session, row["owner"])
        fact = added_id(keyring(session).at(key), row["owner"], table, parent, given)
        if session.execute(sa.select(_TABLES[table].c.id).where(_TABLES[table].c.id == fact)).first():
            raise NothingNew(_("Uppgiften finns redan."))
        content = {"table": table, "fact": fact, "of": parent, "to": given} | ({"at": at} if at else {})
        return record(session, ActKind.ADD, [key], content, by)


def remove(stores: Stores, target: str, by: Actor) -> int:
    """Remove a fact, addressed by its id, with what hangs on it. What it stood on stays in the file and in the journal."""
    with acting(stores, by) as session:
        table, row = row_of(session, target)
        if table not in FACTS:
            raise WrongUse(_("En hel paragraf eller handling tas inte bort så. Dra tillbaka den: diarium act withdraw"))
        before = {field: value_of(session, table.name, row, field) for field in FIELDS[table.name]}
        content = {"table": table.name, "fact": row["id"], "from": {k: v for k, v in before.items() if v is not None}}
        return record(session, ActKind.REMOVE, [entity_key(session, row["owner"])], content, by)


def _given(table: str, typed: Mapping[str, Sequence[str]], needed: Sequence[str]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for field, values in typed.items():
        value = "; ".join(values)
        given[field] = checked(_TABLES[table], field, value or None)
    if missing := next((field for field in needed if given.get(field) in (None, "")), None):
        raise WrongField(N_("Ange {field}."), missing)
    return given
