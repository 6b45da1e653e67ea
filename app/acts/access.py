"""Who may get in and what they may do there: each decision about it stands in the journal under whoever took it. No register
follows from it, and it is undone by the next decision alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy.orm import Session

from app.journal import append
from app.register.parts import ActKind
from app.security.roles import Grant

_KEY = "access|{}|{}"


class Decided(StrEnum):
    """What was decided: an account made, given these roles, led in by a one-time address, its sessions or its tie to a provider or
    itself ended; a key for a programme made or revoked."""

    MADE = "made"
    GRANTED = "granted"
    LINK = "link"
    SESSIONS = "sessions"
    UNTIED = "untied"
    ENDED = "ended"
    KEY = "key"
    REVOKED = "revoked"


def note_decision(session: Session, what: Decided, whom: str, by: str, roles: Sequence[Grant] = ()) -> int:
    """Write in the journal what `by` decided about an account (its login) or a key (as the journal names it); in the transaction that does
    it. `roles` are those that the account has from then on."""
    kind = "key" if what in {Decided.KEY, Decided.REVOKED} else "account"
    granted = [[grant.role.value, grant.municipality, grant.body] for grant in roles]
    content = {"decided": what.value, "whom": whom, **({"roles": granted} if granted else {})}
    return append.act(session, ActKind.ACCESS, [_KEY.format(kind, whom)], content, by, "")
