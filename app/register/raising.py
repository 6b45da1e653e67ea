"""When a motion was raised (väckt) in the council, as far as a matter's own documents say: what starts the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from app.register import values
from app.register.bodies import body_kind
from app.register.rules import View
from importers.bundle import EarlierKind


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
            council = reference.body is None or body_kind(reference.body) == "council"
            if reference.role == "earlier" and reference.kind == EarlierKind.RAISED and reference.date and council:
                stated.append(Raising(reference.date, page.id, page.at(reference.id)))
    return stated
