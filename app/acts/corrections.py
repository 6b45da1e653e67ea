"""What was read, put right: a field, a day that no extract carries, the text that is to speak."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.acts.acting import Actor, acting, last_act, record, repeats
from app.acts.fields import checked
from app.acts.targets import entity_key, row_of
from app.db import Stores
from app.errors import EntityNotFound, NothingNew, WrongUse
from app.language.i18n import gettext as _
from app.models.journal import filings
from app.models.register import item_documents, items
from app.queries.fact_values import value_of
from app.register.corrections import DATES
from app.register.parts import ActKind


def correct(stores: Stores, target: str, field: str, value: Any, by: Actor, at: dict[str, Any] | None = None) -> int:
    """Correct one field of a §, a document or any fact of theirs, addressed by its id; `at` is where it stands, as `add` has it.

    The correction holds where the replaced value still stands, through every later reading. What identifies (body,
    date, number, case_numbers) is laid over the reading itself.
    """
    with acting(stores, by) as session:
        return _correct(session, target, field, value, by, at)


def correct_all(
    stores: Stores, target: str, values: Mapping[str, Any], by: Actor, at: dict[str, Any] | None = None
) -> list[int]:
    """Correct several fields of one fact, all or none; those that are so already are passed over. Raises `NothingNew` where all
    are."""
    with acting(stores, by) as session:
        done = []
        for field, value in values.items():
            with suppress(NothingNew):
                done.append(_correct(session, target, field, value, by, at))
        if not done:
            raise NothingNew(_("Inget är ändrat."))
        return done


def _correct(session: Session, target: str, field: str, value: Any, by: Actor, at: dict[str, Any] | None) -> int:
    table, row = row_of(session, target)
    new = checked(table, field, value)
    replaced = value_of(session, table.name, row, field)
    held = [entity_key(session, row["owner"])]
    if field == "case_numbers":
        held += _alone_in(session, row["owner"]) if table is items else []
    elif new == replaced:
        raise NothingNew(_("{field} är redan så.").format(field=field))
    content = {"table": table.name, "fact": row["id"], "field": field, "from": replaced, "to": new} | (
        {"at": at} if at else {}
    )
    return record(session, ActKind.CORRECT, held, content, by)


def set_date(stores: Stores, document_id: str, field: str, day: dt.date | None, by: Actor) -> int:
    """Type in a day that an extract does not carry: when the minutes were verified, or their notice stood."""
    if field not in DATES:
        raise WrongUse(
            _("{field} går inte att ange. Giltigt är: {fields}.").format(field=field, fields=", ".join(DATES))
        )
    return set_dates(stores, [(document_id, field, day)], by)[0]


def set_dates(stores: Stores, days: Sequence[tuple[str, str, dt.date | None]], by: Actor) -> list[int]:
    """Type in days of several papers, all or none: each paper by its id, with the field and the day."""
    with acting(stores, by) as session:
        return [_set_date(session, document_id, field, day, by) for document_id, field, day in days]


def _set_date(session: Session, document_id: str, field: str, day: dt.date | None, by: Actor) -> int:
    key = entity_key(session, document_id)
    content = {"field": field, "to": day.isoformat() if day else None}
    if repeats(last_act(session, [key], ActKind.DATE, field=field), content):
        raise NothingNew(_("{field} är redan så.").format(field=field))
    return record(session, ActKind.DATE, [key], content, by)


def choose(stores: Stores, entity_id: str, sha256: str, by: Actor) -> int:
    """Let the text in one file speak for a § or a document whose texts disagree."""
    with acting(stores, by) as session:
        key = entity_key(session, entity_id)
        filing = session.execute(sa.select(filings.c.seq).where(filings.c.sha256 == sha256)).scalars().all()
        held = [seq for seq in filing if key.startswith(f"{_place_of(session, seq)}|")]
        if not held:
            raise EntityNotFound(sha256)
        content = {"filing": held[0]}
        if repeats(last_act(session, [key], ActKind.CHOOSE), content):
            raise NothingNew(_("Den texten är redan vald."))
        return record(session, ActKind.CHOOSE, [key], content, by)


def _alone_in(session: Session, item_id: str) -> list[str]:
    """What the extracts are that hold this § alone: they carry its case numbers as their own."""
    inside = sa.select(item_documents.c.document_id).where(item_documents.c.item_id == item_id)
    query = sa.select(item_documents.c.document_id).where(item_documents.c.document_id.in_(inside))
    alone = query.group_by(item_documents.c.document_id).having(sa.func.count() == 1)
    return [entity_key(session, document_id) for document_id in sorted(session.execute(alone).scalars())]


def _place_of(session: Session, filing: int) -> str:
    return str(session.execute(sa.select(filings.c.municipality).where(filings.c.seq == filing)).scalar_one())
