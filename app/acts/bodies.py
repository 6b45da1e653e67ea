"""Bodies that go on under another name, or as several, and that are not one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from app.acts.acting import Actor, acting, last_act, leads_there, record
from app.db import Stores
from app.errors import NothingNew, WrongUse
from app.language.i18n import gettext as _
from app.queries.places import held_body, known_as
from app.register.municipalities import Municipality
from app.register.parts import ActKind
from app.register.people import rename_key


def rename(stores: Stores, place: Municipality, old: str, new: str, by: Actor, *, on: dt.date | None = None) -> int:
    """Say that a body goes on under a new name: what is asked of the old is answered by the new. From the day `on` the old
    name is another body's, if any bears it then."""
    with acting(stores, by) as session:
        pair = [
            rename_key(place.id, held_body(session, place, old)),
            rename_key(place.id, known_as(session, place, new)),
        ]
        if pair[0] == pair[1]:
            raise WrongUse(_("{body} är ett och samma organ.").format(body=old))
        if leads_there(session, pair, _from(on)):
            raise NothingNew(_("{body} har redan det namnet.").format(body=old))
        return record(session, ActKind.RENAME, pair, _from(on), by)


def divide(
    stores: Stores, place: Municipality, old: str, parts: Sequence[str], by: Actor, *, on: dt.date | None = None
) -> int:
    """Say that a body goes on as several: what is asked of the old is answered by it and them, each of them for itself. From
    the day `on` the old name is another body's, if any bears it then."""
    with acting(stores, by) as session:
        new = [known_as(session, place, part) for part in parts]
        held = list(dict.fromkeys(rename_key(place.id, name) for name in (held_body(session, place, old), *new)))
        if len(held) < 3:
            raise WrongUse(_("Ange minst två nya organ."))
        if leads_there(session, held, _from(on)):
            raise NothingNew(_("{body} är redan delat så.").format(body=old))
        return record(session, ActKind.DIVIDE, held, _from(on), by)


def apart(stores: Stores, place: Municipality, one: str, other: str, by: Actor) -> int:
    """Say that two bodies are not one, however alike their names are: it is proposed no more, and no rule makes one of them."""
    with acting(stores, by) as session:
        pair = sorted(rename_key(place.id, held_body(session, place, name)) for name in (one, other))
        if pair[0] == pair[1]:
            raise WrongUse(_("{body} är ett och samma organ.").format(body=one))
        if last_act(session, pair, ActKind.APART) is not None:
            raise NothingNew(_("Det är redan sagt om {one} och {other}.").format(one=one, other=other))
        return record(session, ActKind.APART, pair, {}, by)


def _from(on: dt.date | None) -> dict[str, Any]:
    return {"on": on.isoformat()} if on else {}
