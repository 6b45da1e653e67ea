"""What was sent on from a §, to whom and on which day: ticked off by a person. No register follows from it."""

from __future__ import annotations

import datetime as dt

from app.acts.acting import Actor, acting
from app.acts.targets import entity_key
from app.db import Stores
from app.errors import NothingNew, WrongUse
from app.ids import fold
from app.journal import append
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.queries.receivers import sent
from app.register.parts import ActKind

_LONGEST = 400


def dispatch(stores: Stores, item_id: str, to: str, on: dt.date, by: Actor) -> int:
    """Say that a § was sent to a receiver on a day. Raises `WrongUse` for a receiver that is none, `NothingNew` where it was
    sent to them already, in any spelling of blanks, hyphens and case, and that stands."""
    receiver = " ".join(printable(to).split())
    if not receiver or len(receiver) > _LONGEST:
        raise WrongUse(_("Skriv till vem det skickades, med högst {n} tecken.").format(n=_LONGEST))
    with acting(stores, by) as session:
        key = entity_key(session, item_id)
        if fold(receiver) in {fold(one["to"]) for one in sent(session, {key: item_id})[item_id]}:
            raise NothingNew(_("Det är redan avprickat: {to}.").format(to=receiver))
        content = {"to": receiver, "on": on.isoformat()}
        return append.act(session, ActKind.DISPATCH, [key], content, by.name, by.reason)
