"""The municipalities that the installation was told of, as a register has them: the desk's or the public one."""

from __future__ import annotations

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import MunicipalityClosed
from app.models.register import municipalities, register_meta
from app.register.municipalities import Municipality, listed
from app.register.towns import KEPT, Town, town_of


def towns(session: Session) -> list[Town]:
    """All of them, by name."""
    kept = session.execute(sa.select(register_meta.c.value).where(register_meta.c.key == KEPT)).scalar()
    return sorted(map(town_of, orjson.loads(kept or "[]")), key=lambda town: town.place.name)


def require_open(session: Session, place: Municipality) -> None:
    """Raises `MunicipalityClosed` where nothing more of the municipality is to be filed."""
    if is_closed(session, place.id):
        raise MunicipalityClosed(place=place.name)


def is_closed(session: Session, place_id: str) -> bool:
    there = town(session, place_id)
    return there is not None and there.closed


def town(session: Session, place_id: str) -> Town | None:
    """The one with this id."""
    return next((one for one in towns(session) if one.place.id == place_id), None)


def named_alike(session: Session, place: Municipality) -> str | None:
    """The name of another that has the same in addresses: Malmö's are no Malmo's, and nobody could tell whose a page is."""
    there = sa.select(municipalities.c.name).where(municipalities.c.slug == place.slug, municipalities.c.id != place.id)
    others = [*listed().values(), *(one.place for one in towns(session))]
    known = (one.name for one in others if one.slug == place.slug and one.id != place.id)
    return session.execute(there.limit(1)).scalar() or next(known, None)
