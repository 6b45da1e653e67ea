"""What the years of all motions give cause to say on a day, from few columns: a clock is read only of those that a § may have ended
or told the council of, and of those that the council's lists announce.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


# Of several motions of a matter one tells of it; their year is one.
_ANOTHER = motions.alias("another")
_TOLD_BY_ANOTHER = (
    sa.exists().where(_ANOTHER.c.matter_id == motions.c.matter_id, _ANOTHER.c.id < motions.c.id).correlate(motions)
)
_SPOKEN_OF = _YEARS.where(sa.or_(LISTED, _MAY_HAVE_ENDED))
_BY_DAY = (
    sa.select(motions.c.raised, motions.c.basis, sa.func.count(motions.c.matter_id.distinct()))
    .where(motions.c.raised.is_not(None))
    .group_by(motions.c.raised, motions.c.basis)
)
_FEW = 1_000
# The state of which each is said.
_STATE_OF = {"over_a_year": State.OVER_A_YEAR, "due_soon": State.DUE_30}


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


@dataclass(frozen=True, slots=True)
class Told:
    """What motions' years give cause to say, and of how many matters: of `many` that meet the conditions, whose motions tell it
    themselves, and of the `others`."""

    code: str
    severity: Severity
    where: Sequence[sa.ColumnElement[bool]]
    many: int
    others: Sequence[str]


def years_told(session: Session, on: dt.date) -> list[Told]:
    """The same of all municipalities, by what is said: counted by the day of raising, and read one by one only where a § or a list
    may say otherwise."""
    waiting = [motions.c.matter_id.is_not(None), waits(on)]
    spoken_of = session.execute(_SPOKEN_OF.where(*waiting)).all()
    asked = {row.matter_id for row in spoken_of if row.listed or _said_alone(row.raised, row.basis, on) is not None}
    others: dict[tuple[str, Severity], list[str]] = defaultdict(list)
    for matter, of in _said_by_clocks(session, asked, on):
        others[of].append(matter)
    elsewhere = Counter((raised, basis) for _matter, raised, basis in {row[:3] for row in spoken_of})
    days: dict[tuple[str, Severity], list[tuple[dt.date, int]]] = defaultdict(list)
    for raised, basis, many in session.execute(_BY_DAY.where(*waiting)):
        told = _said_alone(raised, basis, on)
        if told is not None:
            days[told].append((raised, many - elsewhere[raised, basis]))
    return [
        Told(*of, _raised_so(waiting, of, days[of]), sum(many for _day, many in days[of]), others[of])
        for of in sorted({*days, *others})
    ]


def _raised_so(
    waiting: Sequence[sa.ColumnElement[bool]], told: tuple[str, Severity], days: Sequence[tuple[dt.date, int]]
) -> list[sa.ColumnElement[bool]]:
    """What the motions meet of which this is said by themselves: raised from the first of the days to the last."""
    if not days:
        return [sa.false()]
    # where many are so, an index has the first of them by their matters' ids, and the days' would have all of them sorted
    raised = sa.func.coalesce(motions.c.raised, sa.null()) if sum(n for _day, n in days) > _FEW else motions.c.raised
    between = raised.between(min(days)[0], max(days)[0])
    so = [motions.c.basis == basis.value for basis in Basis if of_year(_STATE_OF[told[0]], basis) == told]
    return [*waiting, between, sa.or_(*so), sa.not_(LISTED), sa.not_(_MAY_HAVE_ENDED), sa.not_(_TOLD_BY_ANOTHER)]


def _said_alone(raised: dt.date | None, basis: str, on: dt.date) -> tuple[str, Severity] | None:
    """What a motion's year says where nothing but its day tells of it."""
    return None if raised is None else of_year(clock(Raised(raised, Basis(basis)), (), on).state, Basis(basis))


def _said_by_clocks(session: Session, of: set[str], on: dt.date) -> Iterator[tuple[str, tuple[str, Severity]]]:
    for load in loads(sorted(of)):
        for matter, one in clocks_of(session, load, on, sourced=False).items():
            told = of_year(State(one["state"]), Basis(one["basis"]))
            if told is not None:
                yield matter, told
