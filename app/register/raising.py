"""When a motion was raised (väckt) in the council, as far as a matter's own documents say: what starts the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.register import values
from app.register.bodies import body_kind
from app.register.chain import Draft
from app.register.deadlines import Raised, raised
from app.register.entities import Entity
from app.register.motion_titles import announces
from app.register.rules import View
from app.register.signers import is_motion
from importers.bundle import EarlierKind, Outcome


@dataclass(frozen=True, slots=True)
class Raising:
    """One statement of the day: by whom (entity), and where it stands."""

    date: dt.date
    entity: str
    at: Sequence[values.Source]


def raisings(matter: View) -> list[Raising]:
    """Every place where a document says when the motion was raised in the council; not what other bodies did."""
    stated = []
    for page in matter.pages:
        for reference in page.all(values.Reference):
            if _tells(reference) and reference.date:
                stated.append(Raising(reference.date, page.id, page.at(reference.id)))
    return stated


def raised_by(members: Iterable[Entity], drafts: Iterable[Draft]) -> Raised | None:
    """The day that the matter's own papers tell: the lists of the council, which may come before a motion's own day, are not
    of the matter."""
    there = list(members)
    stated = [r.date for entity in there for r in entity.references if r.date and _tells(r)]
    papers = [entity.row.date for entity in there if is_motion(entity) and entity.row.date]
    minutes = [
        draft.date
        for draft in drafts
        if draft.kind == "item" and draft.state == "past" and draft.date
        if body_kind(draft.body or "") == "council" or (draft.ends and draft.outcome == Outcome.ATERTAGEN)
        if draft.outcome == Outcome.REMISS or _announces(draft) or draft.date in stated
    ]
    return raised(minutes, stated, min(papers, default=None))


def _announces(draft: Draft) -> bool:
    """Whether the title of a § says that the motion has come in."""
    return draft.entity is not None and announces(draft.entity.row.title or "", draft.outcome)


def _tells(reference: values.Reference) -> bool:
    council = reference.body is None or body_kind(reference.body) == "council"
    return reference.role == "earlier" and reference.kind == EarlierKind.RAISED and council
