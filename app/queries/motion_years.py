"""What the years of all motions give cause to say on a day, from few columns: a clock is read only of those that a § may have ended
or told the council of, and of those that the council's lists announce.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.register import MAY_END_A_YEAR, motions, steps
from app.queries.deadlines import clocks_of
from app.queries.findings import of_year
from app.queries.meant import municipality_meant
from app.queries.motion_days import LISTED
from app.queries.motions import waits
from app.register.deadlines import Basis, Raised, State, clock
from app.register.severity import Severity

# Of another matter nothing has ended the year, and no report has told why it is long.
_MAY_HAVE_ENDED = sa.exists().where(steps.c.owner == motions.c.matter_id, MAY_END_A_YEAR).correlate(motions)
_YEARS = sa.select(
    motions.c.matter_id,
    motions.c.raised,
    motions.c.basis,
    LISTED.label("listed"),
    _MAY_HAVE_ENDED.label("may_have_ended"),
).where(motions.c.matter_id.is_not(None))


def year_findings(session: Session, on: dt.date, place: str | None = None) -> Iterator[tuple[str, str, Severity]]:
    """The matters whose motion's year gives cause to say something on that day, of a municipality or of all: each with what, and
    how grave it is."""
    query = _YEARS.where(waits(on))
    if place is not None:
        query = query.where(motions.c.municipality_id.in_(municipality_meant(place)))
    running: dict[str, tuple[State, Basis]] = {}
    asked = set[str]()
    stands: dict[tuple[dt.date, str], tuple[State, Basis]] = {}  # many are raised on one day
    for matter, raised, basis, listed, may_have_ended in session.execute(query).all():
        if listed:
            asked.add(matter)
        elif raised is not None:
            known = stands.get((raised, basis))
            if known is None:
                known = clock(Raised(raised, Basis(basis)), (), on).state, Basis(basis)
                stands[raised, basis] = known
            running[matter] = known
            if may_have_ended and known[0] is not State.IN_TIME:
                asked.add(matter)
    for load in loads(sorted(asked)):
        clocks = clocks_of(session, load, on, sourced=False)
        running |= {matter: (State(one["state"]), Basis(one["basis"])) for matter, one in clocks.items()}
    for matter, (state, basis) in running.items():
        told = of_year(state, basis)
        if told is not None:
            yield matter, *told
