"""Which municipality and body a person means on the command line: what the register holds, and what it does not.

A body that goes on under a new name is one that the register holds, in any spelling: `Kulturnämnden`,
`kulturnamnden`. A municipality may be invented (an example is), so an unknown one gives a warning and is not refused.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import WrongUse
from app.ids import slugify
from app.language.i18n import gettext as _
from app.models.journal import act_keys, acts
from app.models.register import bodies, municipalities
from app.register.municipalities import Municipality, listed, municipality
from app.register.parts import ActKind
from app.register.people import rename_key


def given(typed: str) -> Municipality:
    """The municipality that a person means. Raises `WrongUse` where there is none of that name or code."""
    try:
        meant = municipality(typed)
    except ValueError as error:
        raise WrongUse(_("{place} är ingen kommun.").format(place=typed)) from error
    return meant if meant.code else next((one for one in listed().values() if one.slug == meant.slug), meant)


def place_of(session: Session, id: str) -> Municipality:
    """The municipality with this id, which the register holds. Raises `NoResultFound`."""
    row = session.execute(sa.select(municipalities).where(municipalities.c.id == id)).one()
    return Municipality(row.id, row.name, row.slug, row.code)


def held_body(session: Session, place: Municipality, typed: str) -> str:
    """The name of the body that a person means, of those that the register holds.

    Raises `WrongUse` where it holds no such body, and says what there is.
    """
    there = _bodies_in(session, place)
    name = _spelt(typed, there)
    if name in there or _led_to(session, place, name):
        return name
    if there:
        raise WrongUse(
            _("Registret har inget organ {body} i {place}. Där finns: {there}.").format(
                body=typed, place=place.name, there=", ".join(_nearest(typed, there))
            )
        )
    places = sorted(session.execute(sa.select(municipalities.c.name)).scalars())
    raise WrongUse(
        _("Registret har inget organ i {place}. Det har organ i: {there}.").format(
            place=place.name, there=", ".join(_nearest(place.name, places)) or "–"
        )
    )


def known_as(session: Session, place: Municipality, typed: str) -> str:
    """The name of the body that a person means where the register holds it, else as it was typed."""
    if not slugify(typed):
        raise WrongUse(_("{body} är inget organ.").format(body=typed))
    return _spelt(typed, _bodies_in(session, place))


def not_swedish(session: Session, place: Municipality) -> str | None:
    """A sentence on a municipality that neither Sweden nor the register has; None where one of them does."""
    registered = session.execute(sa.select(municipalities.c.id).where(municipalities.c.id == place.id)).first()
    if place.code or registered:
        return None
    return unlisted(place)


def unlisted(place: Municipality) -> str:
    """That Sweden has no such municipality, with those that are spelt nearest to it."""
    near = difflib.get_close_matches(place.name, [one.name for one in listed().values()], n=3, cutoff=0.6)
    if near:
        sentence = _("{place} är ingen känd svensk kommun. Menade du {near}?")
        return sentence.format(place=place.name, near=", ".join(near))
    return _("{place} är ingen känd svensk kommun.").format(place=place.name)


def _bodies_in(session: Session, place: Municipality) -> list[str]:
    query = sa.select(bodies.c.name).where(bodies.c.municipality_id == place.id).order_by(bodies.c.name)
    return list(session.execute(query).scalars())


def _spelt(typed: str, there: Iterable[str]) -> str:
    """The name among these that is spelt so, or has that slug; else as it was typed."""
    slug = slugify(typed)
    return next((name for name in there if slugify(name) == slug), typed)


def _led_to(session: Session, place: Municipality, name: str) -> bool:
    """Whether an act of a person lets another body go on under that name."""
    query = sa.select(acts.c.seq).join(act_keys, act_keys.c.seq == acts.c.seq)
    query = query.where(acts.c.kind.in_((ActKind.RENAME, ActKind.DIVIDE)), acts.c.undone_by.is_(None))
    return session.execute(query.where(act_keys.c.key == rename_key(place.id, name))).first() is not None


def _nearest(typed: str, there: list[str]) -> list[str]:
    """At most twelve of these, those that are spelt nearest first."""
    near = difflib.get_close_matches(typed, there, n=12, cutoff=0.0)
    return near or there[:12]
