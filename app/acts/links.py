"""Case numbers declared one matter, or not."""

from __future__ import annotations

from app.acts.acting import Actor, acting, last_act, record
from app.acts.targets import case_key_of
from app.db import Stores
from app.errors import NothingNew, WrongUse
from app.language.i18n import gettext as _
from app.register.keys import municipality_of
from app.register.parts import ActKind


def link(stores: Stores, one: str, other: str, by: Actor, *, joined: bool = True) -> int:
    """Say that two case numbers are one matter, or (`joined` false) that they are not, whatever else speaks for it."""
    with acting(stores, by) as session:
        pair = [case_key_of(session, number) for number in (one, other)]
        if pair[0] == pair[1]:
            raise WrongUse(_("{number} är ett och samma ärende.").format(number=one))
        if municipality_of(pair[0]) != municipality_of(pair[1]):
            raise WrongUse(
                _("{one} och {other} är olika kommuners. Ett ärende är en kommuns.").format(one=one, other=other)
            )
        kind = ActKind.LINK if joined else ActKind.UNLINK
        if (last_act(session, pair, ActKind.LINK, ActKind.UNLINK) or {}).get("act") == kind:
            raise NothingNew(_("Det är redan sagt om {one} och {other}.").format(one=one, other=other))
        return record(session, kind, pair, {}, by)
