"""Whose a matter is, worked out from its papers without asking how the register itself ends one."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import bodies, decisions, items, matter_entities, matters, motions, steps
from app.queries.cases import of_matters
from app.register.bodies import body_kind, body_rank
from importers.bundle import Mode, Outcome

OPINIONS = {Outcome.TILLSTYRKAN, Outcome.AVSTYRKAN}


def decided_by_another(session: Session) -> tuple[int, list[str]]:
    """How many matters are told as decided, and those of them that a § of a body which does not own them would decide, each
    with that body and why it is not the owner's."""
    ids = list(session.execute(sa.select(matters.c.id).order_by(matters.c.id)).scalars())
    decided = [row for row in of_matters(session, ids) if row["status"] == "decided"]
    faults = []
    for row in decided:
        treated = (
            sa.select(steps.c.outcome, bodies.c.name)
            .join(items, items.c.id == steps.c.item_id)
            .join(bodies, bodies.c.id == items.c.body_id)
            .where(steps.c.owner == row["matter_id"], steps.c.state == "past")
            .order_by(steps.c.n)
        )
        found = session.execute(treated).all()
        if why := _why(session, row["matter_id"], row["kind"], [body for _outcome, body in found], found[-1].outcome):
            faults.append(f"{row['municipality']['name']} {row['slug']}: {found[-1].name}, {why}")
    return len(decided), faults


def _why(session: Session, matter: str, kind: str | None, treated: list[str], outcome: str | None) -> str | None:
    """Why the last body to treat a matter is not its owner; None where it may be."""
    last = treated[-1]
    if body_kind(last) == "council":
        return None
    if kind == "remiss":
        return "answers a remiss"
    if outcome in OPINIONS:
        return "only has an opinion"
    if body_rank(last) < max(map(body_rank, treated)):
        return "stands below another that treated it"
    of_council = sa.select(motions.c.id).where(motions.c.matter_id == matter)
    held = sa.select(matter_entities.c.entity_id).where(matter_entities.c.matter_id == matter)
    proposed = sa.select(decisions.c.to_body).where(decisions.c.item_id.in_(held), decisions.c.mode == Mode.PROPOSES)
    if session.execute(of_council).first() is not None:
        return "a motion is the council's"
    if any(body_rank(to or "") > body_rank(last) for to in session.execute(proposed).scalars()):
        return "it was proposed to another"
    return None
