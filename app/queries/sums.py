"""What the register has counted already: figures that no question counts again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.public_tables import AS_OF
from app.models.register import sums
from app.register.sum_keys import Sum


def kept(session: Session) -> bool:
    """Whether the sums tell of what the session reads: of the register as it stood on a day they do not."""
    return AS_OF not in session.info


def sums_of(
    session: Session,
    kinds: Collection[Sum],
    of: Collection[str],
    facts: tuple[str, ...] = ("",),
    year: int | None = None,
) -> list[Any]:
    """The sums of these kinds, of each of these municipalities, bodies or names and of these kinds of fact; of one year or
    of all. As rows of `kind`, `of`, `fact`, `key`, `other`, `year` and `n`, the years not added up."""
    assert kept(session)
    given: dict[str, Any] = {"kinds": [kind.value for kind in kinds], "of": sorted(of), "facts": facts}
    given |= {"year": year} if year is not None else {}
    return list(session.execute(_OF_YEAR if year is not None else _OF_ALL, given).all())


_OF_ALL = sa.select(sums).where(
    sums.c.kind.in_(sa.bindparam("kinds", expanding=True)),
    sums.c.of.in_(sa.bindparam("of", expanding=True)),
    sums.c.fact.in_(sa.bindparam("facts", expanding=True)),
)
_OF_YEAR = _OF_ALL.where(sums.c.year == sa.bindparam("year"))
