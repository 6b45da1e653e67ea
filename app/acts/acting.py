"""One way for a person to act: in one transaction at the desk, with name and reason; then the public register follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, wipe
from app.journal import append
from app.models.journal import act_keys
from app.models.journal import acts as journal_acts
from app.projection.desk import project_desk
from app.projection.public import publishing
from app.register.corrections import CORRECTING
from app.register.parts import ActKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and why: both are needed. Whoever states a `role` is shown with it, and with the reason, at what was
    corrected; who states none is named at the desk alone.

    `still` raises where what they acted on is another by now than they saw; it is asked in the act's own transaction, which
    nobody else writes beside, so that of two who act at once one is told."""

    name: str
    reason: str
    role: str | None = None
    still: Callable[[Session], None] | None = None


@contextmanager
def acting(stores: Stores, by: Actor, *, hides: bool = False) -> Iterator[Session]:
    """A transaction at the desk, which the public register follows once it has committed. Raises what `by.still` does.

    What an act `hides` leaves the public store's log too.
    """
    with publishing(stores) as session:
        if by.still is not None:
            by.still(session)
        yield session
    if hides:
        wipe(stores.public)


def record(session: Session, kind: ActKind, keys: Sequence[str], content: dict[str, Any], by: Actor) -> int:
    """Append an act to the journal and bring the desk's register up to it; returns the act's number."""
    signed = {"role": by.role} if by.role and kind in {*CORRECTING, ActKind.DATE} else {}
    seq = append.act(session, kind, keys, content | signed, by.name, by.reason)
    project_desk(session, keys)
    return seq


def last_act(session: Session, keys: Sequence[str], *kinds: ActKind, **alike: Any) -> dict[str, Any] | None:
    """The content of the last act of these kinds that bears on all of these keys and still stands; only those count that
    hold what is `alike`."""
    query = sa.select(journal_acts.c.said).where(
        journal_acts.c.kind.in_(kinds),
        journal_acts.c.undone_by.is_(None),
        *(journal_acts.c.seq.in_(sa.select(act_keys.c.seq).where(act_keys.c.key == key)) for key in keys),
    )
    contents = map(orjson.loads, session.execute(query.order_by(journal_acts.c.seq.desc())).scalars())
    return next((content for content in contents if repeats(content, alike)), None)


def repeats(last: dict[str, Any] | None, content: dict[str, Any]) -> bool:
    """Whether an act of this content says again what the last one does."""
    return last is not None and last.items() >= content.items()


def leads_there(session: Session, held: Sequence[str], content: dict[str, Any]) -> bool:
    """Whether the last act on where the first person or body leads has it lead to just the others, and holds the rest of this
    content too."""
    last = last_act(session, held[:1], ActKind.MERGE, ActKind.RENAME, ActKind.DIVIDE)
    return repeats(last, {"keys": list(held), **content})
